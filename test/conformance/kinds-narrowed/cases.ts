import { given, role, roleBinding, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("role", role({ rules: [{ verbs: ["*"] }] }), ["rules/0 every verb"]),
  given("binding", roleBinding({ roleRef: { name: "cluster-admin" } }), ["roleRef bound"]),
  given("role without rules", role({ metadata: { name: "x" } }), [". x"]),
  given("binding without a role", roleBinding({}), ["roleRef roleRef must be an object"]),
  given("rules of a binding are not asked for", roleBinding({ rules: 1, roleRef: { name: "a" } }), []),
  given("rules of a role", role({ rules: 1 }), ["rules rules must be a list"]),
];
