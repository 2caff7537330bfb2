import {
  asciiLowerCase,
  asciiTrim,
  asciiUpperCase,
  codePointLength,
  codePointSlice,
  decodeBase64,
  glob,
  urlHost,
} from "@writ/sdk";
import { type Type, bool, int, optional, string } from "../ir/types.js";
import type { Intrinsic } from "./intrinsic.js";

const ofText = { parameters: [["string"]], result: string } as const;
const optionalString: Type = optional(string);

/** Intrinsics on text. */
export const textIntrinsics = {
  asciiLowerCase: { symbol: "asciiLowerCase", ...ofText, evaluate: (text: string) => asciiLowerCase(text) },
  asciiTrim: { symbol: "asciiTrim", ...ofText, evaluate: (text: string) => asciiTrim(text) },
  asciiUpperCase: { symbol: "asciiUpperCase", ...ofText, evaluate: (text: string) => asciiUpperCase(text) },
  codePointLength: {
    symbol: "codePointLength",
    parameters: [["string"]],
    result: int,
    evaluate: (text: string) => codePointLength(text),
  },
  codePointSlice: {
    symbol: "codePointSlice",
    parameters: [["string"], ["int"], ["int"]],
    defaults: [Number.MAX_SAFE_INTEGER],
    result: string,
    evaluate: (text: string, start: number, end: number) => codePointSlice(text, start, end),
  },
  decodeBase64: {
    symbol: "decodeBase64",
    parameters: [["string"]],
    result: optionalString,
    evaluate: (encoded: string) => decodeBase64(encoded),
  },
  glob: {
    symbol: "glob",
    parameters: [["string"], ["string"]],
    result: bool,
    evaluate: (value: string, pattern: string) => glob(value, pattern),
  },
  urlHost: {
    symbol: "urlHost",
    parameters: [["string"]],
    result: optionalString,
    evaluate: (url: string) => urlHost(url),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;
