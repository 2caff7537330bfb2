import { expect, it } from "vitest";
import { shrinkRequest } from "./shrink.js";

it.each([1, 7, 1000])("leaves only what keeps the difference, asking about %i at a time", async (batch) => {
  const request = {
    object: {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "web", labels: { app: "web", tier: "front" } },
      spec: { containers: [{ name: "a" }, { name: "bad container", image: "x:1" }, { name: "c" }], hostNetwork: true },
    },
    operation: "CREATE" as const,
    namespace: { name: "shop" },
  };
  const isBad = ({ object }: { readonly object: object }) => JSON.stringify(object).includes('"name":"bad');
  const smallest = await shrinkRequest(request, async (candidates) => candidates.map(isBad), batch);
  expect(smallest).toEqual({
    object: { apiVersion: "v1", kind: "Pod", spec: { containers: [{ name: "bad" }] } },
    operation: "CREATE",
  });
});
