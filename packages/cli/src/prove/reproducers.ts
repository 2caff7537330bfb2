import { resolve } from "node:path";
import { saveReproducer } from "../judge/reproducer.js";
import type { Problem } from "../problem.js";
import type { Proof } from "./certificate.js";
import { verdictText } from "./difference-lines.js";

/** Saves what shows each difference, and says so; and says which engine gave no verdict. */
export function problemsOf({ policies, engines }: Proof, root: string): readonly Problem[] {
  const versionOf = new Map(
    engines.flatMap(({ name, version, witnesses }) =>
      witnesses.map((one) => [one.name, `${name} ${version}`] as const),
    ),
  );
  return policies.flatMap(({ policy: { compiled }, testimonies }) =>
    testimonies.flatMap(({ witness, broken, disagreement }): readonly Problem[] => {
      const engine = versionOf.get(witness) ?? witness;
      const place = { file: resolve(root, compiled.file), line: compiled.line, column: compiled.column };
      const gaveUp: readonly Problem[] =
        broken === undefined
          ? []
          : [
              {
                code: "WRIT3021",
                message: `\`${witness}\` gave no verdict on the policy \`${compiled.id}\`: ${broken}`,
                help: `mend ${engine}, or leave it out by naming the others with \`--engine\``,
              },
            ];
      if (disagreement === undefined) return gaveUp;
      const { request, params, expected, found } = disagreement;
      const saved = saveReproducer(
        { policy: compiled.id, file: compiled.file, request, params, engine, witness, expected, found },
        root,
      );
      return [
        ...gaveUp,
        {
          code: "WRIT3022",
          message: `the policy \`${compiled.id}\` means another thing in \`${witness}\`: ${verdictText(found)}`,
          help: saved === undefined ? "the smallest request is in the report" : `saved: ${saved}`,
          ...place,
        },
      ];
    }),
  );
}
