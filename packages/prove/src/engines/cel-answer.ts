import type { EngineVerdict, ErrorStage } from "./engine.js";
import type { Answer } from "./answer.js";

/** The verdict of any CEL host as an answer. An object that was not matched got none. */
export function answerOf(verdict: EngineVerdict | undefined): Answer {
  if (verdict === undefined) return { kind: "broken", message: "no verdict" };
  const { outcome, message = "", stage, matched } = verdict;
  switch (outcome) {
    case "allow":
      return matched === false
        ? { kind: "failed", message: "the match constraints leave the request out" }
        : { kind: "text", text: "" };
    case "deny":
      return { kind: "text", text: message };
    case "error":
      return answerOfError(message, stage);
  }
}

function answerOfError(message: string, stage: ErrorStage = "engine"): Answer {
  switch (stage) {
    case "decode":
      return { kind: "not admissible", reason: decodeClass(message) };
    case "engine":
      return { kind: "broken", message };
    case "policy":
    case "match":
    case "evaluate":
    case "message":
      return { kind: "failed", message: `${stage}: ${message}` };
  }
}

/** What an object was refused for, without the place and the value. */
function decodeClass(message: string): string {
  const [, found, wanted] =
    /cannot unmarshal (\w+)(?: .*?)? into Go (?:struct field \S+|value) of type (\S+)/.exec(message) ?? [];
  if (found !== undefined && wanted !== undefined) return `a ${found} where the API has ${wanted}`;
  return message;
}
