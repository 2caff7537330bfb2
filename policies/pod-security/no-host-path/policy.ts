import { glob, list, policy, string, workloads } from "@writ/sdk";

/** Whether the path is the API of a container runtime, by its file name: the directory differs between distributions. */
function isRuntimeSocket(path: string): boolean {
  return (
    /(?:^|\/)(?:docker|dockershim|cri-dockerd|containerd|crio|podman|frakti|rktlet|buildkitd)\.sock\/*$/u.test(path) ||
    /[/\\]pipe[/\\](?:docker_engine|dockershim|cri-dockerd|containerd-containerd|crio)$/u.test(path)
  );
}

/** Whether the path is a directory in which a container runtime keeps its socket, or one above it. */
function holdsRuntimeSocket(path: string): boolean {
  return (
    /^\/(?:var\/?)?$/u.test(path) ||
    /^(?:\/var)?\/run(?:\/(?:containerd|crio|docker|podman|k0s|k3s|k3s\/containerd|user\/\d+))?\/?$/u.test(path)
  );
}

/** Whether the path means another one than it spells, so that a glob would judge the wrong one. */
function isIndirect(path: string): boolean {
  return /\/\.{0,2}\/|\/\.{1,2}$/u.test(path);
}

function isAllowed(path: string, allowedPaths: readonly string[]): boolean {
  if (isRuntimeSocket(path) || holdsRuntimeSocket(path) || isIndirect(path)) return false;
  return allowedPaths.some((allowed) => glob(path, allowed));
}

function described(path: string): string {
  if (isRuntimeSocket(path)) return `the container runtime socket ${path}`;
  return holdsRuntimeSocket(path) ? `${path}, which holds container runtime sockets` : `the host path ${path}`;
}

export const noHostPath = policy({
  id: "no-host-path",
  title: "Pods must not mount files of the node",
  severity: "high",
  description:
    "A host path gives a container the node's files, and the socket of the container runtime gives it every other container.",
  remediation: "Use a ConfigMap, Secret, emptyDir, projected or persistent volume instead of hostPath.",
  controls: ["PSS baseline", "CIS 1.12 5.2.11"],
  match: workloads(),
  params: {
    /** Globs of the paths that may be mounted all the same. A runtime socket, and a directory that holds one, never may. */
    allowedPaths: list(string(), []),
  },
  each: (pod) => pod.spec.volumes,
  deny: ({ hostPath }, { params }) => hostPath !== undefined && !isAllowed(hostPath.path, params.allowedPaths),
  message: ({ name, hostPath }) => `volume ${name} must not mount ${described(hostPath?.path ?? "")}`,
  at: ["hostPath", "path"],
});
