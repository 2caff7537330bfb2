import { openKyvernoForms } from "@writ/prove/engines";
import { builtProgram } from "../src/build/build.js";
import type { Column } from "./column.js";
import { formColumn } from "./form-column.js";

/** Both of Kyverno's kinds of policy, in its CLI, which makes all its calls in one process. */
export async function openKyvernoColumns(): Promise<readonly Column[]> {
  return openKyvernoForms({ ...(await builtProgram("kyverno-cli")), answersLines: true }).map(formColumn);
}
