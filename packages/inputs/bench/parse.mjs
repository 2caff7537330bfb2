// Prints how long reading 2,000 Deployments takes, beside js-yaml on the same text, each in a process of its own:
// `node packages/inputs/bench/parse.mjs` after a build. The ratio is what counts; the smallest of several runs is taken, of
// the wall time and of the processor time, which other work on the machine disturbs less.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { loadAll } from "js-yaml";
import { parseDocuments } from "../dist/index.js";

const documents = 2000;
const runs = 7;

function deployments() {
  return Array.from(
    { length: documents },
    (_, index) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${index}
  namespace: team-${index % 17}
  labels:
    app: web-${index}
    app.kubernetes.io/part-of: shop
spec:
  replicas: ${1 + (index % 5)}
  selector:
    matchLabels:
      app: web-${index}
  template:
    metadata:
      labels:
        app: web-${index}
    spec:
      hostNetwork: false
      securityContext:
        runAsNonRoot: true
      containers:
        - name: web
          image: registry.example.com/shop/web:1.${index % 40}.0
          ports:
            - containerPort: 8080
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop: ["ALL"]
`,
  ).join("---\n");
}

/** The same manifests with something that only the full parser knows in each. */
const fullSyntax = () => deployments().replaceAll("hostNetwork: false", "hostNetwork: !!bool false");
const json = () => `{"apiVersion":"v1","kind":"List","items":${JSON.stringify(loadAll(deployments()))}}`;

const subjects = {
  "js-yaml": [deployments, (text) => loadAll(text).length],
  writ: [deployments, count],
  "writ, full parser": [fullSyntax, count],
  "js-yaml, full syntax": [fullSyntax, (text) => loadAll(text).length],
  "writ, JSON List": [json, count],
};

function count(text) {
  let found = 0;
  for (const { kind } of parseDocuments(text, { file: "bench" }).items) if (kind === "document") found++;
  return found;
}

const [, , subject] = process.argv;
if (subject === undefined) {
  const best = {};
  for (let run = 0; run < runs; run++) {
    for (const name of Object.keys(subjects)) {
      const { stdout, status, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stderr);
      const [wall, processor] = stdout.split(" ").map(Number);
      const known = best[name] ?? { wall: Infinity, processor: Infinity };
      best[name] = { wall: Math.min(known.wall, wall), processor: Math.min(known.processor, processor) };
    }
  }
  const yardstick = best["js-yaml"];
  const column = (time, unit) => `${time.toFixed(0).padStart(5)} ms ${(time / unit).toFixed(2).padStart(5)}`;
  console.log(`${"".padEnd(22)}      wall, ratio   processor, ratio`);
  for (const [name, { wall, processor }] of Object.entries(best)) {
    console.log(`${name.padEnd(22)} ${column(wall, yardstick.wall)}     ${column(processor, yardstick.processor)}`);
  }
} else {
  const [make, read] = subjects[subject];
  const text = make();
  const before = process.cpuUsage();
  const start = performance.now();
  const found = read(text);
  if (found !== documents) throw new Error(`${found} documents`);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  console.log(`${wall} ${(user + system) / 1000}`);
}
