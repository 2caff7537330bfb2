import type { IntrinsicName } from "../../../intrinsics/table.js";
import type { Cel } from "../ast.js";
import type { CelEncoding } from "./encoding.js";
import { imageEncodings, imageMember } from "./image.js";
import { numberEncodings } from "./number.js";
import { quantityEncodings } from "./quantity.js";
import { versionEncodings } from "./version.js";
import { labelEncodings } from "./label.js";
import { networkEncodings } from "./network.js";
import { rbacEncodings } from "./rbac.js";
import { textEncodings } from "./text.js";

/** What each intrinsic is in CEL. */
export const encodings: Readonly<Record<IntrinsicName, CelEncoding>> = {
  ...imageEncodings,
  ...numberEncodings,
  ...quantityEncodings,
  ...versionEncodings,
  ...labelEncodings,
  ...networkEncodings,
  ...rbacEncodings,
  ...textEncodings,
};

/** The members of the records that intrinsics make, by the record's model: a record is what its encoding says, mostly a text. */
export const recordMembers: Readonly<Record<string, (member: string, of: Cel) => Cel>> = {
  ImageRef: imageMember,
};
