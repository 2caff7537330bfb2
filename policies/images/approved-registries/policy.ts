import { glob, imageRef, list, policy, string, workloads } from "@writ/sdk";

export const approvedRegistries = policy({
  id: "approved-registries",
  title: "Images must come from an approved registry",
  severity: "high",
  description:
    "Anyone can publish an image under a name that looks right; an approved registry is one that somebody vouches for.",
  remediation: "Copy the image to an approved registry, or approve its repository in the parameter registries.",
  controls: ["CIS 1.12 5.5.1"],
  match: workloads(),
  params: {
    /**
     * Globs of the full image name without tag and digest; `nginx` is `docker.io/library/nginx`. End the host with a slash:
     * `ghcr.io/acme/*`, as `ghcr.io*` also matches `ghcr.io.example.net/x`.
     */
    registries: list(string(), ["docker.io/library/*", "registry.k8s.io/*"]),
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
      if (!params.registries.some((registry) => glob(ref.name, registry))) {
        report(container, `container ${name} has an image from a registry that is not approved: ${ref.name}`, [
          "image",
        ]);
      }
    }
  },
});
