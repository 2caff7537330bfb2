/**
 * `npm run bench`: what a user waits for, against yardsticks that run on the same machine. Each figure is the median of several
 * processes; ratios travel between machines, seconds do not. `npm run bench -- twins`: the time of an evaluation in the engines, against
 * policies that are written by hand.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./set-up.mjs";

const deployments = 2000;
const writ = join(root, "packages/cli/bin/writ.js");

/** Two containers with the fields that real manifests have; every tenth breaks most policies. */
function deployment(index) {
  const bad = index % 10 === 0;
  const container = (name) => `        - name: ${name}
          image: ${bad ? "docker.io/library/nginx:latest" : `registry.example.com/team/${name}:1.${index}.0`}
          ports:
            - containerPort: 8080
              protocol: TCP
          env:
            - name: LOG_LEVEL
              value: info
            - name: REGION
              value: eu-west-1
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { cpu: "1", memory: 512Mi }
          securityContext:
            privileged: ${bad}
            allowPrivilegeEscalation: ${bad}
            runAsNonRoot: ${!bad}
            capabilities:
              drop: ["ALL"]
`;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${index}
  namespace: team-${index % 20}
  labels:
    app.kubernetes.io/name: app-${index}
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: app-${index}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: app-${index}
    spec:
      containers:
${container("api")}${container("sidecar")}`;
}

/** Seconds that one Node process takes. */
function secondsOf(args) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "ignore" });
  if (status === null || status === 2) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return (performance.now() - start) / 1000;
}

/** Peak megabytes of one Node process, as it sees them itself when it ends. */
function megabytesOf(args, folder) {
  const report = JSON.stringify(join(folder, "memory"));
  const hook = `import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${report},""+process.resourceUsage().maxRSS))`;
  const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
  spawnSync(process.execPath, ["--import", preload, ...args], { cwd: root, stdio: "ignore" });
  return Number(readFileSync(join(folder, "memory"), "utf8")) / 1024;
}

function median(args, folder, rounds, prepare = () => undefined) {
  const seconds = Array.from({ length: rounds }, (_, round) => {
    prepare(round);
    return secondsOf(args);
  }).sort((a, b) => a - b);
  return { seconds: seconds[Math.floor(rounds / 2)], memory: megabytesOf(args, folder) };
}

/** The library with a parameter of one policy. */
function configuration(registry) {
  const policies = [join(root, "policies/**/policy.ts")];
  const params = { "approved-registries": { registries: [`${registry}.example.com/*`] } };
  return `export default ${JSON.stringify({ policies, params })};\n`;
}

function yamlScript(file) {
  const url = pathToFileURL(createRequire(join(root, "packages/inputs/package.json")).resolve("js-yaml")).href;
  return `import * as yaml from ${JSON.stringify(url)};import{readFileSync}from"node:fs";const load=yaml.loadAll??yaml.default.loadAll;load(readFileSync(${JSON.stringify(file)},"utf8"))`;
}

function line(title, { seconds, memory }, note = "") {
  process.stdout.write(
    `${title.padEnd(46)} ${seconds.toFixed(3).padStart(8)} s ${memory.toFixed(0).padStart(6)} MB  ${note}\n`,
  );
}

function main(folder) {
  const many = join(folder, "many.yaml");
  const one = join(folder, "one.yaml");
  writeFileSync(many, Array.from({ length: deployments }, (_, index) => deployment(index)).join("---\n"));
  writeFileSync(one, deployment(1));

  const check = (file, ...options) => [writ, "check", file, "--format", "json", ...options];
  const from = (args, rounds) => median(args, folder, rounds);
  secondsOf(check(one)); // fills the cache of compiled policies

  const empty = from(["-e", "0"], 7);
  const cold = from(check(one), 7);
  const parse = from(["--input-type=module", "-e", yamlScript(many)], 3);
  const both = from(check(many), 3);
  const wasm = from(check(many, "--engine", "wasm"), 3);
  const native = from(check(many, "--engine", "native"), 3);

  // A configuration of its own, whose cache nobody else fills: a new parameter is a changed policy.
  const config = join(folder, "writ.config.mjs");
  const configure = (registry) => writeFileSync(config, configuration(registry));
  const build = [writ, "build", "--config", config, "--target", "all", "--out", join(folder, "dist")];
  configure("first");
  secondsOf(build);
  const unchanged = from(build, 7);
  const changed = median(build, folder, 3, (round) => configure(`changed-${round}`));

  const times = (run, yardstick) => `${(run.seconds / yardstick.seconds).toFixed(2)} x`;
  const rate = (run) => `${Math.round(deployments / (run.seconds - cold.seconds))} documents a second after the start`;
  line("node -e 0", empty);
  line("writ check, one file", cold, `${times(cold, empty)} node -e 0`);
  line(`js-yaml parses ${deployments} Deployments`, parse);
  line(`writ check, WASM and TypeScript`, both, `${times(both, parse)} the parse; ${rate(both)}`);
  line(`writ check --engine wasm`, wasm, rate(wasm));
  line(`writ check --engine native`, native, rate(native));
  line("writ build --target all, unchanged", unchanged, `${times(unchanged, empty)} node -e 0`);
  line("writ build --target all, one policy changed", changed, `${times(changed, unchanged)} unchanged`);
}

async function twins() {
  register("./typescript.mjs", import.meta.url);
  const { benchTwins } = await import("../test/engines/twins/bench.ts");
  await benchTwins((text) => process.stdout.write(`${text}\n`));
}

function commands() {
  const folder = mkdtempSync(join(tmpdir(), "writ-bench-"));
  try {
    main(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const benches = { commands, twins };
const [which = "commands"] = process.argv.slice(2);
if (Object.hasOwn(benches, which)) {
  await benches[which]();
} else {
  process.stderr.write(`usage: npm run bench -- [${Object.keys(benches).join("|")}]\n`);
  process.exitCode = 2;
}
