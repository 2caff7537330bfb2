import { Service, kinds, policy } from "@writ/sdk";

/** TypeScript that runs, and that no engine can hold. */
export const sorted = policy({
  id: "sorted",
  title: "Addresses are in order",
  severity: "low",
  match: kinds(Service),
  deny: (service) => [...(service.spec?.externalIPs ?? [])].sort().join() !== service.spec?.externalIPs?.join(),
  message: "sort the addresses",
});
