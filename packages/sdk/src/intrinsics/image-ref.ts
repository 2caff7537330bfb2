/** A container image reference, completed as container runtimes complete it. */
export interface ImageRef {
  /** Host and port: `docker.io` when the reference names none. */
  readonly registry: string;
  /** The path below the registry: `library/nginx` for the reference `nginx`. */
  readonly repository: string;
  /** `registry/repository`. */
  readonly name: string;
  readonly tag?: string;
  /** `sha256:…`, also `sha384` and `sha512`. */
  readonly digest?: string;
}

const hostLabel = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const registryGrammar = new RegExp(`^(?:${hostLabel}(?:\\.${hostLabel})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const component = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const digest = "sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}";
const pathGrammar = new RegExp(`^(${component}(?:/${component})*)(?::([\\w][\\w.-]{0,127}))?(?:@(${digest}))?$`);
const identifier = /^[a-f0-9]{64}$/;
const repositoryLimit = 255;

/**
 * Reads an image reference: the grammar of github.com/distribution/reference with its normalisation (`nginx` is
 * `docker.io/library/nginx`, `index.docker.io` is `docker.io`), which is what the kubelet and container runtimes apply. No tag is
 * made up: `tag` is absent when the reference has none. `undefined` when it is malformed: an upper-case repository, one longer
 * than 255 characters, 64 hexadecimal digits alone, an unknown digest algorithm, a registry that is not a host.
 *
 * @example imageRef("registry:5000/app:1.2")?.name // "registry:5000/app"
 */
export function imageRef(image: string | undefined): ImageRef | undefined {
  if (typeof image !== "string" || identifier.test(image)) return undefined;
  const [registry, rest] = splitRegistry(image);
  if (!registryGrammar.test(registry)) return undefined;
  const parts = pathGrammar.exec(rest);
  const repository = parts?.[1];
  if (repository === undefined || repository.length > repositoryLimit) return undefined;
  const tag = parts?.[2];
  const pinned = parts?.[3];
  return {
    registry,
    repository,
    name: `${registry}/${repository}`,
    ...(tag === undefined ? {} : { tag }),
    ...(pinned === undefined ? {} : { digest: pinned }),
  };
}

// The part before the first slash is a registry only if it cannot be a repository of Docker Hub.
function splitRegistry(image: string): readonly [registry: string, rest: string] {
  const slash = image.indexOf("/");
  const first = slash < 0 ? "" : image.slice(0, slash);
  const isHost = first === "localhost" || /[.:A-Z]/.test(first);
  const registry = !isHost || first === "index.docker.io" ? "docker.io" : first;
  const rest = isHost ? image.slice(slash + 1) : image;
  return registry === "docker.io" && !rest.includes("/") ? [registry, `library/${rest}`] : [registry, rest];
}
