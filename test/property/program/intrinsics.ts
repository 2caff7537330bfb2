import { ofGrammar } from "./constants.js";
import { type Scope, has } from "./scope.js";
import { type Tree, code } from "./tree.js";
import type { Type } from "./types.js";
import { type Make, type Producer, type Writer, chance, one } from "./writer.js";

/** Calls of the intrinsics of @writ/sdk. */
export const intrinsicCalls: Producer = (writer, type, depth, scope) => {
  const make = (of: Type): Tree => writer.make(of, depth, scope);
  /** What an intrinsic reads, and now and then a text of its grammar. */
  const text = (grammar: string, of: "string" | "string?" = one(writer, ["string", "string?"])): Tree =>
    chance(writer, 30) ? code("string")`${ofGrammar(writer, grammar)}` : make(of);
  const quantity = (): Tree => {
    if (chance(writer, 35)) return code("string")`${ofGrammar(writer, "quantity")}`;
    return make(has(scope, "Quantity?") && chance(writer, 60) ? "Quantity?" : "string?");
  };
  const ascii = (): string => one(writer, ["asciiLowerCase", "asciiUpperCase", "asciiTrim"]);
  switch (type) {
    case "string":
      return [
        () => code(type)`${ascii()}(${make("string")})`,
        () => code(type)`codePointSlice(${make("string")}, ${make("Integer")})`,
        () => code(type)`codePointSlice(${make("string")}, ${one(writer, ["0", "1", "-2"])}, ${make("Integer")})`,
      ];
    case "string?":
      return [
        () => code(type)`${ascii()}(${make("string?")})`,
        () => code(type)`codePointSlice(${make("string?")}, ${make("Integer")})`,
        () => code(type)`decodeBase64(${text("base64")})`,
        () => code(type)`urlHost(${text("url")})`,
        () =>
          code(type)`imageRef(${text("image")})?.${one(writer, ["registry", "repository", "name", "tag", "digest"])}`,
        () => code(type)`addQuantities(${quantity()}, ${quantity()})`,
        () => code(type)`formatQuantity(${quantity()})`,
        () => code(type)`sumQuantities(${make(one(writer, ["string[]", "string[]?"]))})`,
        ...effective(writer, ["procMount", "seccompProfile?.type", "windowsOptions.runAsUserName"], scope),
      ];
    case "Integer":
      return [
        () => code(type)`codePointLength(${make("string")})`,
        () => code(type)`count(${make("string[]")}, ${make("string")})`,
        () => code(type)`(${one(writer, ["sum", "min", "max"])}([${make("Integer")}, ${make("Integer")}]) ?? ONE)`,
      ];
    case "Integer?":
      return [
        () => code(type)`compareQuantities(${quantity()}, ${quantity()})`,
        () => code(type)`compareSemver(${text("semver")}, ${text("semver")})`,
        () => code(type)`compareKubernetesVersions(${text("version")}, ${text("version")})`,
        () => code(type)`${one(writer, ["sum", "min", "max"])}(${make(one(writer, ["Integer[]", "Integer[]?"]))})`,
        () => code(type)`count(${make("string[]?")}, ${make("string")})`,
        () => code(type)`codePointLength(${make("string?")})`,
        ...effective(writer, ["runAsUser", "runAsGroup"], scope),
      ];
    case "boolean":
      return [
        () => code(type)`glob(${make("string")}, ${text("glob", "string")})`,
        () => code(type)`isIp(${text("ip", "string")})`,
        () => code(type)`isCidr(${text("cidr", "string")})`,
        () => code(type)`isQuantity(${text("quantity", "string")})`,
        () => code(type)`isSemver(${text("semver", "string")})`,
        () => code(type)`resourceCovers(${make("string")}, ${text("resource", "string")})`,
        () => code(type)`urlCovers(${make("string")}, ${text("path", "string")})`,
        ...onLabels(writer, depth, scope),
        ...onRules(writer, depth, scope),
      ];
    case "boolean?":
      return [
        () => code(type)`cidrContains(${text("cidr")}, ${text("ip")})`,
        () => code(type)`isQuantity(${make(has(scope, "Quantity?") ? "Quantity?" : "string?")})`,
        ...effective(writer, ["runAsNonRoot", "privileged", "windowsOptions.hostProcess"], scope),
      ];
    default:
      return [];
  }
};

function onLabels(writer: Writer, depth: number, scope: Scope): readonly Make[] {
  if (!has(scope, "Record<string>?")) return [];
  const labels = (): Tree => writer.make("Record<string>?", depth, scope);
  const selector: readonly Make[] = has(scope, "LabelSelector?")
    ? [() => code("boolean")`matchesSelector(${writer.make("LabelSelector?", depth, scope)}, ${labels()})`]
    : [];
  return [
    ...selector,
    ...selector,
    ...selector,
    () => code("boolean")`hasLabels(${labels()} ?? {}, ${labels()} ?? {})`,
  ];
}

function onRules(writer: Writer, depth: number, scope: Scope): readonly Make[] {
  if (!has(scope, "PolicyRule")) return [];
  const rule = (): Tree => writer.make("PolicyRule", 0, scope);
  const resource = (): Tree => writer.make("string", Math.min(depth, 1), scope);
  const resources: Make = () =>
    code(
      "boolean",
    )`ruleCovers(${rule()}, { verb: ${one(writer, ['"get"', '"*"', "A"])}, apiGroup: ${one(writer, ['""', '"apps"', "A"])}, resource: ${resource()} })`;
  return [
    resources,
    resources,
    () =>
      code(
        "boolean",
      )`ruleCovers(${rule()}, { verb: "get", apiGroup: "", resource: ${ofGrammar(writer, "resource")}, resourceName: ${resource()} })`,
    () => code("boolean")`ruleCovers(${rule()}, { verb: "get", nonResourceURL: ${ofGrammar(writer, "path")} })`,
  ];
}

/** A setting of a container that its Pod may give. */
function effective(writer: Writer, settings: readonly [string, ...string[]], scope: Scope): readonly Make[] {
  if (!has(scope, "Container") || !scope.names.some(({ text }) => text === "pod")) return [];
  const made: Make = () =>
    code("setting")`effectiveSecurityContext(pod, ${writer.make("Container", 0, scope)}).${one(writer, settings)}`;
  return [made, made, made];
}
