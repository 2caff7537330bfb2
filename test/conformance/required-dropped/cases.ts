import type { Json } from "@writ/compiler/ir";
import { type Case, given, pod } from "../case.js";

const withRule = (rule: Json) => pod({ containers: [{ name: "c", image: "i", restartPolicyRules: [rule] }] });
const action = "spec/containers/0/restartPolicyRules/0/action";

export const cases: readonly Case[] = [
  given("restarts", withRule({ action: "Restart" }), []),
  given("no rules", pod({ containers: [{ name: "c", image: "i" }] }), []),
  given("restarts all", withRule({ action: "RestartAll" }), [
    `${action} must not restart all`,
    `${action} must restart, not RestartAll`,
  ]),
  given("dropped at zero", withRule({ action: "" }), [`${action} must restart, not`]),
  given("no action", withRule({}), [`${action} spec.containers[].restartPolicyRules[].action must be a string`]),
];
