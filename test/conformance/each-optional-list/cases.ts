import { deployment, given, pod, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", pod({}), []),
  given("volumes", deployment({ volumes: [{ name: "v", hostPath: { path: "/" } }, { name: "w" }] }), [
    "spec/template/spec/volumes/0/hostPath/path v mounts /",
  ]),
  given("empty host path", pod({ volumes: [{ name: "v", hostPath: { path: "" } }] }), [
    "spec/volumes/0/hostPath/path v mounts",
  ]),
];
