import type { Expr, Rule, Step } from "../../ir/nodes.js";
import { mentions, stepExpression, substitute } from "../../ir/visit.js";
import {
  type Cel,
  and,
  index,
  int,
  isTrue,
  list,
  literal,
  macro,
  method,
  name,
  not,
  relation,
  sizeOf,
  ternary,
} from "./ast.js";
import { condition } from "./condition.js";
import { type Emitter, freshName } from "./emitter.js";
import { isWorthInlining, uses } from "./inline.js";
import { listOf } from "./list.js";
import { type Cleaning, cleanedList, messageText } from "./message.js";
import { bindName } from "./value.js";

/** A rule of the IR in CEL. */
export interface RuleParts {
  /** The offending elements of the rule's first list, or whether it is broken when it has no list; undefined where that is no more than a name. */
  readonly bad: Cel | undefined;
  /** True when nothing is broken, in terms of the variable that holds `bad`. */
  readonly none: Cel;
  /** The list of messages, in terms of the same variable; empty when nothing is broken. */
  readonly messages: Cel;
  /** The message and when it holds, of a rule that has one at most. */
  readonly single?: { readonly test: Cel; readonly text: Cel };
}

/** Emits a rule; `bad` is the variable that will hold its offending elements. */
export function ruleParts(emitter: Emitter, id: string, rule: Rule, bad: Cel, cleaning: Cleaning): RuleParts {
  const listed = (texts: Cel): Cel => cleanedList(emitter, id, rule, cleaning, texts);
  const first = rule.steps.findIndex((step) => step.kind === "each");
  const step = rule.steps[first];
  if (step?.kind !== "each") {
    const test = broken(emitter, rule.steps);
    const text = textOf(emitter, id, rule, rule.steps, cleaning);
    const texts = listed(list([text]));
    const asked = isShort(test) ? test : bad;
    return {
      bad: isShort(test) ? undefined : test,
      none: not(asked),
      messages: ternary(asked, texts, list([])),
      single: { test: asked, text },
    };
  }
  const before = rule.steps.slice(0, first);
  const rest = rule.steps.slice(first + 1);
  // A condition before the list decides for all its elements.
  const over = listOf(emitter, step.list);
  const item = freshName(emitter, step.item);
  emitter.variables.set(step.item, name(item));
  const offending = macro(over, "filter", item, broken(emitter, rest));
  const test = and(before.flatMap((one) => (one.kind === "assume" ? [condition(emitter, one.condition)] : [])));
  const shown = freshName(emitter, step.item);
  emitter.variables.set(step.item, name(shown));
  const each = macro(bad, "map", shown, textOf(emitter, id, rule, rest, cleaning));
  const none = relation("==", bad, list([]));
  return {
    bad: isTrue(test) ? offending : ternary(test, offending, list([])),
    none,
    messages: goesDeeper(rest) ? ternary(none, list([]), lines(each)) : listed(each),
  };
}

/** How many nodes of a test are as good to read twice, in the validation and in its message, as a name that costs two steps each time. */
const shortTest = 24;

/** Whether a test has no need of a name. */
function isShort(test: Cel): boolean {
  return sizeOf(test) <= shortTest;
}

const goesDeeper = (steps: readonly Step[]): boolean => steps.some((step) => step.kind === "each");

/** Lists within a list become one: each of them is a text of a line for each message. */
function lines(texts: Cel): Cel {
  return method(method(texts, "join", literal("\n")), "split", literal("\n"));
}

/** Whether the steps lead to a report for some choice of elements. */
function broken(emitter: Emitter, steps: readonly Step[]): Cel {
  const [step, ...rest] = steps;
  if (step === undefined) return literal(true);
  switch (step.kind) {
    case "assume":
      return and([condition(emitter, step.condition), broken(emitter, rest)]);
    case "let":
      return isUsed(rest, undefined, step.name)
        ? bindName(emitter, step.name, step.value, "exists", () => broken(emitter, rest))
        : broken(emitter, rest);
    case "each": {
      const over = listOf(emitter, step.list);
      const item = freshName(emitter, step.item);
      emitter.variables.set(step.item, name(item));
      return macro(over, "exists", item, broken(emitter, rest));
    }
  }
}

/** The messages of steps that are known to lead to a report; those of further lists one on each line. */
function textOf(emitter: Emitter, id: string, rule: Rule, steps: readonly Step[], cleaning: Cleaning): Cel {
  const [step, ...rest] = steps;
  if (step === undefined) return messageText(emitter, id, rule.message, cleaning);
  const deeper = (): Cel => textOf(emitter, id, rule, rest, cleaning);
  switch (step.kind) {
    case "assume":
      return deeper();
    case "let": {
      if (!isUsed(rest, rule.message, step.name)) return deeper();
      // The conditions have done their part; what is left of a value's uses may be one.
      const isLast = rest.every((one) => one.kind === "assume");
      if (isLast && isWorthInlining(step.value, uses(rule.message, step.name))) {
        return messageText(emitter, id, substitute(rule.message, step.name, step.value), cleaning);
      }
      return index(bindName(emitter, step.name, step.value, "map", deeper), int(0));
    }
    case "each": {
      const over = listOf(emitter, step.list);
      const item = freshName(emitter, step.item);
      emitter.variables.set(step.item, name(item));
      const offending = macro(over, "filter", item, broken(emitter, rest));
      const shown = freshName(emitter, step.item);
      emitter.variables.set(step.item, name(shown));
      const texts = macro(offending, "map", shown, deeper());
      const clean = goesDeeper(rest) ? texts : cleanedList(emitter, id, rule, cleaning, texts);
      return method(clean, "join", literal("\n"));
    }
  }
}

/** Whether a variable is used in steps or in the message after them. */
function isUsed(steps: readonly Step[], message: Expr | undefined, variable: string): boolean {
  const exprs = [...steps.map(stepExpression), ...(message === undefined ? [] : [message])];
  return exprs.some((expr) => mentions(expr, variable));
}
