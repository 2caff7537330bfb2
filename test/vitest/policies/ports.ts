import { Service, kinds, policy } from "@writ/sdk";

export const ports = policy({
  id: "ports",
  title: "Ports have a name and are not privileged",
  severity: "low",
  match: kinds(Service),
  check(service, { report }) {
    for (const port of service.spec?.ports ?? []) {
      if (port.name === undefined) report(port, `port ${port.port} has no name`, ["name"]);
      if (port.port < 1024) report(port, `port ${port.port} is privileged`, ["port"]);
    }
  },
});
