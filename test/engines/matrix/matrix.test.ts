import { afterAll, describe, it } from "vitest";
import { compare, shown } from "./compare.js";
import type { Column } from "./column.js";
import { localColumns, openTopdownColumn } from "./rego-columns.js";
import { readSubjects } from "./subject.js";
import { openValidatorColumns } from "./validator-columns.js";

const subjects = await readSubjects();
const columns: readonly Column[] = [
  ...localColumns,
  openTopdownColumn(),
  ...(await openValidatorColumns("new")),
  ...(await openValidatorColumns("old")),
];
afterAll(() => Promise.all(columns.map(({ close }) => close())));

describe.each(subjects.map((subject) => [subject.name, subject] as const))("%s", (_, subject) => {
  it.each(columns.map((column) => [column.name, column] as const))("%s", async (_, column) => {
    const refusal = column.refusal(subject);
    if (refusal !== undefined) return;
    const requests = subject.labelled.map(({ request }) => request);
    const { differences } = compare(subject.bench.compiled, await column.judge(subject, requests));
    if (differences.length > 0) throw new Error(shown(subject.name, differences));
  });
});
