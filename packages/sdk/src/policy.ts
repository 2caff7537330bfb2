import type { CheckContext, Context, PathSegment } from "./context.js";
import { markDefinition } from "./definition-site.js";
import type { Match } from "./match.js";
import type { ParamSchemas } from "./params.js";

export type Severity = "low" | "medium" | "high" | "critical";

/** Every severity, lowest first. */
export const severities: readonly Severity[] = ["low", "medium", "high", "critical"];

/** What a predicate may answer: an absent value counts as false, so `x?.some(…)` is a condition as it stands. */
export type Condition = boolean | undefined;

export interface PolicyMetadata {
  /** Lower-case words joined by hyphens; unique in a configuration. */
  readonly id: string;
  /** One sentence that says what must hold. */
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters. */
  readonly description?: string;
  /** How to mend a violation, in one or two sentences. */
  readonly remediation?: string;
  /** Identifiers of the controls it covers, for example `PSS baseline`. */
  readonly controls?: readonly string[];
}

interface PolicyBase<Subject, Params extends ParamSchemas> extends PolicyMetadata {
  readonly match: Match<Subject>;
  readonly params?: Params;
  /**
   * The largest objects that the policy is meant for, where they are not the published ones: how many elements lists and maps of a name
   * have, and under `characters` how long texts are: `{ env: 200, characters: 1000 }`. A build for a cluster fails when judging such an
   * object could cost more than the engines allow.
   */
  readonly sizes?: Readonly<Record<string, number>>;
}

/** One judgement for each element that `each` selects. */
export interface EachDefinition<Subject, Params extends ParamSchemas, Element extends object> extends PolicyBase<
  Subject,
  Params
> {
  readonly each: (subject: Subject, context: Context<Subject, Params>) => readonly Element[] | undefined;
  readonly deny: (element: Element, context: Context<Subject, Params>) => Condition;
  readonly message: string | ((element: Element, context: Context<Subject, Params>) => string);
  /** Path segments below the element. */
  readonly at?: readonly PathSegment[];
}

/** One judgement for the subject. */
export interface SubjectDefinition<Subject, Params extends ParamSchemas> extends PolicyBase<Subject, Params> {
  readonly deny: (subject: Subject, context: Context<Subject, Params>) => Condition;
  readonly message: string | ((subject: Subject, context: Context<Subject, Params>) => string);
  /** Path segments below the subject (below the Pod, for `workloads()`). */
  readonly at?: readonly PathSegment[];
}

/** The general form: any number of reports, branches, nested loops. */
export interface CheckDefinition<Subject, Params extends ParamSchemas> extends PolicyBase<Subject, Params> {
  readonly check: (subject: Subject, context: CheckContext<Subject, Params>) => void;
}

/** A policy as the runner and the compiler see it: one of the three forms, with the types of its subject erased. */
export interface Policy<Params extends ParamSchemas = ParamSchemas> extends PolicyMetadata {
  readonly writ: "policy";
  readonly match: Match<unknown>;
  readonly params: Params;
  readonly sizes?: Readonly<Record<string, number>>;
  readonly form: PolicyForm;
}

export type PolicyForm =
  | {
      readonly kind: "each";
      readonly each: (subject: unknown, context: unknown) => readonly object[] | undefined;
      readonly deny: (element: unknown, context: unknown) => Condition;
      readonly message: (element: unknown, context: unknown) => string;
      readonly at: readonly PathSegment[];
    }
  | {
      readonly kind: "subject";
      readonly deny: (subject: unknown, context: unknown) => Condition;
      readonly message: (subject: unknown, context: unknown) => string;
      readonly at: readonly PathSegment[];
    }
  | { readonly kind: "check"; readonly check: (subject: unknown, context: unknown) => void };

/**
 * Declares a policy. Export the value: tests, documentation, the compiler and the CLI import it.
 *
 * The predicate is an ordinary pure function over plain values. It runs as it is in Node and is compiled for every engine.
 */
export function policy<Subject, Element extends object, Params extends ParamSchemas = Record<never, never>>(
  definition: EachDefinition<Subject, Params, Element>,
): Policy<Params>;
export function policy<Subject, Params extends ParamSchemas = Record<never, never>>(
  definition: CheckDefinition<Subject, Params>,
): Policy<Params>;
export function policy<Subject, Params extends ParamSchemas = Record<never, never>>(
  definition: SubjectDefinition<Subject, Params>,
): Policy<Params>;
export function policy(definition: AnyDefinition): Policy {
  const { id, title, severity, description, remediation, controls, sizes } = definition;
  const match: Match<unknown> = definition.match;
  const params: unknown = definition.params;
  const made: Policy = {
    writ: "policy",
    id,
    title,
    severity,
    ...(description === undefined ? {} : { description }),
    ...(remediation === undefined ? {} : { remediation }),
    ...(controls === undefined ? {} : { controls }),
    match,
    params: (params as ParamSchemas | undefined) ?? {},
    ...(sizes === undefined ? {} : { sizes }),
    form: formOf(definition),
  };
  markDefinition(made, policy);
  return made;
}

// The erased forms take `unknown`: the runner is the only caller and passes what `match` promised.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Erased = any;
type AnyDefinition =
  EachDefinition<Erased, Erased, Erased> | SubjectDefinition<Erased, Erased> | CheckDefinition<Erased, Erased>;

function formOf(definition: AnyDefinition): PolicyForm {
  if ("check" in definition) return { kind: "check", check: definition.check as (s: unknown, c: unknown) => void };
  const { message } = definition;
  const judged = {
    deny: definition.deny as (element: unknown, context: unknown) => Condition,
    message: typeof message === "string" ? () => message : (message as (e: unknown, c: unknown) => string),
    at: definition.at ?? [],
  };
  if ("each" in definition) {
    const each = definition.each as (subject: unknown, context: unknown) => readonly object[] | undefined;
    return { kind: "each", each, ...judged };
  }
  return { kind: "subject", ...judged };
}

/** Whether an imported value is a policy. */
export function isPolicy(value: unknown): value is Policy {
  return typeof value === "object" && value !== null && (value as { writ?: unknown }).writ === "policy";
}
