import { Deployment, integer, kinds, policy, string } from "@writ/sdk";

export const fewReplicas = policy({
  id: "few-replicas",
  title: "Deployments have few replicas",
  severity: "low",
  match: kinds(Deployment),
  params: { most: integer(10), reserve: integer(2), contact: string() },
  deny: (deployment, { params }) => (deployment.spec.replicas ?? 1) + params.reserve > params.most,
  message: (_, { params }) => `ask ${params.contact} for more replicas`,
  at: ["spec", "replicas"],
});
