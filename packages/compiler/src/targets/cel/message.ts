import { cleanMessage, messageLimit } from "@writ/sdk/runtime";
import type { Expr, Rule } from "../../ir/nodes.js";
import { rendered } from "../../ir/render.js";
import {
  type Cel,
  call,
  difference,
  index,
  int,
  list,
  literal,
  macro,
  method,
  name,
  or,
  relation,
  sum,
  ternary,
} from "./ast.js";
import { type Emitter, freshName } from "./emitter.js";
import { knownTexts } from "./known-text.js";
import type { RulesParts } from "./rules.js";
import { value } from "./value.js";

/*
 * The one text that a host shows, as `renderFindings` makes it of cleaned messages. A policy puts its messages together as they
 * are written; whether they are clean is asked once, of the text that is shown, and only a doubtful one is cleaned message by message.
 */

/** How the messages of a policy become clean: known when compiling, all at once, or each where it is made. */
export type Cleaning = "constant" | "together" | "each";

/** Messages that are joined while they are made have to be clean before: a line break could be one of theirs. */
export function cleaningOf(rules: readonly Rule[]): Cleaning {
  if (rules.every(({ message }) => constantText(message) !== undefined)) return "constant";
  const nested = rules.some(({ steps }) => steps.filter((step) => step.kind === "each").length > 1);
  return nested ? "each" : "together";
}

/** A message as it is written. A constant that nothing else will clean is clean. */
export function messageText(emitter: Emitter, id: string, message: Expr, cleaning: Cleaning): Cel {
  const constant = constantText(message);
  if (constant === undefined) return value(emitter, message);
  return literal(cleaning === "together" ? constant : cleanMessage(constant, id));
}

/** A list of texts of one message, clean if messages become so where they are made. */
export function cleanedList(emitter: Emitter, id: string, rule: Rule, cleaning: Cleaning, texts: Cel): Cel {
  if (cleaning !== "each" || constantText(rule.message) !== undefined) return texts;
  const item = freshName(emitter, "text");
  return macro(texts, "map", item, clean(emitter, id, name(item), [rule]));
}

function constantText(message: Expr): string | undefined {
  return message.kind === "literal" && typeof message.value === "string" ? message.value : undefined;
}

interface MessageParts {
  readonly variables: readonly { readonly name: string; readonly expression: Cel }[];
  readonly text: Cel;
}

/** What is shown of the rules' messages; empty when there are none. */
export function shownText(emitter: Emitter, id: string, rules: readonly Rule[], parts: RulesParts): MessageParts {
  const text = name("variables.text");
  const { single, most } = parts;
  if (single !== undefined) {
    if (cleaningOf(rules) === "constant") return { variables: [], text: single.text };
    const shown = clean(emitter, id, text, rules);
    return { variables: [{ name: "text", expression: single.text }], text: ternary(single.test, shown, literal("")) };
  }
  const all = name("variables.messages");
  const variables = [{ name: "messages", expression: parts.messages }];
  if (cleaningOf(rules) !== "together") return { variables, text: render(all, most) };
  const item = freshName(emitter, "text");
  const cleaned = macro(all, "map", item, clean(emitter, id, name(item), rules));
  return {
    variables: [
      ...variables,
      { name: "text", expression: render(all, most) },
      { name: "cleaned", expression: cleaned },
    ],
    // Hosts evaluate the message of an object that passes, too: there the first test is all that it costs.
    text: ternary(
      relation("==", all, list([])),
      literal(""),
      ternary(isDoubtful(emitter, text, rules, true), render(name("variables.cleaned"), most), text),
    ),
  };
}

/** The first few messages and how many more there are. */
function render(messages: Cel, most: number | undefined): Cel {
  const together = method(messages, "join", literal("; "));
  if (most !== undefined && most <= rendered) return together;
  // A list has one type: what a host takes for dynamic has to be text beside text.
  const few = Array.from({ length: rendered }, (_, position) => call("string", index(messages, int(position))));
  const count = call("string", difference(call("size", messages), int(rendered)));
  const more = sum([literal("and "), count, literal(" more")]);
  return ternary(
    relation("<=", call("size", messages), int(rendered)),
    together,
    method(list([...few, more]), "join", literal("; ")),
  );
}

const blank = "\\x{0}-\\x{20}\\x{7f}-\\x{9f}\\x{2028}\\x{2029}";
const control = "\\x{0}-\\x{1f}\\x{7f}-\\x{9f}\\x{2028}\\x{2029}";
const isBlank = /[\u0000- \u007f-\u009f\u2028\u2029]/;

/** Whether a text may be unclean: of what it does not know it is in doubt. `several`: messages stand in it side by side. */
function isDoubtful(emitter: Emitter, text: Cel, rules: readonly Rule[], several: boolean): Cel {
  const messages = rules.map(({ message }) => message);
  const own = new Set([...messages.flatMap(literalTexts).join("")].filter((c) => c > "~" && !isBlank.test(c)));
  const unknown = `[^ -~${[...own].sort().join("")}]`;
  const headless = !rules.every((rule) => hasCleanEdge(emitter, rule, "first"));
  const tailless = !rules.every((rule) => hasCleanEdge(emitter, rule, "last"));
  const empty = !messages.every(isNeverEmpty);
  const tooLong = relation(">", call("size", text), int(messageLimit));
  const matches = (...patterns: readonly string[]): Cel => method(text, "matches", literal(patterns.join("|")));
  if (several) {
    // Each of them may begin or end with a blank, or be empty.
    const heads = headless ? ["^[ ;]", "; [ ;]"] : [];
    const tails = tailless ? [" $", " ;"] : [];
    return or([tooLong, matches(...heads, ...tails, ...(empty ? ["^$"] : []), unknown)]);
  }
  return or([
    ...(empty ? [relation("==", text, literal(""))] : []),
    ...(headless ? [method(text, "startsWith", literal(" "))] : []),
    ...(tailless ? [method(text, "endsWith", literal(" "))] : []),
    tooLong,
    matches(unknown),
  ]);
}

function literalTexts(message: Expr): readonly string[] {
  const parts = message.kind === "template" ? message.parts : [message];
  return parts.flatMap((part) => constantText(part) ?? []);
}

/** Whether a constant part of a message has a character that is no blank. */
function isNeverEmpty(message: Expr): boolean {
  return literalTexts(message).some((text) => [...text].some((character) => !isBlank.test(character)));
}

/** Whether a message has a character at one of its ends that is no blank, whatever its parts are. */
function hasCleanEdge(emitter: Emitter, rule: Rule, edge: "first" | "last"): boolean {
  const { message } = rule;
  const parts = message.kind === "template" ? message.parts : [message];
  const part = parts.at(edge === "first" ? 0 : -1);
  if (part === undefined) return false;
  // The kind is one of those that the policy matches.
  if (part.kind === "field" && part.name === "kind" && part.of.kind === "root" && part.of.root === "object")
    return true;
  const constant = constantText(part);
  const texts = constant === undefined ? knownTexts(emitter, rule, part) : [constant];
  return texts?.every((text) => hasCleanCharacter(text, edge)) === true;
}

function hasCleanCharacter(text: string, edge: "first" | "last"): boolean {
  const character = [...text].at(edge === "first" ? 0 : -1);
  return character !== undefined && !isBlank.test(character);
}

/** A text as `cleanMessage` makes it; `text` is a name. */
function clean(emitter: Emitter, id: string, text: Cel, rules: readonly Rule[]): Cel {
  const [trimmed, cut, character] = ["trimmed", "cut", "ch"].map((hint) => freshName(emitter, hint)) as [
    string,
    string,
    string,
  ];
  const trim = method(text, "find", literal(`(?s)[^${blank}](?:.*[^${blank}])?`));
  const short = ternary(
    relation(">", call("size", name(trimmed)), int(messageLimit)),
    method(name(trimmed), "substring", int(0), int(messageLimit)),
    name(trimmed),
  );
  const space = ternary(method(name(character), "matches", literal(`[${control}]`)), literal(" "), name(character));
  const withSpaces = method(macro(method(name(cut), "split", literal("")), "map", character, space), "join");
  const spaced = ternary(
    relation("==", name(cut), literal("")),
    literal(`violates ${id}`),
    ternary(
      method(name(cut), "matches", literal(`[${control}]`)),
      emitter.assumesPrintableTexts ? name(cut) : withSpaces,
      name(cut),
    ),
  );
  const steps = macro(macro(list([trim]), "map", trimmed, short), "map", cut, spaced);
  return ternary(isDoubtful(emitter, text, rules, false), index(steps, int(0)), text);
}
