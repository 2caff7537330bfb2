import { given, pod, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", pod({}), [
    ". no hostNetwork",
    ". hostNetwork is not true",
    ". not hostPID",
    ". no hostname",
    ". no volumes",
    ". no selector",
    ". same",
  ]),
  given("at zero", pod({ hostNetwork: false, hostPID: false, hostname: "", volumes: [], nodeSelector: {} }), [
    ". no hostNetwork",
    ". hostNetwork is not true",
    ". not hostPID",
    ". no hostname",
    ". no volumes",
    ". no selector",
    ". same",
  ]),
  given("only null members", pod({ nodeSelector: { a: null }, hostPID: true, hostNetwork: true }), [
    ". no hostname",
    ". no volumes",
    ". no selector",
    ". same",
  ]),
  given("there", pod({ hostNetwork: true, hostname: "h", volumes: [{ name: "a" }], nodeSelector: { a: "" } }), [
    ". not hostPID",
    ". every volume",
  ]),
];
