import { policy, workloads } from "@writ/sdk";

export const subjectDeny = policy({
  id: "subject-deny",
  title: "T",
  severity: "low",
  match: workloads(),
  deny: ({ spec }) => spec.hostNetwork,
  message: ({ resource }) => `${resource.metadata.name ?? ""} uses the network of the node`,
  at: ["spec", "hostNetwork"],
});
