package writ.lib.network_test

import data.writ.lib.network

test_addresses if {
	every text in ["10.0.0.1", "::", "1::", "2001:DB8::1", "1:2:3:4:5:6:7::", "64:ff9b::192.0.2.33"] {
		network.is_ip(text) == true
		network.is_cidr(text) == false
	}
	every text in ["", "010.0.0.1", "256.0.0.1", "1.2.3", ":::", "::1::", "1:2:3:4:5:6:7:8::", "::ffff:1.2.3.4", null, []] {
		network.is_ip(text) == false
	}
}

test_prefixes if {
	every text in ["10.1.2.3/8", "0.0.0.0/0", "::/128"] {
		network.is_cidr(text) == true
		network.is_ip(text) == false
	}
	every text in ["10.0.0.0/33", "10.0.0.0/08", "::/129", "10.0.0.0/", "/8", "10.0.0.0/8/8", "::ffff:0:0/96", null, 1] {
		network.is_cidr(text) == false
	}
}

test_containment if {
	network.contains_all("10.1.2.3/8", "10.255.255.255") == true
	network.contains_all("10.0.0.0/8", "10.0.0.0/7") == false
	network.contains_all("::/0", "10.0.0.1") == false
	network.contains_all("2001:db8::/33", "2001:db8:8000::") == false
	network.contains_all("10.0.0.1", "10.0.0.1") == null
	network.contains_all("10.0.0.0/8", null) == null
}
