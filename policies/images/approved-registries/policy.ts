import { glob, imageRef, list, policy, string, workloads } from "@writ/sdk";

/** What is wrong with where an image comes from. */
function imageProblem(image: string | undefined, registries: readonly string[]): string | undefined {
  if (image === undefined) return "has no image";
  const ref = imageRef(image);
  if (ref === undefined) return `has a malformed image: ${image}`;
  const approved = registries.some((registry) => glob(ref.name, registry));
  return approved ? undefined : `has an image from a registry that is not approved: ${ref.name}`;
}

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
      const problem = imageProblem(container.image, params.registries);
      if (problem !== undefined) report(container, `container ${container.name} ${problem}`, ["image"]);
    }
  },
});
