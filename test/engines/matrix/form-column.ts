import type { EngineForm } from "@writ/prove/engines";
import type { Column } from "./column.js";

/** A form of `writ prove` as a column of the matrix. */
export function formColumn({ name, engine, refusal, judge, close }: EngineForm): Column {
  return {
    name,
    engine,
    refusal: ({ bench }) => refusal(bench.compiled),
    judge: ({ bench }, requests) => judge(bench.compiled, requests),
    close,
  };
}
