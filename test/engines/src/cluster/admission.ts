import { collectItems, parseDocuments } from "@writ/inputs";
import { celError } from "@writ/prove/engines";
import type { EngineVerdict, ErrorStage, JsonObject } from "../engine.js";
import { messageOf, type ApiAnswer } from "./client.js";

/** What one policy said against a request; `stage` when its CEL failed. */
export interface Denial {
  readonly policy: string;
  readonly message: string;
  readonly stage?: ErrorStage;
}

/** What came of a request to a real API server. The outcome, its message and its stage are those of the first denial. */
export interface AdmissionVerdict extends EngineVerdict {
  /** The API server refused the object itself, before any policy: neither agreement nor difference. */
  readonly notAdmissible: boolean;
  /** The policies that denied: of ValidatingAdmissionPolicies the API server tells one, Kyverno tells all of its own. */
  readonly denials: readonly Denial[];
  /** What the API server warned of, denied or not. */
  readonly warnings?: readonly string[];
  /** The object as the API server would have stored it. */
  readonly object?: JsonObject;
}

const vapDenial = /ValidatingAdmissionPolicy '([^']*)' (?:with binding '[^']*' )?denied request: ([\s\S]*)$/;
const kyvernoDenial = /^admission webhook "[^"]*kyverno[^"]*" denied the request: ([\s\S]*)$/;
const vpolDenial = /^Policy ([a-z0-9.-]+) (failed|error): ([\s\S]*)$/;

/** Reads an answer by what the two admission engines write into their denials. Any other refusal is the API server's own. */
export function admissionVerdict(answer: ApiAnswer): AdmissionVerdict {
  const { warnings } = answer;
  return warnings.length === 0 ? verdictOf(answer) : { ...verdictOf(answer), warnings };
}

function verdictOf(answer: ApiAnswer): AdmissionVerdict {
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { outcome: "allow", notAdmissible: false, denials: [], object: body };
  const message = messageOf(answer);
  const [, policy, text] = vapDenial.exec(message) ?? [];
  if (policy !== undefined && text !== undefined) return denied([denial(policy, text.trimEnd())]);
  const [, kyverno] = kyvernoDenial.exec(message) ?? [];
  if (kyverno !== undefined) return kyvernoVerdict(kyverno);
  if (message.startsWith("Internal error occurred: failed calling webhook"))
    return { outcome: "error", stage: "engine", message, notAdmissible: false, denials: [] };
  // The server looks for the name when it stores, after the policies have let the object pass.
  if (body["reason"] === "AlreadyExists") return { outcome: "allow", notAdmissible: false, denials: [] };
  return { outcome: "error", stage: "decode", message, notAdmissible: true, denials: [] };
}

function kyvernoVerdict(text: string): AdmissionVerdict {
  const denials = vpolDenial.test(text) ? vpolDenials(text) : clusterPolicyDenials(text);
  if (denials.length > 0) return denied(denials);
  return { outcome: "error", stage: "engine", message: text.trim(), notAdmissible: false, denials };
}

function denied(denials: readonly Denial[]): AdmissionVerdict {
  const [first] = denials;
  if (first === undefined) throw new Error("a denial by no policy");
  const { message, stage } = first;
  const how = stage === undefined ? ({ outcome: "deny" } as const) : ({ outcome: "error", stage } as const);
  return { ...how, message, notAdmissible: false, denials };
}

function denial(policy: string, text: string): Denial {
  return { policy, message: text, ...celError(text) };
}

/** ValidatingPolicies deny together, joined by semicolons. */
function vpolDenials(text: string): readonly Denial[] {
  return text.split(/; (?=Policy [a-z0-9.-]+ (?:failed|error): )/).flatMap((part) => {
    const [, policy = "", how = "", message = ""] = vpolDenial.exec(part) ?? [];
    return how === "error" ? { policy, message, stage: "evaluate" as const } : denial(policy, message);
  });
}

/** ClusterPolicies deny together, in YAML: the messages by policy and rule. */
function clusterPolicyDenials(text: string): readonly Denial[] {
  const [, yaml = ""] = /was blocked due to the following policies \n\n([\s\S]*)$/.exec(text) ?? [];
  const indented = yaml.replace(/^(?=.)/gm, "  ");
  const file = parseDocuments(`apiVersion: v1\nkind: Denial\npolicies:\n${indented}`, { file: "denial" });
  const [document] = collectItems(file).documents;
  const rules = Object.entries((document?.value["policies"] ?? {}) as Record<string, Record<string, string>>);
  return rules.flatMap(([policy, messages]) => Object.values(messages).map((message) => denial(policy, message)));
}
