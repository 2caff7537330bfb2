import { openValidatorForms, type ValidatorLine } from "@writ/prove/engines";
import { builtProgram } from "../src/build/build.js";
import type { Column } from "./column.js";
import { formColumn } from "./form-column.js";

/** The columns of one minor of the API server. */
export async function openValidatorColumns(line: ValidatorLine): Promise<readonly Column[]> {
  return openValidatorForms(line, await builtProgram(`apiserver-${line}`)).map(formColumn);
}
