/** What `writ explain` says about the codes of the command itself; the compiler and the reader know their own. */
export interface Explanation {
  readonly title: string;
  readonly explanation: string;
}

/** Ranges: 20xx configuration and policies, 30xx judging, 40xx cases, 50xx writing files. Codes are never reused. */
export const commandCatalogue = {
  WRIT2001: {
    title: "the configuration cannot be loaded",
    explanation:
      "writ.config.ts is bundled and run. It has a syntax error, imports something that does not exist, or throws.",
  },
  WRIT2002: {
    title: "the configuration is wrong",
    explanation:
      "A key is unknown or its value has the wrong type. A misspelt key that is ignored would leave a check undone.",
  },
  WRIT2003: { title: "there is no such configuration", explanation: "The file that `--config` names cannot be read." },
  WRIT2004: { title: "the report cannot be written", explanation: "The file that `--output` names cannot be written." },
  WRIT2005: {
    title: "an input that cannot be watched",
    explanation: "Standard input and pipes can be read once. `--watch` reads its inputs again after each change.",
  },
  WRIT2006: {
    title: "files cannot be watched",
    explanation:
      "The system does not tell of changes, most often because of a limit on how many files are watched at once. Going on would show a report that is no longer true.",
  },
  WRIT2010: {
    title: "nothing found",
    explanation: "A glob, folder or package that should hold policies holds none. An empty set would pass everything.",
  },
  WRIT2011: {
    title: "a policy module cannot be bundled",
    explanation: "It has a syntax error or imports what does not exist.",
  },
  WRIT2012: {
    title: "a policy module throws",
    explanation:
      "Policies are imported by tests, by the compiler and by this command, so importing one must do nothing else.",
  },
  WRIT2013: {
    title: "two policies with one id",
    explanation: "Reports, parameters and waivers name a policy by its id, so no two may share one.",
  },
  WRIT2014: {
    title: "a module without policies",
    explanation: "The module was named as a policy module and exports no value that `policy()` made.",
  },
  WRIT2015: {
    title: "an unknown policy or parameter in the configuration",
    explanation:
      "Values for a policy or parameter that does not exist would be ignored, and the policy would use its defaults.",
  },
  WRIT2016: {
    title: "no policies",
    explanation: "No configuration names any, and the library @writ/policies is not installed.",
  },
  WRIT2017: { title: "no such policy", explanation: "No policy of the configuration has this id." },
  WRIT2020: {
    title: "OPA is not available",
    explanation:
      "WASM is made by OPA's own compiler: as the WASI module that the set-up builds with Go, or as `opa` on the PATH. `--engine native` judges with the TypeScript alone.",
  },
  WRIT2021: {
    title: "OPA refuses the compiled Rego",
    explanation: "The Rego comes from writ's own compiler, so this is a bug of writ and never of a policy.",
  },
  WRIT2022: {
    title: "the API server's code is not available",
    explanation:
      "`--as-admitted` runs the API server's own decoding and defaulting, which is built with Go when it is first asked for and kept in the user's cache. Without Go the documents can only be judged as they are written.",
  },
  WRIT3001: {
    title: "a document could not be judged",
    explanation: "A policy stopped on a document. That is never counted as clean: the run ends with exit code 3.",
  },
  WRIT3002: {
    title: "the engines differ",
    explanation:
      "WASM and the policy's own TypeScript gave different violations for a document. One of them is wrong, so there is no verdict. The saved file holds the input and both results.",
  },
  WRIT3003: {
    title: "an unknown kind",
    explanation:
      "The document belongs to an API group that a policy matches, but Kubernetes has no such kind or version there: a typing error, or an API version that was removed.",
  },
  WRIT3010: {
    title: "a document that the API server refuses",
    explanation:
      "With `--as-admitted`: the API server cannot decode the document into its kind, or it holds a field that the kind does not have, which `kubectl apply` refuses. There is no admitted object to judge; violations are those of the file.",
  },
  WRIT3011: {
    title: "another verdict about the admitted object",
    explanation:
      "With `--as-admitted`: what the API server makes of a document (defaults filled in, zero values dropped, quantities rewritten) and the file itself are not the same to a policy. What counts is the admitted object; the file's verdict is what a check without `--as-admitted`, or an engine that reads files, would say.",
  },
  WRIT3012: {
    title: "a definition of a kind that the API server refuses",
    explanation:
      "With `--as-admitted`: objects of the kind get no defaults and are judged as they are written, which the summary counts.",
  },
  WRIT3020: {
    title: "an engine that cannot be asked",
    explanation:
      "`--engine` of `writ prove` names an engine that does not exist, or one that is not there. Without the option each engine is asked that is found, and the report says which are not.",
  },
  WRIT3021: {
    title: "an engine without a verdict",
    explanation:
      "An engine that was found ended, hung, or answered something that is no verdict. That shows nothing about the policy, and is never counted as agreement: the run ends with exit code 3.",
  },
  WRIT3022: {
    title: "an engine in which a policy means another thing",
    explanation:
      "On some input an engine says something else than the reference interpreter. The report holds the smallest such input, and the saved file that input, what the policy means, and what the engine says.",
  },
  WRIT4001: {
    title: "a case file with several documents",
    explanation: "A case is one YAML document: one request and one expectation.",
  },
  WRIT4002: {
    title: "a malformed case",
    explanation: "Cases are read strictly: a misspelt key that is ignored would make a passing case mean nothing.",
  },
  WRIT4003: {
    title: "a file that is no case",
    explanation: "The folder `cases` holds something else than YAML and JSON files.",
  },
  WRIT4004: {
    title: "a case without its policy",
    explanation:
      "The module beside the cases exports several policies, or none of the name: the case must say which one it is about.",
  },
  WRIT4005: {
    title: "a case of a kind that the policy does not match",
    explanation: "Every engine would allow it, whatever it holds: such a case shows nothing.",
  },
  WRIT5001: { title: "a file cannot be written", explanation: "The folder that `--out` names cannot be written." },
  WRIT5002: {
    title: "an unknown target",
    explanation:
      "`writ build` writes `opa` (a bundle), `wasm` (a policy.wasm), `kyverno`, `kyverno-legacy` and `vap` (objects for a cluster).",
  },
  WRIT5003: {
    title: "no such code or policy",
    explanation: "`writ explain` takes a code from a report or the id of a policy.",
  },
  WRIT5004: {
    title: "a policy that a target cannot hold",
    explanation:
      "What a target cannot say is refused there, never said more weakly: the policy is not written for it. `--target all` still writes it for the others, and ends with exit code 2.",
  },
  WRIT5005: {
    title: "an enforcement that a target does not have",
    explanation:
      "The target can say the policy, but not enforce it as the configuration asks: a policy of one namespace for a kind that no namespace holds, or namespace selectors that would take more objects than anybody reads.",
  },
  WRIT5006: {
    title: "a kind of object that the engine's version does not have",
    explanation:
      "`cluster.kyvernoVersion` names a version without the kind of object that the target writes: ClusterPolicy is deprecated since Kyverno 1.17 and its removal is announced for 1.20, ValidatingPolicy `policies.kyverno.io/v1` came with 1.17.",
  },
  WRIT5007: {
    title: "an object that Kubernetes would not take",
    explanation:
      "A name, the annotations, an expression or the object as a whole is larger than Kubernetes or the engine accepts. The build says so before `kubectl apply` does.",
  },
  WRIT5008: {
    title: "a policy that costs more than an engine allows, at the sizes that it declares",
    explanation:
      "Engines count what CEL costs: an expression may take 1,000,000 units, and in the API server a policy 10,000,000 for one request. What takes more is an error, and the request is denied. `sizes` of the policy say how large the objects are that it must judge, and its estimate for such an object is over the budget. Ask what costs less first, or declare smaller sizes.",
  },
  WRIT5009: {
    title: "a policy that could cost more than an engine allows",
    explanation:
      "As WRIT5008, at the published sizes (10 containers, 50 variables of the environment in each, texts of 256 characters). The policy is written: declare in `sizes` what its objects really are, and the build holds it to that.",
  },
} as const satisfies Readonly<Record<string, Explanation>>;

/** The codes of the command. */
export type CommandCode = keyof typeof commandCatalogue;
