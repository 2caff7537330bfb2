import { count } from "../problem.js";
import type { Style } from "../report/style.js";
import { type Proof, type ProvingEngine, totalOf } from "./certificate.js";
import { type Testimony, sampleSize } from "./testimony.js";

/** Who was asked, how many inputs each answered, what stood outside of the comparison and why, and who was not found. */
export function engineLines(proof: Proof, style: Style): readonly string[] {
  const width = Math.max(...proof.engines.flatMap(({ witnesses }) => witnesses.map(({ name }) => name.length)));
  return [
    ...proof.engines.flatMap((engine) => witnessLines(engine, proof, width, style)),
    ...proof.absent.map(({ name, sought }) => style.dim(`not found: ${name}, looked for ${sought}`)),
  ];
}

function witnessLines(
  { witnesses }: ProvingEngine,
  { policies }: Proof,
  width: number,
  style: Style,
): readonly string[] {
  return witnesses.flatMap(({ name, what, isSlow }) => {
    const total = totalOf(policies, name);
    const own = policies.flatMap(({ policy, testimonies }) =>
      testimonies.filter(({ witness }) => witness === name).map((said) => [policy.compiled.id, said] as const),
    );
    const sample = isSlow ? `, asked each case and a sample of what is made, ${String(sampleSize)} at most` : "";
    const differing = total.differ > 0 ? ` · ${style.red(`${String(total.differ)} differ`)}` : "";
    const line = `${name.padEnd(width)}  ${count(total.agreed, "verdict")} of ${count(total.inputs, "input")} agree${differing}`;
    return [
      `${line}  ${style.dim(`${what}${sample}`)}`,
      ...reasons("not admissible", total.notAdmissible, style),
      ...reasons("not asked", total.notAsked, style),
      ...reasons("known gap", total.knownGaps, style),
      ...own.flatMap(([id, said]) => exceptions(id, said, style)),
    ];
  });
}

/** Reasons that are listed one by one; the certificate has them all. */
const reasonsShown = 4;

function reasons(label: string, counts: Readonly<Record<string, number>>, style: Style): readonly string[] {
  const all = Object.entries(counts).sort(([, left], [, right]) => right - left);
  const rest = all.slice(reasonsShown);
  const more = rest.reduce((sum, [, amount]) => sum + amount, 0);
  return [
    ...all.slice(0, reasonsShown).map(([reason, amount]) => style.dim(`    ${label}: ${String(amount)}  ${reason}`)),
    ...(rest.length === 0
      ? []
      : [style.dim(`    ${label}: ${String(more)}  for ${count(rest.length, "other reason")}`)]),
  ];
}

function exceptions(id: string, { refused, broken }: Testimony, style: Style): readonly string[] {
  return [
    ...(refused === undefined ? [] : [style.yellow(`    not judged there: ${id}: ${refused}`)]),
    ...(broken === undefined ? [] : [style.red(`    no verdict on ${id}: ${broken}`)]),
  ];
}
