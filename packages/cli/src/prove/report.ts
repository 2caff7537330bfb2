import { mutationScore, type Mutant } from "@writ/prove";
import type { Span } from "@writ/compiler/ir";
import { count } from "../problem.js";
import type { Style } from "../report/style.js";
import { type Proof, isAgreeing } from "./certificate.js";
import { differenceLines } from "./difference-lines.js";
import { engineLines } from "./engine-lines.js";
import type { PolicyProof } from "./prove-policy.js";

/** A line a policy, what differs with the smallest input that shows it, what no input would have noticed; the engines; the total. */
export function renderProof(proof: Proof, style: Style): string {
  const width = Math.max(0, ...proof.policies.map(({ policy }) => policy.compiled.id.length));
  const lines = proof.policies.flatMap((one) => [
    summaryLine(one, width, style),
    ...differenceLines(one.testimonies, style),
    ...survivorLines(one, style),
  ]);
  return `${[...lines, "", ...engineLines(proof, style), "", ...totalLines(proof, style)].join("\n")}\n`;
}

function summaryLine(
  { policy, inputs, testimonies, coverage, mutation }: PolicyProof,
  width: number,
  style: Style,
): string {
  const agree = testimonies.every(isAgreeing);
  const caught = mutation.killed.length + mutation.killedBySearch.length;
  const parts = [
    count(inputs.labelled + inputs.generated, "input"),
    outcome(testimonies, style),
    `branches ${ratio(coverage.covered, coverage.branches, style)}`,
    `mutants ${ratio(caught, caught + mutation.survived.length, style)}`,
    ...(mutation.presumedEquivalent.length === 0
      ? []
      : [style.dim(`${mutation.presumedEquivalent.length} presumed equivalent`)]),
  ];
  return `${agree ? style.green("✓") : style.red("✗")} ${policy.compiled.id.padEnd(width)}  ${parts.join(" · ")}`;
}

function outcome(testimonies: PolicyProof["testimonies"], style: Style): string {
  if (testimonies.some(({ differ }) => differ > 0)) return style.red("differ");
  return testimonies.some(({ broken }) => broken !== undefined) ? style.red("not all judged") : "agree";
}

function ratio(part: number, whole: number, style: Style): string {
  const text = `${part}/${whole}`;
  return part === whole ? text : style.yellow(text);
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

function totalLines({ policies, engines }: Proof, style: Style): readonly string[] {
  const failing = policies.filter(({ testimonies }) => !testimonies.every(isAgreeing)).length;
  const inputs = policies.reduce((sum, one) => sum + one.inputs.labelled + one.inputs.generated, 0);
  const caught = policies.reduce(
    (sum, { mutation }) => sum + mutation.killed.length + mutation.killedBySearch.length,
    0,
  );
  const counted = policies.reduce((sum, { mutation }) => sum + mutation.survived.length, caught);
  const lowest = Math.min(1, ...policies.map(({ mutation }) => mutationScore(mutation)));
  const named = engines.map(({ name, version }) => (version === "" ? name : `${name} ${version}`)).join(", ");
  const verdict =
    failing === 0
      ? style.green(
          `${policies.length === 1 ? "1 policy means" : `${policies.length} policies mean`} the same in ${named}`,
        )
      : style.red(
          `${failing} of ${count(policies.length, "policy", "policies")} not shown to mean the same in ${named}`,
        );
  return [
    verdict,
    `${count(inputs, "input")}; mutation score ${percent(counted === 0 ? 1 : caught / counted)}, the lowest ${percent(lowest)}`,
  ];
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
