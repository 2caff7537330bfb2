import { compareQuantities } from "./intrinsics/quantity.js";
import type { ParamShape } from "./params.js";

/** Whether a value may be given for a parameter. */
export function acceptsParam(shape: ParamShape, value: unknown): boolean {
  switch (shape.type) {
    case "string":
      return typeof value === "string" && value.isWellFormed();
    case "integer":
      return Number.isSafeInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "quantity":
      return typeof value === "string" && compareQuantities(value, value) === 0;
    case "list":
      return Array.isArray(value) && value.every((element) => acceptsParam(shape.element, element));
  }
}

/** What a parameter accepts, in words: `a list, each element a text`. */
export function paramNoun(shape: ParamShape): string {
  switch (shape.type) {
    case "string":
      return "a text";
    case "integer":
      return "an integer";
    case "boolean":
      return "a boolean";
    case "quantity":
      return "a quantity such as `500m` or `2Gi`";
    case "list":
      return `a list, each element ${paramNoun(shape.element)}`;
  }
}
