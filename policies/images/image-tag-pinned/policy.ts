import { imageRef, list, policy, string, workloads } from "@writ/sdk";

/** What is wrong with the name of an image; a digest settles it, as a runtime then ignores the tag. */
function imageProblem(image: string | undefined, movingTags: readonly string[]): string | undefined {
  if (image === undefined) return "has no image";
  const ref = imageRef(image);
  if (ref === undefined) return `has a malformed image: ${image}`;
  if (ref.digest !== undefined) return undefined;
  if (ref.tag === undefined) return `has an image without a tag, which means latest: ${image}`;
  return movingTags.includes(ref.tag) ? `has an image with the moving tag ${ref.tag}: ${image}` : undefined;
}

export const imageTagPinned = policy({
  id: "image-tag-pinned",
  title: "Images must be named by a fixed tag or a digest",
  severity: "medium",
  description: "What a moving tag such as latest means changes between two starts of the same Pod.",
  remediation: "Name a version tag, or better a digest: app:1.4.2 or app@sha256:….",
  match: workloads(),
  params: {
    /** Tags that are known to move. */
    movingTags: list(string(), ["latest"]),
  },
  check(pod, { params, report }) {
    for (const container of pod.containers) {
      const problem = imageProblem(container.image, params.movingTags);
      if (problem !== undefined) report(container, `container ${container.name} ${problem}`, ["image"]);
    }
  },
});
