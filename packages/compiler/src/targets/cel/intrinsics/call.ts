import { intrinsics } from "../../../intrinsics/table.js";
import type { Expr, Field } from "../../../ir/nodes.js";
import { type Cel, and, list, literal, macro, name, relation, ternary } from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import { integral, value } from "../value.js";
import { type CelEncoding, letIn, valueIf } from "./encoding.js";
import { encodings, recordMembers } from "./table.js";

type Call = Extract<Expr, { kind: "call" }>;

/** The value of an intrinsic; null for none. */
export function callValue(emitter: Emitter, e: Call): Cel {
  const encoding = encodings[e.intrinsic];
  return withArguments(emitter, e, encoding, (args) => encoding.value(emitter, ...args), {
    present: (arg, body) => valueIf(relation("!=", arg, literal(null)), body),
    named: letIn,
  });
}

/** An intrinsic that gives a boolean, as a condition. */
export function callCondition(emitter: Emitter, e: Call): Cel {
  const encoding = encodings[e.intrinsic];
  const holds = (args: readonly Cel[]): Cel => {
    const made = encoding.value(emitter, ...args);
    return intrinsics[e.intrinsic].result.optional ? relation("==", made, literal(true)) : made;
  };
  return withArguments(emitter, e, encoding, holds, {
    present: (arg, body) => and([relation("!=", arg, literal(null)), body]),
    named: (arg, item, body) => macro(list([arg]), "exists", item, body),
  });
}

/** How an argument is looked at before it is used: where it may be none, and where it needs a name. */
interface Around {
  readonly present: (arg: Cel, body: Cel) => Cel;
  readonly named: (arg: Cel, item: string, body: Cel) => Cel;
}

function withArguments(
  emitter: Emitter,
  e: Call,
  { reads }: CelEncoding,
  body: (args: readonly Cel[]) => Cel,
  around: Around,
): Cel {
  const args = e.args.map((arg, position) => {
    const of = value(emitter, arg);
    const isNamed = of.kind !== "name" && of.kind !== "literal" && of.kind !== "number";
    const item =
      isNamed && (reads === "often" || arg.type.optional) ? freshName(emitter, itemName(arg, position)) : undefined;
    const term = item === undefined ? of : name(item);
    return {
      of,
      item,
      term,
      used: arg.type.value.kind === "int" ? integral(emitter, arg, term) : term,
      optional: arg.type.optional,
    };
  });
  return args.reduceRight<Cel>(
    (inner, { of, item, term, optional }) => {
      const safe = optional ? around.present(term, inner) : inner;
      return item === undefined ? safe : around.named(of, item, safe);
    },
    body(args.map(({ used }) => used)),
  );
}

function itemName(arg: Expr, position: number): string {
  return arg.kind === "field" ? arg.name : (["a", "b", "c"][position] ?? "d");
}

/** A member of what an intrinsic made; undefined when the expression reads something else. */
export function callField(emitter: Emitter, e: Field): Cel | undefined {
  const { value: of, optional } = e.of.type;
  const member = of.kind === "record" && Object.hasOwn(recordMembers, of.model) ? recordMembers[of.model] : undefined;
  if (member === undefined) return undefined;
  const made = value(emitter, e.of);
  if (made.kind === "name" && !optional) return member(e.name, made);
  const item = freshName(emitter, "made");
  const isNone = relation("==", name(item), literal(null));
  const found = ternary(isNone, literal(null), member(e.name, name(item)));
  return letIn(made, item, found);
}
