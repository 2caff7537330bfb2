import { imageRef, policy, workloads } from "@writ/sdk";

export const noMutableTags = policy({
  id: "no-mutable-tags",
  title: "Images are pinned by digest",
  severity: "medium",
  match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => imageRef(container.image ?? "")?.digest === undefined,
  message: (container) => `container ${container.name} must pin its image by digest`,
  at: ["image"],
});
