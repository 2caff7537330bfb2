import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

const file = fileURLToPath(new URL("../docs/report-schema.json", import.meta.url));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(file, "utf8")) as object,
);

/** What the documented schema of the JSON report has against a report; empty when it is one. */
export function schemaErrors(report: unknown): readonly unknown[] {
  return validate(report) ? [] : (validate.errors ?? []);
}
