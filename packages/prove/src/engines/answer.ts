import { interpreter, renderedJudge, type CompiledPolicy, type PolicyRequest } from "@writ/compiler/ir";
import type { Violation } from "@writ/sdk/runtime";

/** What asking an engine about one request came to. */
export type Answer =
  /** A set, in canonical order. */
  | { readonly kind: "violations"; readonly violations: readonly Violation[] }
  /** The one text of a CEL host; empty when it allows. */
  | { readonly kind: "text"; readonly text: string }
  /** Something before any policy refuses the object: neither agreement nor difference. */
  | { readonly kind: "not admissible"; readonly reason: string }
  /** The engine has no way to be asked this. */
  | { readonly kind: "not asked"; readonly reason: string }
  /** The policy failed in the engine: never taken for a denial. */
  | { readonly kind: "failed"; readonly message: string }
  /** The engine itself gave no verdict: it ended, hung, or answered something else. */
  | { readonly kind: "broken"; readonly message: string };

/** A request as it was put to an engine, which may need a name or a namespace that the input leaves out, and its answer. */
export interface Asked {
  readonly request: PolicyRequest;
  readonly answer: Answer;
}

/** What the reference interpreter says about a request, in both forms in which engines can say it; each is made when it is read. */
export interface Meaning {
  readonly violations: readonly Violation[];
  readonly text: string;
}

/** The meaning of a policy: design.md, section 4, "Equality". What was asked once is kept for the next engine that is asked it. */
export function meaningOf(policy: CompiledPolicy): (request: PolicyRequest) => Meaning {
  const known = meanings.get(policy) ?? keptMeaning(policy);
  meanings.set(policy, known);
  return known;
}

const meanings = new WeakMap<CompiledPolicy, (request: PolicyRequest) => Meaning>();

function keptMeaning(policy: CompiledPolicy): (request: PolicyRequest) => Meaning {
  const interpret = interpreter(policy);
  const render = renderedJudge(policy);
  const kept = new WeakMap<PolicyRequest, Meaning>();
  return (request) => {
    const known =
      kept.get(request) ??
      lazyMeaning(
        () => interpret(request),
        () => render(request) ?? "",
      );
    kept.set(request, known);
    return known;
  };
}

function lazyMeaning(interpret: () => readonly Violation[], render: () => string): Meaning {
  let violations: readonly Violation[] | undefined;
  let text: string | undefined;
  return {
    get violations() {
      return (violations ??= interpret());
    },
    get text() {
      return (text ??= render());
    },
  };
}
