import { kindFacts } from "@writ/sdk/fields";
import { describe, expect, it } from "vitest";
import type { KindIndex } from "./kind-index.js";
import { classifyUnmatched } from "./unknown-kind.js";

const kinds = [
  { group: "apps", version: "v1", kind: "Deployment", plural: "deployments", namespaced: true },
  { group: "", version: "v1", kind: "Pod", plural: "pods", namespaced: true },
  { group: "batch", version: "v1", kind: "CronJob", plural: "cronjobs", namespaced: true },
];
const index: KindIndex = new Map(
  kinds.map((kind, number) => [
    kind.kind,
    { kind, number, policies: [], ids: [], drop: undefined, entrypoint: undefined },
  ]),
);
const classify = (apiVersion: string, kind: string) =>
  classifyUnmatched(apiVersion, kind, index, (version, name) => kindFacts(version, name) !== undefined);

describe("classifyUnmatched", () => {
  it("leaves other kinds of Kubernetes and of custom resources alone", () => {
    expect(classify("v1", "Service")).toEqual({ known: true });
    expect(classify("apps/v1", "ControllerRevision")).toEqual({ known: true });
    expect(classify("networking.k8s.io/v1", "Ingress")).toEqual({ known: true });
    expect(classify("cert-manager.io/v1", "Certificate")).toEqual({ known: true });
    expect(classify("serving.knative.dev/v1", "Deployment")).toEqual({ known: true });
  });
  it("finds misspelt kinds", () => {
    expect(classify("apps/v1", "Deploymnet")).toEqual({ known: false, help: "did you mean `kind: Deployment`?" });
    expect(classify("v1", "pod")).toEqual({ known: false, help: "did you mean `kind: Pod`?" });
  });
  it("finds versions that are gone and groups that were left", () => {
    expect(classify("apps/v1beta1", "Deployment")).toEqual({ known: false, help: "write `apiVersion: apps/v1`" });
    expect(classify("extensions/v1beta1", "Deployment")).toEqual({ known: false, help: "write `apiVersion: apps/v1`" });
    expect(classify("batch/v1beta1", "CronJob")).toEqual({ known: false, help: "write `apiVersion: batch/v1`" });
    expect(classify("v1", "Deployment")).toEqual({ known: false, help: "write `apiVersion: apps/v1`" });
  });
});
