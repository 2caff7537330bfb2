import type { versionIntrinsics } from "../../../intrinsics/version.js";
import type { LibraryFunction } from "./function.js";

export const versionFunctions: Readonly<Record<keyof typeof versionIntrinsics, LibraryFunction>> = {
  compareKubernetesVersions: ["version", "compare_kubernetes"],
  compareSemver: ["version", "compare_semver"],
  isSemver: ["version", "is_semver"],
};
