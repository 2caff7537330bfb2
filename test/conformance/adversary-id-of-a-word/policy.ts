import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryIdOfAWord = policy({
  id: "constructor",
  title: "the id of a policy is a word of JavaScript",
  severity: "low",
  match: kinds(Widget),

  deny: ({ spec }) => spec.flag,
  message: ({ spec }) => spec.text ?? "",
});
