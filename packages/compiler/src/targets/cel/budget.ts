import type { CompiledPolicy } from "../../ir/policy.js";
import { joinedShape, mergeShapes } from "../../ir/shape-check.js";
import type { Shape } from "../../ir/shape.js";
import { estimate, type PolicyCost } from "./cost.js";
import type { CelHost } from "./emitter.js";
import { type Extent, extentOf, largestValue, scalar, text } from "./extent.js";
import { celProgram } from "./program.js";
import { sizesOf } from "./sizes.js";
import type { JsonObject } from "../../ir/policy.js";

/**
 * What one evaluation of a policy costs at most, in the units of CEL's meter, on an object of the sizes that it declares, else of the
 * published ones. The texts of the object are taken to be printable: a message with a control character costs more.
 */
export function policyCost(policy: CompiledPolicy, host: CelHost): PolicyCost {
  const sizes = sizesOf(policy.sizes);
  const extents: Readonly<Record<string, Extent>> = {
    object: largestOf(policy, "object"),
    oldObject: largestOf(policy, "old"),
  };
  const roots = (name: string): Extent =>
    extents[name] ?? (name.startsWith("params.") ? text(sizes("characters")) : scalar);
  return estimate(celProgram(policy, host, true), roots, sizes("characters"));
}

/** The largest object that a policy is expected to judge, of one of its kinds. */
export function largestObject(policy: CompiledPolicy, kind: CompiledPolicy["kinds"][number]): JsonObject {
  const shape = joinedShape(policy.ir.shapes, kind.kind);
  const made = shape === undefined ? {} : (largestValue(extentOf(shape, "", sizesOf(policy.sizes))) as JsonObject);
  const apiVersion = kind.group === "" ? kind.version : `${kind.group}/${kind.version}`;
  return { ...made, apiVersion, kind: kind.kind };
}

function largestOf(policy: CompiledPolicy, which: "object" | "old"): Extent {
  const { shapes } = policy.ir;
  const { oldObject: object, oldPod: pod } = shapes;
  const of = which === "object" ? shapes : { ...(object && { object }), ...(pod && { pod }) };
  const joined = policy.kinds.flatMap(({ kind }) => joinedShape(of, kind) ?? []);
  const shape = joined.reduce<Shape | undefined>(
    (all, one) => (all === undefined ? one : mergeShapes(all, one)),
    undefined,
  );
  const extent = shape === undefined ? scalar : extentOf(shape, "", sizesOf(policy.sizes));
  const own = { kind: text(63), apiVersion: text(63) };
  return { ...extent, fields: { ...extent.fields, ...own } };
}
