import { imageRef, list, policy, string, workloads } from "@writ/sdk";

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
      const { name, image } = container;
      if (image === undefined) {
        report(container, `container ${name} has no image`, ["image"]);
        continue;
      }
      const ref = imageRef(image);
      if (ref === undefined) {
        report(container, `container ${name} has a malformed image: ${image}`, ["image"]);
        continue;
      }
      // A runtime ignores the tag beside a digest: app:latest@sha256:… always means the same image.
      if (ref.digest !== undefined) continue;
      if (ref.tag === undefined) {
        report(container, `container ${name} has an image without a tag, which means latest: ${image}`, ["image"]);
        continue;
      }
      if (params.movingTags.includes(ref.tag)) {
        report(container, `container ${name} has an image with the moving tag ${ref.tag}: ${image}`, ["image"]);
      }
    }
  },
});
