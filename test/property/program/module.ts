import { declarations } from "./constants.js";
import { expression } from "./expression.js";
import {
  type Name,
  type Scope,
  type Signature,
  passingFunctions,
  referencesOf,
  referring,
  withNames,
} from "./scope.js";
import { statements } from "./statements.js";
import { type Subject, contextNames, subjects } from "./subjects.js";
import { type Tree, code, textOf, within } from "./tree.js";
import { type Model, type Type, isOptional, models, sortOf, written } from "./types.js";
import { type Writer, chance, one } from "./writer.js";

/** A random program: the subject that it judges, and its functions and its policy. */
export interface Program {
  readonly subject: Subject;
  readonly tree: Tree;
}

/** Makes a program from choices. */
export function programOf(below: (limit: number) => number): Program {
  const subject = subjects[below(subjects.length)] ?? subjects[0];
  let names = 0;
  let expressions = 0;
  let limit = 0;
  const writer: Writer = {
    below,
    subject,
    fresh: (hint) => {
      names += 1;
      return `${hint}${String(names)}`;
    },
    allow: (more) => {
      limit = expressions + more;
    },
    isFull: () => expressions >= limit,
    make: (type, depth, scope) => {
      expressions += 1;
      return expression(writer, type, depth, scope);
    },
  };
  return { subject, tree: declared(writer, below(3), []) };
}

/** Functions, then the policy. */
function declared(writer: Writer, count: number, functions: readonly Signature[]): Tree {
  // Functions are inlined where they are called: large ones would be most of the program.
  writer.allow(count <= 0 ? 50 + writer.below(120) : 5 + writer.below(25));
  if (count <= 0) return policy(writer, { names: [], known: new Map([["operation", "tested"]]), functions });
  const item = one(writer, writer.subject.items);
  const parameterTypes: readonly [Type, ...Type[]] = [item, `${item}?`, `${item}[]`, "string", "string?", "Integer"];
  const results: readonly [Type, ...Type[]] = ["boolean", "boolean", "string", "string?", "Integer", `${item}?`];
  const result = one(writer, results);
  const name = writer.fresh("f");
  // What gives an object must be given one.
  const givers: readonly [Type, ...Type[]] = [`${item}?`, `${item}[]`];
  const first = one(writer, result === `${item}?` ? givers : parameterTypes);
  const parameters: readonly Type[] = [first, ...(chance(writer, 50) ? [one(writer, parameterTypes)] : [])];
  const own = parameters.map((type): Name => ({ text: writer.fresh("a"), type, place: false }));
  // Calls of calls grow fast, since functions are inlined.
  const scope: Scope = { names: own, known: new Map(), functions: functions.slice(0, 1) };
  const body = statements(writer, { kind: "function", result, count: 1 + writer.below(3), depth: 2 }, scope);
  const head = own.map(({ text, type }) => `${text}: ${written(type)}`).join(", ");
  const rest = declared(writer, count - 1, [...functions, { name, parameters, result }]);
  const given = own.map(({ text }) => text);
  return code(
    "module",
  )`function ${name}(${head}): ${written(result)} {\n${within(body, ...given)}}\n\n${within(rest, name)}`;
}

function policy(writer: Writer, scope: Scope): Tree {
  const { subject } = writer;
  const whole = withNames(scope, ...subject.names, ...contextNames);
  switch (writer.below(10)) {
    case 0: {
      const [deny, message] = [writer.make("boolean", 3, whole), writer.make("string", 2, whole)];
      const head = `(${subject.parameter}, { params, operation, oldObject, namespace })`;
      return code("module")`${before}  deny: ${head} => ${deny},\n  message: ${head} => ${message},\n});\n`;
    }
    case 1:
    case 2:
      return eachForm(writer, whole);
    default: {
      const body = statements(writer, { kind: "check", count: 2 + writer.below(3), depth: 2 + writer.below(2) }, whole);
      const last = code(
        "report",
      )`if (${writer.make("boolean", 2, whole)}) report(${subject.target}, ${writer.make("string", 1, whole)});\n`;
      return code(
        "module",
      )`${before}  check(${subject.parameter}, { params, report, operation, oldObject, namespace }) {\n${last}${body}  },\n});\n`;
    }
  }
}

function eachForm(writer: Writer, whole: Scope): Tree {
  const { subject } = writer;
  const lists = referencesOf(whole).filter(
    ({ type, place }) => place && subject.items.some((item) => sortOf(type) === `${item}[]`),
  );
  const list = lists[writer.below(Math.max(1, lists.length))];
  if (list === undefined) throw new Error("every subject has lists");
  const item = writer.fresh("e");
  const name: Name = { text: item, type: sortOf(list.type).slice(0, -2) as Model, place: true };
  const inner: Scope = { ...whole, names: [name, ...contextNames] };
  const deny = within(writer.make("boolean", 3, inner), item);
  const message = within(writer.make("string", 2, inner), item);
  const head = `(${item}, { params, operation, namespace })`;
  const listed = isOptional(list.type) && chance(writer, 50) ? code("list")`${referring(list)} ?? []` : referring(list);
  return code(
    "module",
  )`${before}  each: (${subject.parameter}) => ${listed},\n  deny: ${head} => ${deny},\n  message: ${head} => ${message},\n});\n`;
}

/** Stands for what comes before the predicates of a policy. */
const before = "@policy@";

/** The TypeScript of a program, whose policy has the given id; `fixtures` is where the models of test/conformance are. */
export function moduleText({ subject, tree }: Program, id: string, fixtures: string): string {
  const policyHead = [
    `export const ${id} = policy({`,
    `  id: "${id}",`,
    `  title: "T",`,
    `  severity: "low",`,
    `  match: ${subject.match},`,
    `  params: {`,
    `    text: string("a*"),`,
    `    limit: integer(1),`,
    `    names: list(string(), ["a", "b", ""]),`,
    `    numbers: list(integer(), [1, 3]),`,
    `    on: boolean(true),`,
    `    size: quantity("1Gi"),`,
    `  },`,
    "",
  ].join("\n");
  const own = textOf(tree).replace(before, policyHead);
  const needed = [...declarations].reverse().reduce((text, [name, declaration]) => {
    return mentions(text, name) ? `${declaration}\n${text}` : text;
  }, own);
  const passing = [...passingFunctions(passedTypes)].filter(([name]) => mentions(needed, name)).map(([, text]) => text);
  const body = `${passing.join("")}${needed}`;
  const fromSdk = exported.filter((name) => subject.imports.includes(name) || mentions(body, name));
  const fromFixture = ["Widget", "Part", "WidgetSpec", "OddNames"].filter((name) => mentions(body, name));
  return [
    `import { ${fromSdk.map((name) => (types.includes(name) ? `type ${name}` : name)).join(", ")} } from "@writ/sdk";`,
    ...(fromFixture.length === 0
      ? []
      : [
          `import { ${fromFixture.map((name) => (name === "Widget" ? name : `type ${name}`)).join(", ")} } from "${fixtures}widget.js";`,
        ]),
    "",
    body,
  ].join("\n");
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`, "u").test(text);
}

const scalars = ["string", "Integer", "number", "boolean", "IntOrString", "Quantity", "Json"] as const;
const passedTypes: readonly Type[] = [...scalars, ...(Object.keys(models) as Model[])].flatMap((sort) => {
  const sorts = [sort, `${sort}[]`, `Record<${sort}>`] as const;
  return [...sorts.flatMap((of): Type[] => [of, `${of}?`]), "string[][]", "string[][]?"] as const;
});

const own: readonly string[] = ["WidgetSpec", "Part", "OddNames"];
const types: readonly string[] = [
  ...Object.keys(models).filter((name) => !own.includes(name) && name !== "Role" && name !== "NetworkPolicy"),
  "Integer",
  "IntOrString",
  "Quantity",
  "Json",
];
const exported: readonly string[] = [
  ...["policy", "kinds", "workloads", "string", "integer", "boolean", "quantity", "list", "Role", "NetworkPolicy"],
  ...["asciiLowerCase", "asciiTrim", "asciiUpperCase", "decodeBase64", "codePointLength", "codePointSlice", "glob"],
  ...["imageRef", "isIp", "isCidr", "cidrContains", "compareKubernetesVersions", "count", "max", "min", "sum"],
  ...["addQuantities", "formatQuantity", "sumQuantities", "compareQuantities", "isQuantity", "ruleCovers"],
  ...["resourceCovers", "urlCovers", "effectiveSecurityContext", "hasLabels", "matchesSelector", "isSemver"],
  ...["compareSemver", "urlHost"],
  ...types,
];
