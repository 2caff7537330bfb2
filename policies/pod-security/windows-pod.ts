import type { PodView } from "@writ/sdk";

/** Whether the Pod says that it runs on Windows; the API server then refuses the Linux-only security fields. */
export function isWindowsPod(pod: PodView): boolean {
  return pod.spec.os?.name === "windows";
}
