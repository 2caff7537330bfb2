import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const ports = new Map([
  ["http", 80],
  ["https", 443],
  ["http", 8080],
  ["__proto__", 1],
  ["constructor", 2],
  ["", 3],
]);
const order = { b: "x", 10: "ten", a: "y", 9: "nine", "-1": "minus", "01": "text" } as const;
const nested = { a: { b: { c: "deep" } }, "a.b": { b: { c: "dotted" } } };
const mixed = { flag: true, count: 3, text: "t", list: ["l"] } as const;
export const adversaryConstantMaps = policy({
  id: "adversary-constant-maps",
  title: "constant maps have the keys that are written, the last value of each, and integers first",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "none";
    report(spec, `${ports.get(text) ?? 0} of ${ports.size} ${ports.has(text) ? "known" : "unknown"}`);
    report(spec, Object.keys(order).join(" "));
    for (const [key, value] of Object.entries(order)) if (value === text) report(spec, `${key} is ${value}`);
    if (Object.hasOwn(order, text)) report(spec, "a key");
    report(spec, `${order["10"]} ${order["9"]} ${order["-1"]} ${order["01"]}`);
    if (nested.a.b.c === text || nested["a.b"].b.c === text) report(spec, "nested");
    if (mixed.flag && mixed.count === spec.count && mixed.list.includes(mixed.list[0])) report(spec, mixed.text);
  },
});
