import { policy, workloads } from "@writ/sdk";

export const adversaryZeroDroppedDefaults = policy({
  id: "adversary-zero-dropped-defaults",
  title: "a default takes the place of a zero that the API server drops",
  severity: "low",
  match: workloads(),

  check(
    { spec, spec: { hostNetwork = true, hostPID: pids = spec.hostNetwork !== true, volumes = [] }, containers },
    { report },
  ) {
    if (hostNetwork) report(spec, "network");
    if (pids) report(spec, "processes");
    if (spec.hostIPC ?? true) report(spec, "memory");
    report(spec, `${volumes.length} volumes`);
    for (const { name, ports = [], stdin = true } of containers) {
      if (stdin) report(spec, `${name} reads`);
      for (const { hostPort = 1, name: port = "unnamed" } of ports) report(spec, `${name} ${hostPort} ${port}`);
    }
  },
});
