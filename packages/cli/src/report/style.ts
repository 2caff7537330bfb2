import type { Severity } from "@writ/sdk";

/** Paints text for a terminal, or leaves it as it is. */
export type Paint = (text: string) => string;

export interface Style {
  /** Cells a line may take. */
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

function sgr(open: string, close: string): Paint {
  return (text) => (text === "" ? "" : `\u001b[${open}m${text}\u001b[${close}m`);
}

const asIs: Paint = (text) => text;

/** The style of a stream. */
export function styleOf(coloured: boolean, width: number): Style {
  const paint = (open: string, close: string): Paint => (coloured ? sgr(open, close) : asIs);
  const red = paint("31", "39");
  const yellow = paint("33", "39");
  const bold = paint("1", "22");
  const dim = paint("2", "22");
  return {
    width,
    bold,
    dim,
    red,
    yellow,
    green: paint("32", "39"),
    cyan: paint("36", "39"),
    severity: { critical: paint("1;97;41", "22;39;49"), high: paint("1;31", "22;39"), medium: yellow, low: dim },
  };
}

export interface ColourRequest {
  /** `--color` is true, `--no-color` false. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** The flag decides; then NO_COLOR (any non-empty value, no-color.org); then FORCE_COLOR; then whether it is a terminal. */
export function wantsColour({ flag, env, isTerminal }: ColourRequest): boolean {
  if (flag !== undefined) return flag;
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTerminal && env["TERM"] !== "dumb";
}

const defaultWidth = 100;
const narrowest = 40;
const widest = 140;

/** The width to write to: the terminal's, within what stays readable. */
export function widthOf(columns: number | undefined): number {
  return Math.min(widest, Math.max(narrowest, columns ?? defaultWidth));
}
