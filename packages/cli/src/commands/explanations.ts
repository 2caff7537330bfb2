import type { Example } from "@writ/compiler";
import type { InputExample } from "@writ/inputs";
import type { CrdExample } from "@writ/sdk/generate";
import { type CommandCode, commandCatalogue } from "./catalogue.js";
import { type CommandExample, type NoExample, commandExamples } from "./examples.js";

/** What is known of a code: the same for the terminal and for its page. */
export interface Explanation {
  readonly title: string;
  /** Why there is such a code. */
  readonly explanation: string;
  readonly help?: string;
  readonly shown: Shown;
}

/** The example of a code, by what reports it. */
export type Shown =
  | { readonly kind: "policy"; readonly example: Example }
  | { readonly kind: "command"; readonly example: CommandExample | NoExample }
  | { readonly kind: "input"; readonly example: InputExample }
  | { readonly kind: "definition"; readonly example: CrdExample };

/** Every code of every package, in the order of the codes. */
export async function allExplanations(): Promise<ReadonlyMap<string, Explanation>> {
  const [
    { problemCatalogue, problemExamples },
    { diagnosticCodes, explainDiagnostic },
    { crdCodes, crdHelps, crdExamples },
  ] = await Promise.all([import("@writ/inputs"), import("@writ/compiler"), import("@writ/sdk/generate")]);
  const codes = new Map<string, Explanation>();
  for (const code of diagnosticCodes()) {
    const found = explainDiagnostic(code);
    if (found === undefined) continue;
    const { title, explanation, example } = found;
    codes.set(code, { title, explanation, shown: { kind: "policy", example } });
  }
  for (const code of Object.keys(commandCatalogue) as CommandCode[]) {
    const { title, explanation } = commandCatalogue[code];
    const example = commandExamples[code];
    codes.set(code, { title, explanation, shown: { kind: "command", example } });
  }
  for (const code of Object.keys(problemCatalogue) as (keyof typeof problemCatalogue)[]) {
    const { title, severity, help }: { title: string; severity: string; help?: string } = problemCatalogue[code];
    const shown: Shown = { kind: "input", example: problemExamples[code] };
    codes.set(code, { title, explanation: inputExplanation(severity), ...(help === undefined ? {} : { help }), shown });
  }
  for (const code of Object.keys(crdCodes) as (keyof typeof crdCodes)[]) {
    const explanation = "Reported by `writ types`, at the place in the custom resource definition.";
    const shown: Shown = { kind: "definition", example: crdExamples[code] };
    codes.set(code, { title: crdCodes[code], explanation, help: crdHelps[code], shown });
  }
  return codes;
}

function inputExplanation(severity: string): string {
  return severity === "error"
    ? "A part of the input could not be read as Kubernetes reads it. The rest is judged, and the run ends with exit code 3."
    : "The input was read, but it may not mean what was intended.";
}
