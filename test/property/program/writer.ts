import type { Scope } from "./scope.js";
import type { Subject } from "./subjects.js";
import type { Tree } from "./tree.js";
import type { Type } from "./types.js";

/** What a program is written with: choices, and names that it has not used. */
export interface Writer {
  readonly below: (limit: number) => number;
  readonly fresh: (hint: string) => string;
  readonly subject: Subject;
  /** Says how many more expressions there may be, until the next such word. */
  readonly allow: (expressions: number) => void;
  /** Whether there are as many as there may be: what is still needed must not grow. */
  readonly isFull: () => boolean;
  /** An expression of a type, at most so deep. */
  readonly make: (type: Type, depth: number, scope: Scope) => Tree;
}

/** Makes one of the alternatives that there may be. */
export type Make = () => Tree;

/** Expressions of one kind: how one of a type is made, whose parts may still be so deep. */
export type Producer = (writer: Writer, type: Type, depth: number, scope: Scope) => readonly Make[];

/** One of several values. */
export function one<Of>({ below }: Writer, of: readonly [Of, ...Of[]]): Of {
  return of[below(of.length)] ?? of[0];
}

/** The type of a condition: what may be absent is one, too. */
export function conditionType(writer: Writer): "boolean" | "boolean?" {
  return one(writer, ["boolean", "boolean?"]);
}

/** Whether something that happens so many times in a hundred does. */
export function chance({ below }: Writer, percent: number): boolean {
  return below(100) < percent;
}

/** Words that decide somewhere, or that engines are known to read differently, as they stand in a program. */
export const words = [
  '"a"',
  '"b"',
  '""',
  '"x"',
  '"é"',
  '"😀"',
  '"http"',
  '"constructor"',
  '"__proto__"',
  '"a/b"',
  '"$(X) {{x}}"',
  '"\\"`\\\\"',
] as const;

export const separators = ['","', '"/"', '":"', '"--"', '"é"', '"😀"'] as const;
