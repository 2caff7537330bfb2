import { runGo as runAnyGo, type GoOptions, type GoRun } from "../../../../packages/apiserver/src/go.js";

/** Runs `go` without ever changing go.mod: what is built is what is pinned. */
export function runGo(args: readonly string[], { env, ...options }: GoOptions): Promise<GoRun> {
  const pinned = {
    ...env,
    CGO_ENABLED: "0",
    GOWORK: "off",
    // The caller's own flags come last: they may slow a build down (`-p=1`) or keep it off the network.
    GOFLAGS: `-mod=readonly -modcacherw -buildvcs=false ${env["GOFLAGS"] ?? ""}`.trim(),
  };
  return runAnyGo(args, { ...options, env: pinned });
}
