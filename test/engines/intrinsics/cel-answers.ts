import type { IntrinsicName } from "../../../packages/compiler/src/intrinsics/table.js";
import { int, literal, name, type Cel } from "../../../packages/compiler/src/targets/cel/ast.js";
import { type Emitter, freshName, newEmitter } from "../../../packages/compiler/src/targets/cel/emitter.js";
import { encodings } from "../../../packages/compiler/src/targets/cel/intrinsics/table.js";
import { printCel } from "../../../packages/compiler/src/targets/cel/print.js";
import { wellTyped } from "../../../packages/compiler/src/targets/cel/typing.js";
import type { ApiserverValidator } from "../src/apiserver-validator.js";
import type { Json, JsonObject } from "../src/engine.js";

/** One call of an intrinsic, and what it gives in JavaScript: null for none. */
export interface Row {
  readonly args: readonly Json[];
  readonly expected: Json;
}

/** Small enough for the budget of one expression, and for one message. */
const portion = 20;

/** The rows whose encoding in CEL gives something else, or fails. The arguments are read from the object. */
export function differing(
  validator: ApiserverValidator,
  intrinsic: IntrinsicName,
  rows: readonly Row[],
): Promise<readonly unknown[]> {
  const emitter = oldest();
  return differingFrom(validator, (...args) => encodings[intrinsic].value(emitter, ...args), rows, emitter);
}

function oldest(): Emitter {
  return newEmitter({ name: "vap", version: "1.30", decoded: false }, {}, name("object"));
}

/** The rows for which an expression of their arguments gives something else, or fails. */
export async function differingFrom(
  validator: ApiserverValidator,
  expression: (...args: readonly Cel[]) => Cel,
  rows: readonly Row[],
  emitter: Emitter = oldest(),
): Promise<readonly unknown[]> {
  const args = (rows[0]?.args ?? []).map((_, position) => freshName(emitter, `arg${String(position)}`));
  const call = printCel(wellTyped(expression(...args.map(name))));
  const bound = args.reduceRight((body, arg, at) => `[r.args[${String(at)}]].map(${arg}, ${body})[0]`, `dyn(${call})`);
  const wrong = `object.spec.rows.filter(r, ${bound} != r.expected)`;
  const requests = [];
  for (let start = 0; start < rows.length; start += portion) {
    const some = rows.slice(start, start + portion).map((row, index) => ({ ...row, id: String(start + index) }));
    requests.push(some);
  }
  const verdicts = await validator.judge(
    policyOf(wrong),
    requests.map((some) => ({ operation: "CREATE", object: objectOf(some), resource: widgets })),
  );
  return verdicts.flatMap(({ outcome, message = "", stage }): readonly unknown[] => {
    if (outcome === "allow") return [];
    if (outcome === "error") return [`${String(stage)}: ${message}`];
    return message.split(" ").map((id) => rows[Number(id)]);
  });
}

/** The same for one row whose arguments are constants of the policy. */
export async function constantDiffers(
  validator: ApiserverValidator,
  intrinsic: IntrinsicName,
  { args, expected }: Row,
): Promise<string | undefined> {
  const emitter = oldest();
  const constants = args.map((arg): Cel => (typeof arg === "number" ? int(arg) : literal(arg as string)));
  const call = printCel(wellTyped(encodings[intrinsic].value(emitter, ...constants)));
  const policy = policyOf(`object.spec.rows.filter(r, dyn(${call}) != r.expected)`);
  const [verdict] = await validator.judge(policy, [
    { operation: "CREATE", object: objectOf([{ expected, id: "0" }]), resource: widgets },
  ]);
  return verdict?.outcome === "allow" ? undefined : JSON.stringify({ args, expected, verdict });
}

const widgets = { group: "example.com", version: "v1", resource: "widgets" };

function objectOf(rows: readonly JsonObject[]): JsonObject {
  return { apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "w" }, spec: { rows } };
}

function policyOf(wrong: string): JsonObject {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: "intrinsic" },
    spec: {
      failurePolicy: "Fail",
      matchConstraints: {
        resourceRules: [
          { apiGroups: ["example.com"], apiVersions: ["v1"], operations: ["CREATE"], resources: ["widgets"] },
        ],
      },
      variables: [{ name: "wrong", expression: wrong }],
      validations: [
        {
          expression: "size(variables.wrong) == 0",
          messageExpression: "variables.wrong.map(r, string(r.id)).join(' ')",
          message: "wrong",
        },
      ],
    },
  };
}
