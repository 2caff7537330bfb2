import type { imageIntrinsics } from "../../../intrinsics/image.js";
import { type Cel, and, call, int, literal, method, not, or, relation, sum, ternary, index } from "../ast.js";
import { type CelEncoding, valueIf } from "./encoding.js";

/*
 * An image reference is its own text in CEL, or null when it is malformed; each member is cut out of the text. The grammar is that
 * of github.com/distribution/reference, with Docker Hub's short names completed.
 */

const word = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const rest = `${word}(?:/${word})*(?::\\w[\\w.-]{0,127})?(?:@(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}))?`;

export const imageEncodings: Readonly<Record<keyof typeof imageIntrinsics, CelEncoding>> = {
  imageRef: { reads: "often", value: (_, text) => parsed(text) },
};

/** The text of a reference when it is well-formed, else null. */
function parsed(it: Cel): Cel {
  const grammar = ternary(
    hasHost(it),
    method(it, "matches", literal(`^${host}/${rest}$`)),
    method(it, "matches", literal(`^${rest}$`)),
  );
  const valid = and([
    not(method(it, "matches", literal("^[a-f0-9]{64}$"))),
    grammar,
    relation("<=", call("size", repository(it)), int(255)),
  ]);
  return valueIf(valid, it);
}

/** Whether the part before the first slash is a registry: it cannot be a name on Docker Hub. */
function hasHost(image: Cel): Cel {
  return method(image, "matches", literal("^(?:localhost|[^/]*[.:A-Z][^/]*)/"));
}

function beforeDigest(image: Cel): Cel {
  return index(method(image, "split", literal("@")), int(0));
}

/** The reference without digest and tag. A colon before the last slash belongs to the port of a registry. */
function untagged(image: Cel): Cel {
  return method(image, "find", literal("^(?:[^/@]*/)*[^/:@]*"));
}

function hasTag(image: Cel): Cel {
  // `host:5000` alone cannot be a reference with a port: without a slash the colon begins a tag.
  return method(beforeDigest(image), "matches", literal("[^/]:[^/:]*$"));
}

function hostOf(image: Cel): Cel {
  const first = index(method(image, "split", literal("/")), int(0));
  return ternary(
    or([not(hasHost(image)), relation("==", first, literal("index.docker.io"))]),
    literal("docker.io"),
    first,
  );
}

function repository(image: Cel): Cel {
  const path = untagged(image);
  const below = ternary(
    hasHost(image),
    method(path, "substring", sum([method(path, "indexOf", literal("/")), int(1)])),
    path,
  );
  // A name on Docker Hub without a namespace. After it there is no slash: neither a tag nor a digest has one.
  const isShort = method(image, "matches", literal("^(?:(?:index\\.)?docker\\.io/)?[^/]+$"));
  return ternary(isShort, sum([literal("library/"), below]), below);
}

/** A member of a well-formed reference; null for a tag or a digest that is not there. */
export function imageMember(member: string, image: Cel): Cel {
  switch (member) {
    case "registry":
      return hostOf(image);
    case "repository":
      return repository(image);
    case "name":
      return sum([hostOf(image), literal("/"), repository(image)]);
    case "tag": {
      const tail = method(beforeDigest(image), "find", literal(":[^/:]*$"));
      return ternary(hasTag(image), method(tail, "substring", int(1)), literal(null));
    }
    case "digest": {
      const parts = method(image, "split", literal("@"));
      return ternary(method(image, "contains", literal("@")), index(parts, int(1)), literal(null));
    }
    default:
      throw new Error(`an image reference has no member ${member}`);
  }
}
