import type { Style } from "../report/style.js";
import { type Outcome, type Status, statusOf } from "./outcome.js";

const gap = "  ";

/** A row for each policy and a column for each target. Without colour the words alone tell. */
export function policyTable({ policies, targets }: Outcome, style: Style): string {
  const columns = targets.map((built) => ({ built, width: Math.max(built.target.length, "refused".length) }));
  const taken = columns.reduce((sum, { width }) => sum + gap.length + width, 0);
  const room = Math.max("policy".length, style.width - taken);
  const longest = Math.max("policy".length, ...policies.map(({ id }) => id.length));
  const width = Math.min(longest, room);
  const head = ["policy".padEnd(width), ...columns.map(({ built, width: cell }) => built.target.padEnd(cell))];
  const rows = policies.map(({ id }) => {
    const cells = columns.map(({ built, width: cell }, index) => {
      const status = statusOf(built, id);
      const padding = index === columns.length - 1 ? "" : " ".repeat(cell - status.length);
      return `${paint(status, style)}${padding}`;
    });
    return [shortened(id, width).padEnd(width), ...cells].join(gap);
  });
  return [style.bold(head.join(gap).trimEnd()), ...rows].map((line) => `${line}\n`).join("");
}

function paint(status: Status, style: Style): string {
  switch (status) {
    case "ok":
      return style.green(status);
    case "notice":
      return style.yellow(status);
    case "refused":
      return style.red(status);
  }
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
