import { podPath } from "@writ/sdk";
import type { CompiledPolicy } from "../../ir/policy.js";
import { type RootShapes, type Shape, shapesOfKind } from "../../ir/shape.js";
import { joinShapes } from "../../ir/shape-check.js";
import { type Cel, and, list, literal, name, or, relation, ternary } from "./ast.js";
import type { Emitter } from "./emitter.js";
import { conforms, firstProblem, firstText, type Place } from "./guard.js";
import { type CelVariable, choiceByKind, podText, subjectOf } from "./roots.js";

/** What stands before the rules where nobody has decoded the object: `variables.wellFormed`, and what to say when it is false. */
export interface ShapeGuard {
  readonly variables: readonly CelVariable[];
  /** The message of the first broken place: of the object, else of the old object. */
  readonly problem: Cel;
}

/** One of the two objects of a request. */
interface Side {
  readonly object: "object" | "oldObject";
  readonly pod: "pod" | "oldPod";
  readonly value: Cel;
  /** What messages call it. */
  readonly text: "" | "oldObject";
}

/** The shape guard of a policy; undefined when it reads nothing, or its host has decoded what it reads. */
export function shapeGuardOf(emitter: Emitter, policy: CompiledPolicy): ShapeGuard | undefined {
  if (emitter.host.decoded) return undefined;
  const sides: readonly Side[] = [
    { object: "object", pod: "pod", value: subjectOf(policy), text: "" },
    { object: "oldObject", pod: "oldPod", value: name("variables.oldObject"), text: "oldObject" },
  ];
  const { shapes } = policy.ir;
  const guarded = sides.filter((side) => shapes[side.object] !== undefined || shapes[side.pod] !== undefined);
  if (guarded.length === 0) return undefined;
  const isAbsent = relation("==", name("variables.oldObject"), literal(null));
  return {
    variables: [
      ...guarded
        .filter((side) => shapes[side.pod] !== undefined)
        .map((side) => ({
          name: `${side.pod}Text`,
          expression: podText(policy, side.text === "" ? "" : `${side.text}.`),
        })),
      {
        name: "wellFormed",
        expression: and(
          guarded.map((side) =>
            side.text === ""
              ? sideConforms(emitter, policy, side)
              : or([isAbsent, sideConforms(emitter, policy, side)]),
          ),
        ),
      },
    ],
    problem: firstText(
      emitter,
      list(
        guarded.map((side) =>
          side.text === ""
            ? sideProblem(emitter, policy, side)
            : ternary(isAbsent, literal(""), sideProblem(emitter, policy, side)),
        ),
      ),
    ),
  };
}

function ofKind(policy: CompiledPolicy, side: Side, make: (shapes: RootShapes, kind: string) => Cel): Cel {
  const { shapes } = policy.ir;
  const at = (kind: string): RootShapes => {
    const found = shapesOfKind(shapes, kind);
    const [object, pod] = [found[side.object], found[side.pod]];
    return { ...(object === undefined ? {} : { object }), ...(pod === undefined ? {} : { pod }) };
  };
  return choiceByKind(
    policy,
    (kind) => make(at(kind), kind),
    // Where both are read, one of them stands inside the other, at a place that depends on the kind.
    (kind) => JSON.stringify([at(kind), readsBoth(at(kind)) ? podPath(kind) : []]),
  );
}

function readsBoth({ object, pod }: RootShapes): boolean {
  return object !== undefined && pod !== undefined;
}

function objectPlace({ value, text }: Side): Place {
  return { way: value, value, text: { rest: text } };
}

function podPlace({ pod }: Side): Place {
  const value = name(`variables.${pod}`);
  return { way: value, value, text: { base: name(`variables.${pod}Text`), rest: "" } };
}

function wayIsSound({ pod }: Side): Cel {
  return relation("==", name(`variables.${pod}Problem`), literal(""));
}

/** A Pod that is not reached is null, and so not the object that it is required to be. */
function sideConforms(emitter: Emitter, policy: CompiledPolicy, side: Side): Cel {
  return ofKind(policy, side, ({ object, pod }) =>
    and([
      ...(pod === undefined ? [] : [conforms(emitter, pod, podPlace(side))]),
      ...(object === undefined ? [] : [conforms(emitter, object, objectPlace(side))]),
    ]),
  );
}

function sideProblem(emitter: Emitter, policy: CompiledPolicy, side: Side): Cel {
  return ofKind(policy, side, ({ object, pod }, kind) => {
    if (pod === undefined) return problemOf(emitter, object, objectPlace(side));
    // The first problem by path may be of either, so one shape that holds both is walked.
    if (object !== undefined) return problemOf(emitter, joinShapes(object, pod, podPath(kind)), objectPlace(side));
    const onTheWay = name(`variables.${side.pod}Problem`);
    return ternary(wayIsSound(side), problemOf(emitter, pod, podPlace(side)), onTheWay);
  });
}

function problemOf(emitter: Emitter, shape: Shape | undefined, place: Place): Cel {
  return shape === undefined ? literal("") : firstProblem(emitter, shape, place);
}
