import type { ApiServer } from "@writ/apiserver";
import type { Console } from "../console.js";
import { type Result, failure, success } from "../problem.js";

/** What becomes of documents in an API server: its own code, in a process beside this one. */
export type AdmissionCode = Pick<ApiServer, "kubernetes" | "define" | "admit" | "close">;

/**
 * Starts the API server's code, which is loaded only here. The first time ever it is built, which takes minutes: what the build says goes to
 * standard error.
 */
export async function openAdmissionCode({ env, err }: Console): Promise<Result<AdmissionCode>> {
  const { openApiServer } = await import("@writ/apiserver");
  const opened = await openApiServer({ env, report: (line) => err.write(`${line}\n`) });
  return "message" in opened ? failure({ code: "WRIT2022", ...opened }) : success(opened);
}
