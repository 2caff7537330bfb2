import type { Type } from "../ir/types.js";
import { imageIntrinsics } from "./image.js";
import type { Intrinsic } from "./intrinsic.js";
import { numberIntrinsics } from "./number.js";
import { quantityIntrinsics } from "./quantity.js";
import { versionIntrinsics } from "./version.js";
import { labelIntrinsics } from "./label.js";
import { networkIntrinsics } from "./network.js";
import { rbacIntrinsics } from "./rbac.js";
import { textIntrinsics } from "./text.js";

/** The intrinsics, in one place: every target fills a `Record<IntrinsicName, …>` and does not compile without it. */
export const intrinsics = {
  ...imageIntrinsics,
  ...numberIntrinsics,
  ...quantityIntrinsics,
  ...versionIntrinsics,
  ...labelIntrinsics,
  ...networkIntrinsics,
  ...rbacIntrinsics,
  ...textIntrinsics,
} as const satisfies Readonly<Record<string, Intrinsic>>;

export type IntrinsicName = keyof typeof intrinsics;

/** The intrinsic that @writ/sdk exports as `symbol`. */
export function intrinsicOf(symbol: string): IntrinsicName | undefined {
  return Object.hasOwn(intrinsics, symbol) ? (symbol as IntrinsicName) : undefined;
}

/** The fields of the record that an intrinsic makes, by the record's model name. */
export function intrinsicRecordFields(model: string): Readonly<Record<string, Type>> | undefined {
  const all: readonly Intrinsic[] = Object.values(intrinsics);
  return all.find((intrinsic) => intrinsic.result.value.kind === "record" && intrinsic.result.value.model === model)
    ?.fields;
}
