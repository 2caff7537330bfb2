package main

import "net/netip"

// As k8s.io/apiserver/pkg/cel/library reads addresses for `ip()`, whose functions are not exported.
func parseIP(text string) (netip.Addr, bool) {
	address, err := netip.ParseAddr(text)
	return address, err == nil && address.Zone() == "" && !address.Is4In6()
}

// And for `cidr()`.
func parseCIDR(text string) (netip.Prefix, bool) {
	prefix, err := netip.ParsePrefix(text)
	return prefix, err == nil && !prefix.Addr().Is4In6()
}

func addressKind(text string) *string {
	if _, ok := parseIP(text); ok {
		return pointer("ip")
	}
	if _, ok := parseCIDR(text); ok {
		return pointer("cidr")
	}
	return nil
}

func contains(pair [2]string) *bool {
	outer, ok := parseCIDR(pair[0])
	if !ok {
		return nil
	}
	if address, ok := parseIP(pair[1]); ok {
		return pointer(outer.Contains(address))
	}
	if inner, ok := parseCIDR(pair[1]); ok {
		return pointer(outer.Overlaps(inner) && outer.Bits() <= inner.Bits())
	}
	return nil
}
