import { refusal, type Refusal, type RefusalCode } from "./refusal.js";

/** Where the parser stands in the source, and the first reason to refuse it. */
export interface Cursor {
  readonly source: string;
  readonly unicode: boolean;
  readonly ignoreCase: boolean;
  at: number;
  refused: Refusal | undefined;
}

/** Records the first refusal and moves to the end, so that every loop of the parser comes to an end. */
export function refuse(cursor: Cursor, start: number, code: RefusalCode, message: string, help: string): void {
  const end = Math.max(cursor.at, start + 1);
  cursor.refused ??= refusal(code, { start, end: Math.min(end, cursor.source.length) }, message, help);
  cursor.at = cursor.source.length;
}

export function isAtEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.source.length;
}

/** Consumes `text` if it stands here. */
export function take(cursor: Cursor, text: string): boolean {
  if (!cursor.source.startsWith(text, cursor.at)) return false;
  cursor.at += text.length;
  return true;
}

/** Consumes what the expression matches here. */
export function takeMatch(cursor: Cursor, expression: RegExp): RegExpExecArray | undefined {
  const here = new RegExp(expression.source, "yu");
  here.lastIndex = cursor.at;
  const match = here.exec(cursor.source);
  if (match === null) return undefined;
  cursor.at += match[0].length;
  return match;
}

/** Consumes one character: a code point, however the source writes it. */
export function takeCodePoint(cursor: Cursor): number {
  const codePoint = cursor.source.codePointAt(cursor.at) ?? 0;
  cursor.at += codePoint > 0xffff ? 2 : 1;
  return codePoint;
}
