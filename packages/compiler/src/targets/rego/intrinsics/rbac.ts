import type { rbacIntrinsics } from "../../../intrinsics/rbac.js";
import type { LibraryFunction } from "./function.js";

export const rbacFunctions: Readonly<Record<keyof typeof rbacIntrinsics, LibraryFunction>> = {
  resourceCovers: ["rbac", "resource_covers"],
  urlCovers: ["rbac", "url_covers"],
};
