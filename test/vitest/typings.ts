/**
 * What the types of the matchers, the factories and the parameters accept. Only the type checker reads it: here with the whole
 * repository, and in `project.test.ts` as a user's file beside the installed packages.
 */
import { Service, integer, kinds, list, policy, quantity, string } from "@writ/sdk";
import { container, create, deployment, persistentVolumeClaim, pod, update, withParams, yaml } from "@writ/sdk/vitest";
import { expect } from "vitest";

export const bounded = policy({
  id: "bounded",
  title: "Ports are within bounds",
  severity: "low",
  match: kinds(Service),
  params: { names: list(string(), ["http"]), most: integer(9000), size: quantity("1Gi"), sizes: list(quantity()) },
  deny: (service, { params }) => service.spec?.ports?.some((port) => port.port > params.most),
  message: "a port is too high",
});

export function accepted(): void {
  expect(bounded).toAllow(pod());
  expect(bounded).toDeny(yaml`kind: Pod`, { message: /high/, path: ["spec", "ports", 0], times: 2 });
  expect(bounded).not.toDeny(create(pod(), { namespace: "shop" }), {
    violations: [{ message: "x" }, { path: "spec" }],
  });
  expect(withParams(bounded, { most: 1, size: "2Gi", sizes: ["1Gi"], names: [] })).toDeny(update(pod(), pod()));
  pod({ spec: { hostNetwork: true, containers: [container({ resources: { limits: { memory: "1Gi", cpu: 1 } } })] } });
  pod({ metadata: { labels: undefined, deletionTimestamp: "2026-01-01T00:00:00Z" } });
  deployment({
    spec: { template: { spec: { automountServiceAccountToken: false } } },
  }).spec.template.spec.containers.map((one) => one.name);
  persistentVolumeClaim({ spec: { resources: { requests: { storage: "5Gi" } } } });
}

export function refused(): void {
  // @ts-expect-error: there is no such parameter
  withParams(bounded, { least: 1 });
  // @ts-expect-error: an integer
  withParams(bounded, { most: "1" });
  // @ts-expect-error: a list of texts
  withParams(bounded, { names: [1] });
  // @ts-expect-error: a boolean
  pod({ spec: { hostNetwork: "yes" } });
  // @ts-expect-error: a misspelt field
  pod({ spec: { hostNetworks: true } });
  // @ts-expect-error: an element of a list is whole; `container({ … })` makes one
  pod({ spec: { containers: [{ image: "web:1" }] } });
  // @ts-expect-error: misspelt
  expect(bounded).toDeny(pod(), { mesage: "x" });
  // @ts-expect-error: either all violations or one
  expect(bounded).toDeny(pod(), { message: "x", violations: [{}] });
  // @ts-expect-error: what is allowed has no violations
  expect(bounded).toAllow(pod(), { message: "x" });
  // @ts-expect-error: a resource
  expect(bounded).toAllow("pod");
}
