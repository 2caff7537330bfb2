import { boolean, kind, kinds, policy, string, type Integer, type Kind, type ObjectMeta } from "@writ/sdk";

interface Hostile {
  readonly apiVersion: "example.com/v1";
  readonly kind: "Widget";
  readonly metadata: ObjectMeta;
  readonly spec: Fields;
}

interface Fields {
  readonly in?: string;
  readonly true?: string;
  readonly null?: string;
  readonly package?: string;
  readonly namespace?: string;
  readonly has?: boolean;
  readonly size?: Integer;
  readonly type?: readonly string[];
  readonly map?: Fields;
  readonly length?: Integer;
  readonly toString?: () => string;
  readonly __proto__?: string;
  readonly __result__?: string;
  readonly object?: Fields;
  readonly ""?: string;
  readonly " "?: string;
  readonly "0"?: string;
  readonly "-"?: string;
  readonly "a.b/c"?: string;
  readonly "'\"`\\\n\u2028"?: string;
  readonly "é😀"?: string;
  readonly "$(x){{y}}%s"?: string;
}

const Widget: Kind<Hostile> = kind<Hostile>("example.com", "v1", "Widget", "widgets", true);
export const adversaryFieldNames = policy({
  id: "adversary-field-names",
  title: "fields whose names are words of CEL, Rego or JavaScript, or no names at all",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.in === "a") report(spec, "in", ["in"]);
    if (spec.true === spec.null) report(spec, "true and null");
    report(spec, `${spec.package ?? "-"} ${spec.namespace ?? "-"} ${spec.size ?? 0} ${spec.length ?? 0}`);
    if (spec.has) report(spec, "has", ["has"]);
    for (const type of spec.type ?? []) if (type === spec.map?.map?.in) report(spec.map.map, type, ["in"]);
    if (spec.__proto__ === "a") report(spec, "proto", ["__proto__"]);
    if (spec.__result__ === "a") report(spec, "result", ["__result__"]);
    if (spec.object?.object?.[""] === "a") report(spec.object, "nameless", ["object", ""]);
    if (spec[" "] === "a" || spec["0"] === "a" || spec["-"] === "a")
      report(spec, "blank, digit or hyphen", [" ", "0", "-"]);
    if (spec["a.b/c"] === "a") report(spec, "a path", ["a.b/c"]);
    if (spec["'\"`\\\n\u2028"] === "a") report(spec, "quotes", ["'\"`\\\n\u2028"]);
    if (spec["é😀"] === "a") report(spec, "beyond ASCII", ["é😀"]);
    if (spec["$(x){{y}}%s"] === "a") report(spec, "what hosts replace", ["$(x){{y}}%s"]);
  },
});
