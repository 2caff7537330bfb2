import type { Console } from "../console.js";

/** What a proof is at, on one line that is written over; on a terminal only. */
export interface Progress {
  /** Begins with a policy, and says who is yet to be heard about it. */
  readonly policy: (id: string, witnesses: readonly string[]) => void;
  /** One of them has been heard. */
  readonly heard: (witness: string, inputs: number) => void;
  /** Everyone has been heard: what is left is to run the mutants. */
  readonly end: () => void;
}

/** Shows the progress of a proof of so many policies. */
export function showProgress({ err }: Console, policies: number): Progress {
  let [done, verdicts, current] = [0, 0, ""];
  const waiting = new Set<string>();
  const show = (): void => {
    if (!err.isTerminal) return;
    const on = waiting.size === 0 ? "running mutants" : `waiting for ${[...waiting].join(", ")}`;
    const line = `${String(done)} of ${String(policies)}: ${current} · ${verdicts.toLocaleString("en")} verdicts · ${on}`;
    err.write(`\r\u001b[2K${line.slice(0, Math.max(20, (err.columns || 100) - 1))}`);
  };
  return {
    policy: (id, witnesses) => {
      [done, current] = [done + 1, id];
      for (const witness of witnesses) waiting.add(witness);
      show();
    },
    heard: (witness, inputs) => {
      waiting.delete(witness);
      verdicts += inputs;
      show();
    },
    end: () => {
      if (err.isTerminal) err.write("\r\u001b[2K");
    },
  };
}
