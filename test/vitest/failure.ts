import { stripVTControlCharacters } from "node:util";

/** The text of an assertion that must fail, without colours. */
export function failure(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return `\n${stripVTControlCharacters((error as Error).message)}\n`;
  }
  throw new Error("the assertion passes");
}
