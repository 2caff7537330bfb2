import { given, pod, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("none", pod({ containers: [{ name: "a" }] }), []),
  given("one", pod({ containers: [{ name: "a" }, { name: "b", stdin: true, tty: true }] }), ["spec/containers/1 m"]),
];
