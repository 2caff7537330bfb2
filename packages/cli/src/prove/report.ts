import { mutationScore, type Mutant } from "@writ/prove";
import type { Span } from "@writ/compiler/ir";
import { stringify } from "yaml";
import type { Opinion } from "../judge/native.js";
import { count } from "../problem.js";
import type { Style } from "../report/style.js";
import { printable } from "../report/terminal-text.js";
import type { ProvingEngine } from "./certificate.js";
import type { PolicyProof } from "./prove-policy.js";

/** A line a policy, what differs with the smallest input that shows it, what no input would have noticed, the total. */
export function renderProofs(proofs: readonly PolicyProof[], engines: readonly ProvingEngine[], style: Style): string {
  const width = Math.max(0, ...proofs.map(({ policy }) => policy.compiled.id.length));
  const lines = proofs.flatMap((proof) => [
    summaryLine(proof, width, style),
    ...differenceLines(proof, style),
    ...survivorLines(proof, style),
  ]);
  return `${[...lines, "", ...totalLines(proofs, engines, style)].join("\n")}\n`;
}

function summaryLine(
  { policy, inputs, disagreements, coverage, mutation }: PolicyProof,
  width: number,
  style: Style,
): string {
  const agree = disagreements.length === 0;
  const caught = mutation.killed.length + mutation.killedBySearch.length;
  const parts = [
    count(inputs.labelled + inputs.generated, "input"),
    agree ? "agree" : style.red("differ"),
    `branches ${ratio(coverage.covered, coverage.branches, style)}`,
    `mutants ${ratio(caught, caught + mutation.survived.length, style)}`,
    ...(mutation.presumedEquivalent.length === 0
      ? []
      : [style.dim(`${mutation.presumedEquivalent.length} presumed equivalent`)]),
  ];
  return `${agree ? style.green("✓") : style.red("✗")} ${policy.compiled.id.padEnd(width)}  ${parts.join(" · ")}`;
}

function ratio(part: number, whole: number, style: Style): string {
  const text = `${part}/${whole}`;
  return part === whole ? text : style.yellow(text);
}

function differenceLines({ disagreements }: PolicyProof, style: Style): readonly string[] {
  return disagreements.flatMap(({ evaluator, request, expected, found }) => [
    "",
    `    ${style.red(`${evaluator} differs`)} on the smallest request that shows it:`,
    ...indented(stringify(request, { lineWidth: 0 }), 6),
    `    the policy means:  ${brief(expected)}`,
    `    ${evaluator} says:  ${brief(found)}`,
    "",
  ]);
}

function brief(opinion: Opinion): string {
  if ("failed" in opinion) return printable(opinion.failed);
  if (opinion.length === 0) return "allowed";
  return opinion.map(({ path, message }) => printable(`[${path.join(", ")}] ${message}`)).join("; ");
}

function survivorLines({ policy, coverage, mutation }: PolicyProof, style: Style): readonly string[] {
  const { file, ir } = policy.compiled;
  const place = ([index, line, column]: Span): string => `${ir.files[index] ?? file}:${line}:${column}`;
  const survivor = ({ what, span }: Mutant): string =>
    `    ${style.yellow("survived")}  ${place(span)}  a mutant that ${what}`;
  return [
    ...coverage.uncovered.map(({ span, never }) => `    ${style.yellow("uncovered")} ${place(span)}  never ${never}`),
    ...mutation.survived.map(survivor),
  ];
}

function indented(text: string, by: number): readonly string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => " ".repeat(by) + printable(line));
}

function totalLines(
  proofs: readonly PolicyProof[],
  engines: readonly ProvingEngine[],
  style: Style,
): readonly string[] {
  const differing = proofs.filter(({ disagreements }) => disagreements.length > 0).length;
  const inputs = proofs.reduce((sum, proof) => sum + proof.inputs.labelled + proof.inputs.generated, 0);
  const caught = proofs.reduce((sum, { mutation }) => sum + mutation.killed.length + mutation.killedBySearch.length, 0);
  const counted = proofs.reduce((sum, { mutation }) => sum + mutation.survived.length, caught);
  const lowest = Math.min(1, ...proofs.map(({ mutation }) => mutationScore(mutation)));
  const named = engines.map(({ name, version }) => (version === "" ? name : `${name} ${version}`)).join(", ");
  const verdict =
    differing === 0
      ? style.green(`${proofs.length === 1 ? "1 policy means" : `${proofs.length} policies mean`} the same in ${named}`)
      : style.red(`${differing} of ${count(proofs.length, "policy", "policies")} differ between ${named}`);
  return [
    verdict,
    `${count(inputs, "input")}; mutation score ${percent(counted === 0 ? 1 : caught / counted)}, the lowest ${percent(lowest)}`,
  ];
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
