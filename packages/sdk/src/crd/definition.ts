import type { PathSegment } from "../context.js";
import { type CrdDiagnostic, crdDiagnostic } from "./diagnostics.js";
import { type UntypedObject, isTrueAt, listAt, member, objectAt, textAt } from "./untyped.js";

/** What a custom resource definition says about itself, with names that are known to be Kubernetes names. */
export interface Definition {
  readonly document: number;
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** The served ones, in the order of the document. */
  readonly versions: readonly DefinitionVersion[];
}

export interface DefinitionVersion {
  readonly name: string;
  /** The place in `spec.versions`. */
  readonly index: number;
  /** `openAPIV3Schema` as found. */
  readonly schema: unknown;
}

type Report = (code: CrdDiagnostic["code"], message: string, path: readonly PathSegment[]) => void;

/** Reads a definition; what keeps it from having a model goes to `diagnostics`. */
export function readDefinition(value: unknown, document: number, diagnostics: CrdDiagnostic[]): Definition | undefined {
  const report: Report = (code, message, path) => diagnostics.push(crdDiagnostic(code, message, document, path));
  const apiVersion = textAt(value, "apiVersion") ?? "";
  if (textAt(value, "kind") !== "CustomResourceDefinition" || !apiVersion.startsWith("apiextensions.k8s.io/")) {
    report("CRD1001", "this document is not a custom resource definition", []);
    return undefined;
  }
  if (apiVersion !== "apiextensions.k8s.io/v1") {
    report("CRD1002", "this definition is not of version `apiextensions.k8s.io/v1`", ["apiVersion"]);
    return undefined;
  }
  const spec = objectAt(value, "spec");
  const group = nameAt(spec, ["group"], isGroup, report);
  const kind = nameAt(spec, ["names", "kind"], isKind, report);
  const plural = nameAt(spec, ["names", "plural"], isLabel, report);
  if (group === undefined || kind === undefined || plural === undefined) return undefined;
  const versions = listAt(spec, "versions").flatMap((version, index) => versionOf(version, index, report) ?? []);
  if (versions.length === 0) report("CRD1008", `\`${kind}\` has no version that is served`, ["spec", "versions"]);
  return { document, group, kind, plural, namespaced: textAt(spec, "scope") !== "Cluster", versions };
}

// As the validation of apiextensions has them: a kind is a label in any case, a group a subdomain, a version a label.
function isGroup(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(text);
}

function isKind(text: string): boolean {
  return text.length <= 63 && /^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?$/.test(text);
}

function isLabel(text: string): boolean {
  return text.length <= 63 && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** A name below `spec`; only what `isName` accepts may end in a path or in code. */
function nameAt(
  spec: UntypedObject | undefined,
  path: readonly [string, ...string[]],
  isName: (text: string) => boolean,
  report: Report,
): string | undefined {
  const value = path.reduce<unknown>(member, spec);
  if (typeof value === "string" && isName(value)) return value;
  report("CRD1003", `\`spec.${path.join(".")}\` is not a valid name`, ["spec", ...path]);
  return undefined;
}

function versionOf(version: unknown, index: number, report: Report): DefinitionVersion | undefined {
  if (!isTrueAt(version, "served")) return undefined;
  const path = ["spec", "versions", index];
  const name = textAt(version, "name");
  if (name === undefined || !isLabel(name)) {
    report("CRD1003", "the name of this version is not a DNS label", [...path, "name"]);
    return undefined;
  }
  const schema = member(objectAt(version, "schema"), "openAPIV3Schema");
  if (schema === undefined) report("CRD1004", `version \`${name}\` has no schema`, path);
  return { name, index, schema };
}
