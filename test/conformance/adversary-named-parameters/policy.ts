import { boolean, compareQuantities, integer, kinds, list, policy, quantity, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNamedParameters = policy({
  id: "adversary-named-parameters",
  title: "parameters whose names and values mean something elsewhere",
  severity: "low",
  match: kinds(Widget),
  params: {
    constructor: string("ctor"),
    toString: list(string(), ["a", ""]),
    hasOwnProperty: boolean(true),
    __proto__x: integer(-0),
    ["__proto__"]: string("proto"),
    msg: string('$(X) {{x}} "`\\\n\u2028%s'),
    "": string("nameless"),
    "a.b/c": string("path"),
    'q"`\\\n': integer(9007199254740991),
    "1": string("one"),
    params: string("params"),
    spec: quantity("1e3"),
  },
  check({ spec }, { report, params }) {
    if (spec.text === params.constructor) report(spec, "constructor");
    if (spec.text === params["__proto__"]) report(spec, "proto");
    for (const text of params.toString) if (spec.tags?.includes(text)) report(spec, `tag <${text}>`);
    if (params.hasOwnProperty && spec.count === params["__proto__x"]) report(spec, "zero");
    if (spec.text === params.msg) report(spec, params.msg);
    report(spec, `${params[""]} ${params["a.b/c"]} ${params['q"`\\\n']} ${params["1"]} ${params.params}`);
    if (compareQuantities(spec.memory, params.spec) === 0) report(spec, "a thousand");
  },
});
