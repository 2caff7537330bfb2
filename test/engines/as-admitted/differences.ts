/** The places at which two values differ, each with both values as JSON: `spec.replicas: 1, not absent`. */
export function differences(expected: unknown, found: unknown, path = ""): readonly string[] {
  if (isObject(expected) && isObject(found)) {
    const fields = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
    return fields.flatMap((field) =>
      differences(expected[field], found[field], path === "" ? field : `${path}.${field}`),
    );
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((item, index) => differences(item, found[index], `${path}[${String(index)}]`));
  }
  if (JSON.stringify(expected) === JSON.stringify(found)) return [];
  return [`${path}: the server says ${said(expected)}, its code alone ${said(found)}`];
}

function said(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
