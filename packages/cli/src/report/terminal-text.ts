/**
 * Text from files, made safe and measurable for a terminal. A manifest may hold escape sequences that move the cursor,
 * retitle the window or forge lines of the report; none may reach the terminal raw.
 */

// C0, DEL, C1, line and paragraph separators, and the invisible characters that reorder text (bidirectional controls).

const unsafe =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const loneSurrogate = /\p{Surrogate}/gu;

/** One line that is safe to print: each unsafe character becomes U+FFFD, so that columns do not move. */
export function printable(text: string): string {
  return text.replace(unsafe, "\ufffd").replace(loneSurrogate, "\ufffd").replaceAll("\t", " ");
}

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Terminal cells that a printable line takes. */
export function cells(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let total = 0;
  for (const character of text) total += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return total;
}

/** The longest start of `text` that fits into `width` cells, with an ellipsis when something was cut. */
export function fit(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const character of text) {
    const next = cells(character);
    if (used + next > width - 1) break;
    kept += character;
    used += next;
  }
  return `${kept}…`;
}

/** Breaks text at spaces into lines of at most `width` cells; a longer word stands alone and is cut by nobody. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    if (line !== "" && cells(line) + 1 + cells(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}
