# Image references in the grammar of github.com/distribution/reference, completed as container runtimes complete them. No
# regular expressions: OPA's WASM runtime compiles them anew in every evaluation. There a trim also compares each character with
# those of its set in turn, so the sets begin with the characters that images have most.
package writ.lib.image

# parse(image) is {"registry", "repository", "name", "tag", "digest"}, without "tag" and "digest" where the reference has none,
# or null when it is malformed.
parse(image) := _reference(registry, repository, _tags(colon), _digests(at)) if {
	is_string(image)
	not _is_identifier(image)
	[registry, rest] := _split(image)
	at := split(rest, "@")
	colon := split(at[0], ":")
	repository := _repository(registry, colon[0], rest)
	_is_repository(repository)
} else := null

_reference(registry, repository, [], []) := {
	"registry": registry,
	"repository": repository,
	"name": concat("/", [registry, repository]),
}

_reference(registry, repository, [tag], []) := {
	"registry": registry,
	"repository": repository,
	"name": concat("/", [registry, repository]),
	"tag": tag,
}

_reference(registry, repository, [], [digest]) := {
	"registry": registry,
	"repository": repository,
	"name": concat("/", [registry, repository]),
	"digest": digest,
}

_reference(registry, repository, [tag], [digest]) := {
	"registry": registry,
	"repository": repository,
	"name": concat("/", [registry, repository]),
	"tag": tag,
	"digest": digest,
}

# 64 hexadecimal digits alone name an image by its content, not by reference.
_is_identifier(image) if {
	count(image) == 64
	trim_left(image, "0123456789abcdef") == ""
}

# The part before the first slash is a registry only if it cannot be a repository of Docker Hub.
_split(image) := [_canonical(host), substring(image, slash + 1, -1)] if {
	slash := indexof(image, "/")
	slash > 0
	host := substring(image, 0, slash)
	_is_host(host)
} else := ["docker.io", image]

_is_host(text) if {
	contains(text, ".")
} else if {
	contains(text, ":")
} else if {
	text == "localhost"
} else if {
	lower(text) != text
}

_canonical(host) := "docker.io" if {
	host == "index.docker.io"
} else := host

# The short form of Docker Hub: no slash anywhere, not even in a malformed tag.
_repository(registry, path, rest) := concat("/", ["library", path]) if {
	registry == "docker.io"
	not contains(rest, "/")
} else := path if _is_registry(registry)

_is_registry(registry) if {
	registry == "docker.io"
} else if {
	parts := split(registry, ":")
	_is_port(array.slice(parts, 1, count(parts)))
	parts[0] != ""
	trim_left(parts[0], _label_characters) == ""
	_has_none(concat("", [".", parts[0], "."]), ["..", ".-", "-."])
} else if {
	startswith(registry, "[")
	address := split(substring(registry, 1, -1), "]")
	count(address) == 2
	address[0] != ""
	trim_left(address[0], "0123456789abcdefABCDEF:") == ""
	port := split(address[1], ":")
	port[0] == ""
	_is_port(array.slice(port, 1, count(port)))
}

_label_characters := ".eoarictsgnudlkpmyhqbwvfxzj-0123456789EOARICTSGNUDLKPMYHQBWVFXZJ"

_is_port([])

_is_port([port]) if {
	port != ""
	trim_left(port, "0123456789") == ""
}

# Words of lower-case letters and digits, joined by one dot, one or two underscores or any number of hyphens, in parts between
# slashes.
_is_repository(repository) if {
	count(repository) <= 255
	trim_left(repository, "eoarints/lcdpmugk-hybvxfwqzj_.0123456789") == ""
	_is_joined(concat("", ["/", repository, "/"]))
}

# With a slash at both ends, all is well when no two of the characters that join stand side by side; where some do, everything
# that is wrong is a pair or triple of them.
_is_joined(repository) if {
	not contains(replace(replace(replace(repository, "-", "/"), ".", "/"), "_", "/"), "//")
} else if {
	_has_none(repository, ["//", "/.", "./", "/-", "-/", "/_", "_/", "..", "._", "_.", ".-", "-.", "_-", "-_", "___"])
}

_has_none(text, parts) if {
	every part in parts {
		not contains(text, part)
	}
}

_tags([_]) := []

_tags([_, tag]) := [tag] if {
	tag != ""
	count(tag) <= 128
	trim_left(tag, "1.0234v56789-aeilnprstbcdfghjkmoquwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	not startswith(tag, ".")
	not startswith(tag, "-")
}

_digests([_]) := []

_digests([_, digest]) := [digest] if {
	[algorithm, hexadecimal] := split(digest, ":")
	count(hexadecimal) == {"sha256": 64, "sha384": 96, "sha512": 128}[algorithm]
	trim_left(hexadecimal, "0123456789abcdef") == ""
}
