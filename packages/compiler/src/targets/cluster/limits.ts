import type { KubernetesObject } from "./product.js";

/** Sizes beyond which a cluster refuses an object, so that the build says it before `kubectl apply` does. */
export interface ObjectLimits {
  /** Characters of a name: 253 for Kubernetes, 63 where an engine makes a label value of it. */
  readonly name: number;
}

/** `metadata.annotations`, keys and values together, in bytes. */
const annotationBytes = 256 * 1024;
/** What etcd takes for one object; a little is left for what the API server adds. */
const objectBytes = 1_500_000;
/** Code points of one CEL expression. */
const expressionPoints = 100_000;
/** RFC 1123, as every object here is named. */
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** The first limit that an object breaks, in words; undefined when it keeps all. */
export function brokenLimit(object: KubernetesObject, limits: ObjectLimits): string | undefined {
  const { name, annotations = {} } = object.metadata;
  if (name.length > limits.name) return `the name \`${name}\` has ${name.length} characters, and ${limits.name} may be`;
  if (!subdomain.test(name)) return `\`${name}\` is no name that Kubernetes takes`;
  const bytes = Object.entries(annotations)
    .flat()
    .reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > annotationBytes) return `its annotations take ${bytes} bytes, and ${annotationBytes} may be`;
  const size = Buffer.byteLength(JSON.stringify(object));
  if (size > objectBytes) return `the object takes ${size} bytes, and ${objectBytes} may be`;
  const longest = longestExpression(object);
  if (longest > expressionPoints) return `an expression has ${longest} characters, and ${expressionPoints} may be`;
  return undefined;
}

function longestExpression(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const lengths = Object.entries(value).map(([key, inner]) =>
    typeof inner === "string" && /expression$/i.test(key) ? [...inner].length : longestExpression(inner),
  );
  return Math.max(0, ...lengths);
}
