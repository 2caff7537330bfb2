import type { networkIntrinsics } from "../../../intrinsics/network.js";
import type { LibraryFunction } from "./function.js";

export const networkFunctions: Readonly<Record<keyof typeof networkIntrinsics, LibraryFunction>> = {
  cidrContains: ["network", "contains_all"],
  isCidr: ["network", "is_cidr"],
  isIp: ["network", "is_ip"],
};
