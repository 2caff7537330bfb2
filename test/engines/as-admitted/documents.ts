import { collectItems, parseDocuments } from "@writ/inputs";
import { readCorpus, type Document } from "../../corpora/corpus.js";
import { readLibrary } from "../matrix/subject.js";
import type { JsonObject } from "../src/engine.js";

/** The objects of the library's labelled cases, each once. */
export async function libraryDocuments(): Promise<readonly JsonObject[]> {
  const subjects = await readLibrary();
  return distinct(subjects.flatMap(({ labelled }) => labelled.map(({ request }) => request.object)));
}

/** Every Kubernetes object of the corpora, each once; `undefined` where they are not. */
export function corpusDocuments(): readonly JsonObject[] | undefined {
  const kyverno = readCorpus<{ readonly resource: Document }>("kyverno.jsonl");
  const linter = readCorpus<{ readonly documents: readonly Document[] }>("kube-linter.jsonl");
  const polaris = readCorpus<{ readonly documents: readonly Document[] }>("polaris.jsonl");
  const gatekeeper = readCorpus<{ readonly object: Document }>("gatekeeper.jsonl");
  const trivy = readCorpus<{ readonly kind: string; readonly text: string }>("trivy-checks.jsonl");
  if (!kyverno || !linter || !polaris || !gatekeeper || !trivy) return undefined;
  return distinct([
    ...kyverno.map(({ resource }) => resource),
    ...linter.flatMap(({ documents }) => documents),
    ...polaris.flatMap(({ documents }) => documents),
    ...gatekeeper.map(({ object }) => object),
    ...trivy.flatMap(({ kind, text }) => (kind === "kubernetes" ? parsed(text) : [])),
  ]);
}

function parsed(text: string): readonly Document[] {
  return collectItems(parseDocuments(text, { file: "example" })).documents.map(({ value }) => value);
}

function distinct(documents: readonly Document[]): readonly JsonObject[] {
  return [...new Map(documents.map((document) => [JSON.stringify(document), document])).values()] as JsonObject[];
}
