import type { textIntrinsics } from "../../../intrinsics/text.js";
import type { LibraryFunction } from "./function.js";

export const textFunctions: Readonly<Record<keyof typeof textIntrinsics, LibraryFunction>> = {
  asciiLowerCase: ["ascii", "lower_case"],
  asciiTrim: ["ascii", "trimmed"],
  asciiUpperCase: ["ascii", "upper_case"],
  codePointLength: ["code_points", "length"],
  codePointSlice: ["code_points", "part"],
  decodeBase64: ["encoding", "base64_text"],
  glob: ["glob", "matches"],
  urlHost: ["url", "host"],
};
