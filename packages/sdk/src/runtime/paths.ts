import type { Path } from "./violation.js";

// Reports are rare and documents are many: the places of a document's objects are collected when the first is asked for.
const placesByDocument = new WeakMap<object, ReadonlyMap<object, Path>>();

/**
 * Where `target`, an object or list of the tree `document`, stands in it; `undefined` for anything else, such as a copy. Objects
 * keep their identity through `filter`, `find` and destructuring, so a report can name the element it found.
 */
export function pathOf(document: object, target: object): Path | undefined {
  const known = placesByDocument.get(document);
  if (known !== undefined) return known.get(target);
  const places = new Map<object, Path>();
  collect(document, [], places);
  placesByDocument.set(document, places);
  return places.get(target);
}

function collect(value: object, path: Path, places: Map<object, Path>): void {
  places.set(value, path);
  if (Array.isArray(value)) {
    for (const [index, element] of (value as unknown[]).entries()) {
      if (typeof element === "object" && element !== null) collect(element, [...path, index], places);
    }
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === "object" && member !== null) collect(member as object, [...path, key], places);
  }
}
