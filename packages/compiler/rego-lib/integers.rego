# Lists of integers, and how often a list holds a value.
package writ.lib.integers

_greatest_safe := 9007199254740991

# total(values) is the sum; null when it, or an element, is no safe integer, and for more than a thousand: with these the sums on the
# way fit into the 64 bits that topdown adds integers in.
total(values) := result if {
	_are_safe(values)
	count(values) <= 1000
	result := sum(values)
	abs(result) <= _greatest_safe
} else := null

# smallest(values) is the least of them; null when there is none, or an element is no safe integer.
smallest(values) := min(values) if {
	_are_safe(values)
	count(values) > 0
} else := null

# greatest(values) is the greatest of them; null when there is none, or an element is no safe integer.
greatest(values) := max(values) if {
	_are_safe(values)
	count(values) > 0
} else := null

# occurrences(values, value) is how often a list holds the value; null when there is no list or no value.
occurrences(values, value) := count([element | some element in values; element == value]) if {
	is_array(values)
	value != null
} else := null

_are_safe(values) if {
	is_array(values)
	every value in values {
		is_number(value)
		value == floor(value)
		abs(value) <= _greatest_safe
	}
}
