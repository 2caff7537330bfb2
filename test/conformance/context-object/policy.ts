import { boolean, integer, kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

function isAbove(count: number | undefined, limit: number): boolean {
  return count !== undefined && count > limit;
}
export const contextObject = policy({
  id: "context-object",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { strict: boolean(true), limit: integer(3), text: string("p") },
  check({ spec }, context) {
    if (context.params.strict && context.operation === "CREATE") context.report(spec, `limit ${context.params.limit}`);
    const { report, params } = context;
    if (isAbove(spec.count, context.params.limit)) report(spec, params.text);
  },
});
