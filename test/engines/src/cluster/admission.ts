import { collectItems, parseDocuments } from "@writ/inputs";
import { celError } from "../kyverno-report.js";
import type { EngineVerdict, JsonObject } from "../engine.js";
import { messageOf, type ApiAnswer } from "./client.js";

/** What came of a request to a real API server. */
export interface AdmissionVerdict extends EngineVerdict {
  /** The API server refused the object itself, before any policy: neither agreement nor difference. */
  readonly notAdmissible: boolean;
  /** The policy that denied. */
  readonly policy?: string;
  /** What the API server warned of, denied or not. */
  readonly warnings?: readonly string[];
  /** The object as the API server would have stored it. */
  readonly object?: JsonObject;
}

const vapDenial = /ValidatingAdmissionPolicy '([^']*)' (?:with binding '[^']*' )?denied request: ([\s\S]*)$/;
const vpolDenial = /^admission webhook "[^"]*" denied the request: Policy (\S+) (failed|error): ([\s\S]*)$/;
const kyvernoDenial = /^admission webhook "[^"]*kyverno[^"]*" denied the request: ([\s\S]*)$/;

/** Reads an answer by what the two admission engines write into their denials. Any other refusal is the API server's own. */
export function admissionVerdict(answer: ApiAnswer): AdmissionVerdict {
  const { warnings } = answer;
  return warnings.length === 0 ? verdictOf(answer) : { ...verdictOf(answer), warnings };
}

function verdictOf(answer: ApiAnswer): AdmissionVerdict {
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { outcome: "allow", notAdmissible: false, object: body };
  const message = messageOf(answer);
  const [, policy, text] = vapDenial.exec(message) ?? [];
  if (policy !== undefined && text !== undefined) return denial(policy, text.trimEnd());
  const [, vpol, how, reason] = vpolDenial.exec(message) ?? [];
  if (vpol !== undefined && reason !== undefined) {
    if (how === "error")
      return { outcome: "error", stage: "evaluate", message: reason, policy: vpol, notAdmissible: false };
    return denial(vpol, reason);
  }
  const [, other] = kyvernoDenial.exec(message) ?? [];
  if (other !== undefined) return clusterPolicyDenial(other);
  return { outcome: "error", stage: "decode", message, notAdmissible: true };
}

function denial(policy: string, text: string): AdmissionVerdict {
  const broken = celError(text);
  return broken === undefined
    ? { outcome: "deny", message: text, policy, notAdmissible: false }
    : { outcome: "error", ...broken, policy, notAdmissible: false };
}

/** ClusterPolicies deny together, in YAML: the messages by policy and rule. */
function clusterPolicyDenial(text: string): AdmissionVerdict {
  const [, yaml = ""] = /was blocked due to the following policies \n\n([\s\S]*)$/.exec(text) ?? [];
  const indented = yaml.replace(/^(?=.)/gm, "  ");
  const file = parseDocuments(`apiVersion: v1\nkind: Denial\npolicies:\n${indented}`, { file: "denial" });
  const [document] = collectItems(file).documents;
  const denied = Object.entries((document?.value["policies"] ?? {}) as Record<string, Record<string, string>>);
  const messages = denied.flatMap(([, rules]) => Object.values(rules));
  const [policy] = denied[0] ?? [];
  if (policy === undefined) return { outcome: "error", stage: "engine", message: text.trim(), notAdmissible: false };
  const [broken] = messages.flatMap((message) => celError(message) ?? []);
  return broken === undefined
    ? { outcome: "deny", message: messages.join("\n"), policy, notAdmissible: false }
    : { outcome: "error", ...broken, policy, notAdmissible: false };
}
