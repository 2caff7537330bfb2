import { deployment, given, pod, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("off", pod({}), []),
  given("on", pod({ hostNetwork: true }), ["spec/hostNetwork p uses the network of the node"]),
  given("on in a deployment", deployment({ hostNetwork: true }), [
    "spec/template/spec/hostNetwork d uses the network of the node",
  ]),
  given("false is dropped", pod({ hostNetwork: false }), []),
  given("text", pod({ hostNetwork: "yes" }), ["spec/hostNetwork spec.hostNetwork must be a boolean"]),
];
