import { given, widget, type Case } from "../case.js";

const parts = ["*", "pods", "pods/exec", "*/exec", "pods/*", "*/*", "*/", "exec", "/exec", ""].map((name) => ({
  name,
}));
const covering = (text: string | undefined, ...indices: readonly number[]): Case =>
  given(
    text === undefined ? "pods" : text === "" ? "empty" : text,
    widget({ parts, ...(text === undefined ? {} : { text }) }),
    [...[0, 2, 3].map((index) => `spec/parts/${index} exec`), ...indices.map((index) => `spec/parts/${index} text`)],
  );

// As ResourceMatches of the RBAC authorizer decides it.
export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  covering(undefined, 0, 1),
  covering("pods/exec", 0, 2, 3),
  covering("nodes/exec", 0, 3),
  covering("exec", 0, 7),
  covering("/exec", 0, 3, 8),
  covering("pods/", 0),
  covering("*/", 0, 6),
  covering("pods/*", 0, 4, 5),
  covering("pods/exec/x", 0),
  covering("*", 0),
  covering("", 0, 9),
];
