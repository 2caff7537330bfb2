import type { PathSegment } from "../context.js";
import type { FieldNode, InterfaceNode, TypeNode } from "../generate/tree.js";
import { type CrdDiagnostic, crdDiagnostic } from "./diagnostics.js";
import { type NameBook, pascalCase } from "./names.js";
import { type UntypedObject, asObject, isTrueAt, listAt, member, objectAt, textAt } from "./untyped.js";

/** Where the types of one module come together. Each list grows while schemas are read. */
export interface ModuleDraft {
  readonly names: NameBook;
  readonly interfaces: InterfaceNode[];
  readonly imports: Set<string>;
  readonly diagnostics: CrdDiagnostic[];
}

/** A place in a schema and what the interfaces below it are called after. */
export interface Place {
  readonly draft: ModuleDraft;
  readonly document: number;
  readonly path: readonly PathSegment[];
  readonly name: string;
  readonly depth: number;
  /** Shared by all places of one definition. */
  readonly kind: KindDraft;
}

/** What the schemas of one version of one definition have in common. */
export interface KindDraft {
  /** How many more schemas are read. */
  left: number;
  /**
   * Interfaces by their fields. The same struct often stands in many places (a Workflow holds 40 affinities); it gets one
   * interface, named after the first place. Not across kinds: adding a definition must not rename another's types.
   */
  readonly shapes: Map<string, string>;
}

export function kindDraft(): KindDraft {
  return { left: schemaBudget, shapes: new Map() };
}

/** The largest published definitions have some 20,000 schemas, 20 deep. */
const schemaBudget = 100_000;
const maxDepth = 100;
/** Names grow with the depth of a schema; a hostile one would make them grow without end. */
const maxNameLength = 200;

// What controller-gen writes for resource.Quantity: the only sign of a quantity that a schema bears.
const quantityPattern =
  "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

/**
 * The type of a structural schema. Only the parts that say what a value is are read: allOf, anyOf, oneOf and not may only
 * restrict values there. null has no type: to writ a null member is an absent one.
 */
export function typeOfSchema(schema: unknown, place: Place): TypeNode {
  const read = asObject(schema);
  if (read === undefined) return imported("Json", place);
  place.kind.left -= 1;
  if (place.depth > maxDepth || place.kind.left < 0) {
    if (place.kind.left >= -1) report("CRD1005", `this schema has more than ${limits(place)}`, place);
    return imported("Json", place);
  }
  const values = enumType(read);
  if (values !== undefined) return values;
  if (isTrueAt(read, "x-kubernetes-int-or-string") || textAt(read, "format") === "int-or-string") {
    return imported(textAt(read, "pattern") === quantityPattern ? "Quantity" : "IntOrString", place);
  }
  return typeByName(read, place);
}

function limits({ depth }: Place): string {
  return depth > maxDepth ? `${maxDepth} levels` : `${schemaBudget} parts`;
}

function typeByName(schema: UntypedObject, place: Place): TypeNode {
  switch (textAt(schema, "type")) {
    case "string":
      return textAt(schema, "format") === "date-time" ? imported("Time", place) : { kind: "name", name: "string" };
    case "integer":
      return imported("Integer", place);
    case "number":
      return { kind: "name", name: "number" };
    case "boolean":
      return { kind: "name", name: "boolean" };
    case "array":
      return { kind: "array", element: typeOfSchema(member(schema, "items"), below(place, "items")) };
    case "object":
      return objectType(schema, place);
    case undefined:
    default:
      if (!isTrueAt(schema, "x-kubernetes-preserve-unknown-fields"))
        report("CRD1007", "a schema without a type", place);
      return imported("Json", place);
  }
}

/** A union of literals; `undefined` where there is no enumeration or a value in it that has no literal. */
function enumType(schema: UntypedObject): TypeNode | undefined {
  const values = listAt(schema, "enum").filter((value) => value !== null);
  const members = values.flatMap((value): TypeNode[] => {
    if (typeof value === "number" && !Number.isFinite(value)) return [];
    const isLiteral = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    return isLiteral ? [{ kind: "literal", value }] : [];
  });
  if (members.length === 0 || members.length !== values.length) return undefined;
  const [first] = members;
  return members.length === 1 && first !== undefined ? first : { kind: "union", members };
}

function objectType(schema: UntypedObject, place: Place): TypeNode {
  const embedded = isTrueAt(schema, "x-kubernetes-embedded-resource");
  const properties = objectAt(schema, "properties");
  if (embedded || (properties !== undefined && Object.keys(properties).length > 0)) {
    return interfaceType(schema, embedded, place);
  }
  const values = member(schema, "additionalProperties");
  if (asObject(values) !== undefined) {
    return { kind: "record", value: typeOfSchema(values, below(place, "additionalProperties")) };
  }
  if (isTrueAt(schema, "x-kubernetes-preserve-unknown-fields")) return imported("Json", place);
  return { kind: "record", value: imported("Json", place) };
}

function interfaceType(schema: UntypedObject, embedded: boolean, place: Place): TypeNode {
  const { interfaces, names } = place.draft;
  // The place in the list is taken before the interfaces below, so that a parent stands above its parts.
  const index = interfaces.push({ name: "", fields: [] }) - 1;
  const own = fieldsOfSchema(schema, place);
  const fields = embedded ? withIdentity(own, place) : own;
  const shape = JSON.stringify(fields);
  const known = place.kind.shapes.get(shape);
  if (known !== undefined) {
    // Its parts have the names of the known one's parts, else the shapes would differ: nothing was added behind it.
    interfaces.length = index;
    return { kind: "name", name: known };
  }
  const name = names.claim(place.name);
  place.kind.shapes.set(shape, name);
  interfaces[index] = { name, fields };
  return { kind: "name", name };
}

/** The fields of a schema's `properties`, in its order. */
export function fieldsOfSchema(schema: UntypedObject, place: Place): readonly FieldNode[] {
  const required = new Set(listAt(schema, "required"));
  return Object.entries(objectAt(schema, "properties") ?? {}).map(([name, property]): FieldNode => {
    const path = [...place.path, "properties", name];
    const type = typeOfSchema(property, {
      ...{ ...place, path },
      name: `${place.name}${pascalCase(name)}`.slice(0, maxNameLength),
      depth: place.depth + 1,
    });
    return { name, optional: !required.has(name) || mayBeMissing(property), type };
  });
}

/** The API server fills a default in before it validates, and a null member reads as an absent one. */
function mayBeMissing(property: unknown): boolean {
  return member(property, "default") !== undefined || isTrueAt(property, "nullable");
}

/** The API server adds these to the schema of an embedded resource. */
function withIdentity(fields: readonly FieldNode[], place: Place): readonly FieldNode[] {
  const text: TypeNode = { kind: "name", name: "string" };
  const identity = ["apiVersion", "kind", "metadata"];
  return [
    { name: "apiVersion", optional: false, type: text },
    { name: "kind", optional: false, type: text },
    { name: "metadata", optional: true, type: imported("ObjectMeta", place) },
    ...fields.filter((field) => !identity.includes(field.name)),
  ];
}

function imported(name: string, { draft }: Place): TypeNode {
  draft.imports.add(name);
  return { kind: "name", name };
}

function below(place: Place, segment: string): Place {
  return { ...place, path: [...place.path, segment], depth: place.depth + 1 };
}

function report(code: CrdDiagnostic["code"], message: string, { draft, document, path }: Place): void {
  draft.diagnostics.push(crdDiagnostic(code, message, document, path));
}
