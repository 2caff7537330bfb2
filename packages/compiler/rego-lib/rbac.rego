# What the rules of roles cover, as the RBAC authorizer of Kubernetes decides it.
package writ.lib.rbac

# resource_covers(rule, resource) says whether one of the resources of a rule covers a resource, perhaps with a subresource.
resource_covers(rule, resource) if {
	rule == "*"
	is_string(resource)
} else if {
	rule == resource
	is_string(resource)
} else if {
	slash := indexof(_text(resource), "/")
	slash >= 0
	subresource := substring(resource, slash + 1, -1)
	subresource != ""
	rule == concat("", ["*/", subresource])
} else := false

# url_covers(rule, path) says whether one of the nonResourceURLs of a rule covers a path.
url_covers(rule, path) if {
	rule == path
	is_string(path)
} else if {
	endswith(_text(rule), "*")
	startswith(_text(path), trim_right(rule, "*"))
} else := false

_text(value) := value if is_string(value)
