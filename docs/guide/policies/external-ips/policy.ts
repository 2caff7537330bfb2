import { cidrContains, kinds, list, policy, Service, string } from "@writ/sdk";

export const externalIps = policy({
  id: "external-ips",
  title: "Services only use external IPs of our ranges",
  severity: "high",
  match: kinds(Service),
  params: { ranges: list(string(), ["203.0.113.0/24"]) },
  sizes: { externalIPs: 1 },
  check(service, { params, report }) {
    for (const [index, ip] of (service.spec?.externalIPs ?? []).entries()) {
      if (params.ranges.some((range) => cidrContains(range, ip))) continue;
      report(service, `external IP ${ip} is in none of our ranges`, ["spec", "externalIPs", index]);
    }
  },
});
