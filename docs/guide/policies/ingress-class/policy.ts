import { Ingress, kinds, list, policy, string } from "@writ/sdk";

export const ingressClass = policy({
  id: "ingress-class",
  title: "Ingresses use an approved class",
  severity: "medium",
  remediation: "Set spec.ingressClassName to a class that the platform team runs.",
  match: kinds(Ingress),
  params: { classes: list(string(), ["nginx"]) },
  deny: (ingress, { params }) => !params.classes.includes(ingress.spec?.ingressClassName ?? ""),
  message: (_, { params }) => `the class must be one of ${params.classes.join(", ")}`,
  at: ["spec", "ingressClassName"],
});
