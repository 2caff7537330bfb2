# Image references in the grammar of github.com/distribution/reference, completed as container runtimes complete them. No
# regular expressions: OPA's WASM runtime compiles them anew in every evaluation.
package writ.lib.image

# parse(image) is {"registry", "repository", "name", "tag", "digest"}, without "tag" and "digest" where the reference has none,
# or null when it is malformed.
parse(image) := object.union_n([
	{"registry": registry, "repository": repository, "name": concat("/", [registry, repository])},
	tag,
	digest,
]) if {
	is_string(image)
	not _is_identifier(image)
	[registry, rest] := _split(image)
	at := split(rest, "@")
	colon := split(at[0], ":")
	repository := _repository(registry, colon[0], rest)
	_is_repository(repository)
	tag := _tag(colon)
	digest := _digest(at)
} else := null

# 64 hexadecimal digits alone name an image by its content, not by reference.
_is_identifier(image) if {
	count(image) == 64
	trim_left(image, "0123456789abcdef") == ""
}

# The part before the first slash is a registry only if it cannot be a repository of Docker Hub.
_split(image) := [registry, substring(image, slash + 1, -1)] if {
	slash := indexof(image, "/")
	slash > 0
	host := substring(image, 0, slash)
	_is_host(host)
	registry := object.get({"index.docker.io": "docker.io"}, host, host)
} else := ["docker.io", image]

_is_host(text) if text == "localhost"

_is_host(text) if contains(text, ".")

_is_host(text) if contains(text, ":")

_is_host(text) if lower(text) != text

# The short form of Docker Hub: no slash anywhere, not even in a malformed tag.
_repository(registry, path, rest) := concat("/", ["library", path]) if {
	registry == "docker.io"
	not contains(rest, "/")
} else := path if _is_registry(registry)

_is_registry("docker.io")

_is_registry(registry) if {
	registry != "docker.io"
	parts := split(registry, ":")
	_is_port(array.slice(parts, 1, count(parts)))
	parts[0] != ""
	trim_left(parts[0], _label_characters) == ""
	_has_none(concat("", [".", parts[0], "."]), ["..", ".-", "-."])
}

_is_registry(registry) if {
	startswith(registry, "[")
	address := split(substring(registry, 1, -1), "]")
	count(address) == 2
	address[0] != ""
	trim_left(address[0], "0123456789abcdefABCDEF:") == ""
	port := split(address[1], ":")
	port[0] == ""
	_is_port(array.slice(port, 1, count(port)))
}

_label_characters := "abcdefghijklmnopqrstuvwxyz0123456789-.ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_is_port([])

_is_port([port]) if {
	port != ""
	trim_left(port, "0123456789") == ""
}

# Words of lower-case letters and digits, joined by one dot, one or two underscores or any number of hyphens, in parts between
# slashes: with a slash at both ends, everything that is wrong is a pair or triple of characters.
_is_repository(repository) if {
	count(repository) <= 255
	trim_left(repository, "abcdefghijklmnopqrstuvwxyz0123456789/-._") == ""
	_has_none(concat("", ["/", repository, "/"]), ["//", "/.", "./", "/-", "-/", "/_", "_/"])
	_has_none(repository, ["..", "._", "_.", ".-", "-.", "_-", "-_", "___"])
}

_has_none(text, parts) if {
	every part in parts {
		not contains(text, part)
	}
}

_tag([_]) := {}

_tag([_, tag]) := {"tag": tag} if {
	tag != ""
	count(tag) <= 128
	trim_left(tag, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.-") == ""
	not startswith(tag, ".")
	not startswith(tag, "-")
}

_digest([_]) := {}

_digest([_, digest]) := {"digest": digest} if {
	[algorithm, hexadecimal] := split(digest, ":")
	count(hexadecimal) == {"sha256": 64, "sha384": 96, "sha512": 128}[algorithm]
	trim_left(hexadecimal, "0123456789abcdef") == ""
}
