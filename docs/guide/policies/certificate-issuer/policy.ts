import { kinds, policy } from "@writ/sdk";
import { Certificate } from "../../models/example.com/v1.js";

export const certificateIssuer = policy({
  id: "certificate-issuer",
  title: "Certificates come from our issuer and name their hosts",
  severity: "high",
  match: kinds(Certificate),
  check(certificate, { report }) {
    const { spec } = certificate;
    if (spec === undefined) return;
    if (spec.issuer !== "corp-ca") report(certificate, `issuer ${spec.issuer} is not corp-ca`, ["spec", "issuer"]);
    for (const [index, name] of spec.dnsNames.entries()) {
      if (name.startsWith("*.")) report(certificate, `${name} is a wildcard`, ["spec", "dnsNames", index]);
    }
  },
});
