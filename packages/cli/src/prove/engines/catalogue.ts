import { openKyvernoForms, openOpaForm, openValidatorForms } from "@writ/prove/engines";
import type { EngineForm, EngineOptions, EngineProgram } from "@writ/prove/engines";

/** The engines beside writ's own that judge by what writ makes. */
export const engineNames = ["opa", "kyverno", "apiserver-new", "apiserver-old"] as const;

export type EngineName = (typeof engineNames)[number];

/** How an engine is found, and what opens it. */
export interface EngineKind {
  /** Commands that may be it, on PATH. */
  readonly commands: readonly string[];
  /** What writ's engine cache calls a build of it. */
  readonly build?: string;
  /** What a command answers about its version; a build says so in its record. */
  readonly version?: RegExp;
  readonly open: (program: EngineProgram, options: EngineOptions) => readonly EngineForm[];
}

export const engineKinds: Readonly<Record<EngineName, EngineKind>> = {
  opa: {
    commands: ["opa"],
    version: /^Version:\s*v?(\S+)/m,
    open: (program, options) => [openOpaForm(program, options)],
  },
  kyverno: {
    commands: ["kyverno", "kubectl-kyverno"],
    build: "kyverno-cli",
    version: /^Version:\s*v?(\S+)/m,
    open: openKyvernoForms,
  },
  "apiserver-new": {
    commands: [],
    build: "apiserver-new",
    open: (program, options) => openValidatorForms("new", program, options),
  },
  "apiserver-old": {
    commands: [],
    build: "apiserver-old",
    open: (program, options) => openValidatorForms("old", program, options),
  },
};
