import { kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNamesOfJavascript = policy({
  id: "adversary-names-of-javascript",
  title: "names of one's own that every object of JavaScript inherits, and names beyond ASCII",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const constructor = spec.text ?? "none";
    const toString = (valueOf: string): boolean => valueOf === constructor;
    const __proto__ = spec.tags?.[0];
    const $ = spec.count ?? 0;
    const _ = spec.tags?.[1] ?? "no second";
    const $_ = spec.tags?.[2] ?? "no third";
    const größe = spec.main?.size ?? 0;
    const 名前 = spec.main?.name ?? "nameless";
    if (__proto__ !== undefined && toString(__proto__)) report(spec, "first is the text");
    report(spec, `${constructor} ${$} ${_} ${$_} ${größe} ${名前}`);
    if ((spec.parts ?? []).some((hasOwnProperty) => hasOwnProperty.name === 名前)) report(spec, "namesake");
    for (const isPrototypeOf of spec.parts ?? [])
      for (const _ of isPrototypeOf.tags ?? []) if (_ === $_) report(isPrototypeOf, `${_} of ${isPrototypeOf.name}`);
  },
});
