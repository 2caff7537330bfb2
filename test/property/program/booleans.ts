import { type Scope, after, has, inFunction, referencesOf, referring } from "./scope.js";
import { type Tree, code } from "./tree.js";
import { type Type, sortOf } from "./types.js";
import { type Make, type Producer, type Writer, conditionType, one, words } from "./writer.js";

/** Conditions: comparisons, presence, membership, and what is made of them. */
export const booleans: Producer = (writer, type, depth, scope) => {
  const make = (of: Type, inner = scope): Tree => writer.make(of, depth, inner);
  const joined =
    (operand: Type): Make =>
    () => {
      const left = make(operand);
      return code(type)`(${left} ${one(writer, ["&&", "||"])} ${make(operand, after(scope, left))})`;
    };
  if (type === "boolean?") {
    return [
      joined("boolean?"),
      joined("boolean?"),
      () => code(type)`${make("string?")}?.${one(writer, tests)}(${make("string")})`,
    ];
  }
  if (type !== "boolean") return [];
  const equality = (): string => one(writer, ["===", "!=="]);
  const compared =
    (left: Type, right: Type): Make =>
    () =>
      code(type)`(${make(left)} ${equality()} ${make(right)})`;
  const ports = has(scope, "IntOrString?");
  return [
    joined("boolean"),
    joined("boolean"),
    () => code(type)`!(${make(conditionType(writer))})`,
    compared(one(writer, ["string?", "string"]), "string"),
    compared("string?", "string?"),
    compared("Integer?", "Integer"),
    compared("boolean?", "boolean?"),
    ...(ports ? [compared("IntOrString?", one(writer, ["IntOrString?", "IntOrString", "string", "Integer"]))] : []),
    () => code(type)`(${make("Integer")} ${one(writer, ["<", "<=", ">", ">="])} ${make("Integer")})`,
    ...(has(scope, "number?")
      ? [
          () =>
            code(
              type,
            )`((${make("number?")} ?? ONE) ${one(writer, ["<", ">="])} ${one(writer, ["0.5", "1", "1.5", "ONE"])})`,
        ]
      : []),
    () => code(type)`${make("string")}.${one(writer, tests)}(${make("string")})`,
    () => code(type)`[${make("string")}, ${one(writer, words)}].includes(${make("string")})`,
    () => code(type)`new Set<string>([${one(writer, words)}, ${one(writer, words)}]).has(${make("string")})`,
    () => code(type)`${one(writer, ["known", "codes", "kinds_"])}.has(${make("string")})`,
    () => code(type)`even.has(${make("Integer")})`,
    () => code(type)`Object.hasOwn(${one(writer, ["titles", "teams"])}, ${make("string")})`,
    () =>
      code(
        type,
      )`limits.some(({ name, most }) => name === ${make("string", inFunction(scope))} && most <= ${make("Integer", inFunction(scope))})`,
    () => code(type)`isThere(${make("string?")})`,
    () => code(type)`/${one(writer, patterns)}/u.test(${make("string")})`,
    presence(writer, scope),
    presence(writer, scope),
    ...operationTests(writer, scope),
  ];
};

const tests = ["startsWith", "endsWith", "includes"] as const;

const patterns = ["^[a-b]?$", "x|é", "^.$", "[^a]", "\\d+$", "^\\S*$", "(?:ab?){1,2}", "\\bhttp"] as const;

/** Whether something is there, of whatever type. */
function presence(writer: Writer, scope: Scope): Make {
  return () => {
    const maybe = referencesOf(scope).filter(({ type }) => sortOf(type) !== type);
    const chosen = maybe[writer.below(Math.max(1, maybe.length))];
    if (chosen === undefined) return writer.make("boolean", 0, scope);
    const test = one(writer, ["=== undefined", "!== undefined", "!== undefined", "!= null"]);
    return code("boolean")`(${referring(chosen)} ${test})`;
  };
}

/** Through a function, since the type checker would know the operation after a test. */
function operationTests(writer: Writer, { names }: Scope): readonly Make[] {
  if (!names.some(({ text }) => text === "operation")) return [];
  return [
    () => {
      const operation = one(writer, ["CREATE", "UPDATE", "UPDATE", "DELETE"]);
      return code("boolean")`(sameString(operation) ${one(writer, ["===", "!=="])} "${operation}")`;
    },
  ];
}
