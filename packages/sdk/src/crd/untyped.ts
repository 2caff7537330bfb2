/** Readers of parsed YAML or JSON that may hold anything: a wrong type reads as absent, inherited members do not exist. */

export type UntypedObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): UntypedObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as UntypedObject) : undefined;
}

export function member(value: unknown, name: string): unknown {
  const object = asObject(value);
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

export function objectAt(value: unknown, name: string): UntypedObject | undefined {
  return asObject(member(value, name));
}

export function textAt(value: unknown, name: string): string | undefined {
  const text = member(value, name);
  return typeof text === "string" ? text : undefined;
}

export function listAt(value: unknown, name: string): readonly unknown[] {
  const list = member(value, name);
  return Array.isArray(list) ? (list as unknown[]) : [];
}

export function isTrueAt(value: unknown, name: string): boolean {
  return member(value, name) === true;
}
