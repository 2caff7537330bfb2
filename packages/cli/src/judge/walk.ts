import type { InputDocument, InputFile, InputItem } from "@writ/inputs";
import { type Findings, inputError } from "./collect.js";
import type { KindIndex } from "./kind-index.js";
import type { Pipeline } from "./pipeline.js";
import { creationOf, identityOf, writtenKind } from "./request.js";
import { classifyUnmatched } from "./unknown-kind.js";

/** What was seen, judged or not. */
export interface Tally {
  files: number;
  documents: number;
  unmatched: number;
  unknownKinds: number;
  others: number;
  filesWithoutObjects: number;
  /** Items so far: gives each its place in the report. */
  items: number;
}

export function emptyTally(): Tally {
  return { files: 0, documents: 0, unmatched: 0, unknownKinds: 0, others: 0, filesWithoutObjects: 0, items: 0 };
}

/** A walk over the input: where documents go and where everything else is counted. */
export interface Walk {
  readonly index: KindIndex;
  readonly pipeline: Pipeline;
  readonly findings: Findings;
  readonly tally: Tally;
  /** The namespace of namespaced objects that name none. */
  readonly namespace: string;
  /** Gets each document that no policy matches. */
  readonly onUnmatched?: (order: number, document: InputDocument) => Promise<void> | undefined;
  /** Whether Kubernetes has a kind; loaded when a document makes it necessary. */
  isBuiltIn?: (apiVersion: string, kind: string) => boolean;
}

/** Problems of the reader about a path or a pattern that leads to no file. */
const notFound: ReadonlySet<string> = new Set(["INPUT1001", "INPUT1006"]);

/** Sends the documents of a file to be judged and counts the rest. */
export async function walkFile(file: InputFile, walk: Walk): Promise<void> {
  const { tally } = walk;
  const documentsBefore = tally.documents;
  let problems = 0;
  let isFile = true;
  for (const item of file.items) {
    tally.items += 1;
    if (item.kind === "other") {
      tally.others += 1;
    } else if (item.kind === "problem") {
      problems += 1;
      if (notFound.has(item.problem.code)) isFile = false;
      recordProblem(item, file, walk);
    } else {
      const busy = judgeDocument(item.document, file, walk);
      if (busy !== undefined) await busy;
    }
  }
  if (isFile) tally.files += 1;
  if (tally.documents === documentsBefore && problems === 0) tally.filesWithoutObjects += 1;
}

function recordProblem(
  item: Extract<InputItem, { kind: "problem" }>,
  file: InputFile,
  { findings, tally }: Walk,
): void {
  const list = item.problem.severity === "error" ? findings.errors : findings.notices;
  list.push({ order: tally.items, error: inputError(item, (from, to) => file.lines(from, to)) });
}

function judgeDocument(document: InputDocument, file: InputFile, walk: Walk): Promise<void> | undefined {
  const { tally, index, pipeline, namespace } = walk;
  tally.documents += 1;
  const kind = index.get(writtenKind(document.value));
  if (kind === undefined) return countUnmatched(document, walk);
  return pipeline.submit({
    order: tally.items,
    file,
    document,
    kind,
    request: creationOf(document.value, kind.kind, namespace),
  });
}

async function countUnmatched(document: InputDocument, walk: Walk): Promise<void> {
  const { tally, findings, index } = walk;
  const order = tally.items;
  await walk.onUnmatched?.(order, document);
  const { apiVersion, kind } = identityOf({ object: document.value, operation: "CREATE" });
  const { known, help } = classifyUnmatched(apiVersion, kind, index, (walk.isBuiltIn ??= await loadBuiltIns()));
  if (known) {
    tally.unmatched += 1;
    return;
  }
  tally.unknownKinds += 1;
  const { line, column } = document.locate(["kind"]);
  const error = {
    code: "WRIT3003",
    message: `\`${kind}\` is no kind of \`${apiVersion}\`: not judged`,
    file: document.file,
    line,
    column,
    ...(help === undefined ? {} : { help }),
  };
  findings.notices.push({ order, error });
}

async function loadBuiltIns(): Promise<NonNullable<Walk["isBuiltIn"]>> {
  const { kindFacts } = await import("@writ/sdk/fields");
  return (apiVersion, kind) => kindFacts(apiVersion, kind) !== undefined;
}
