import { given, role, roleBinding, updated, type Case } from "../case.js";

const bound = (name: string) => roleBinding({ roleRef: { name } });

export const cases: readonly Case[] = [
  given("created", bound("a"), []),
  updated("binding", bound("a"), bound("b"), ["roleRef was a"]),
  updated("role", role({ rules: [] }), role({ rules: [{ verbs: [] }] }), ["rules/0 new"]),
  updated("role as before", role({ rules: [{ verbs: ["*"] }] }), role({ rules: [{ verbs: [] }] }), []),
  updated(
    "rules of an old binding are not asked for",
    roleBinding({ rules: 1, roleRef: { name: "a" } }),
    bound("a"),
    [],
  ),
  updated("old rules", role({ rules: 1 }), role({}), [". oldObject.rules must be a list"]),
  updated("old rules and new ones", role({ rules: 1 }), role({ rules: 2 }), ["rules rules must be a list"]),
  updated("old reference", roleBinding({}), bound("a"), [". oldObject.roleRef must be an object"]),
];
