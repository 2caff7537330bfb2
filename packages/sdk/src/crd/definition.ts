import type { PathSegment } from "../context.js";
import { type CrdDiagnostic, crdDiagnostic } from "./diagnostics.js";
import { isTrueAt, listAt, member, objectAt, textAt } from "./untyped.js";

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

// As the validation of apiextensions has them: a kind is a label in any case, a group a subdomain, a version a label.
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const label = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const kindName = /^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?$/;

/** Reads a definition; what keeps it from having a model goes to `diagnostics`. */
export function readDefinition(value: unknown, document: number, diagnostics: CrdDiagnostic[]): Definition | undefined {
  const report = (code: CrdDiagnostic["code"], message: string, path: readonly PathSegment[]): undefined => {
    diagnostics.push(crdDiagnostic(code, message, document, path));
  };
  const apiVersion = textAt(value, "apiVersion") ?? "";
  if (textAt(value, "kind") !== "CustomResourceDefinition" || !apiVersion.startsWith("apiextensions.k8s.io/")) {
    return report("CRD1001", "this document is not a custom resource definition", []);
  }
  if (apiVersion !== "apiextensions.k8s.io/v1") {
    return report("CRD1002", "this definition is not of version `apiextensions.k8s.io/v1`", ["apiVersion"]);
  }
  const spec = objectAt(value, "spec");
  const names = objectAt(spec, "names");
  const [group, kind, plural] = [textAt(spec, "group"), textAt(names, "kind"), textAt(names, "plural")];
  if (group === undefined || group.length > 253 || !subdomain.test(group)) {
    return report("CRD1003", "`spec.group` is not a DNS name", ["spec", "group"]);
  }
  if (kind === undefined || kind.length > 63 || !kindName.test(kind)) {
    return report("CRD1003", "`spec.names.kind` is not a kind", ["spec", "names", "kind"]);
  }
  if (plural === undefined || plural.length > 63 || !label.test(plural)) {
    return report("CRD1003", "`spec.names.plural` is not a resource name", ["spec", "names", "plural"]);
  }
  const versions = listAt(spec, "versions").flatMap((version, index) => versionOf(version, index, report) ?? []);
  if (versions.length === 0) report("CRD1008", `\`${kind}\` has no version that is served`, ["spec", "versions"]);
  return { document, group, kind, plural, namespaced: textAt(spec, "scope") !== "Cluster", versions };
}

function versionOf(
  version: unknown,
  index: number,
  report: (code: CrdDiagnostic["code"], message: string, path: readonly PathSegment[]) => undefined,
): DefinitionVersion | undefined {
  if (!isTrueAt(version, "served")) return undefined;
  const path = ["spec", "versions", index];
  const name = textAt(version, "name");
  if (name === undefined || name.length > 63 || !label.test(name)) {
    return report("CRD1003", "the name of a version is not a DNS label", [...path, "name"]);
  }
  const schema = member(objectAt(version, "schema"), "openAPIV3Schema");
  if (schema === undefined) report("CRD1004", `version \`${name}\` has no schema`, path);
  return { name, index, schema };
}
