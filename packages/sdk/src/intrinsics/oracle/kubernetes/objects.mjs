const keys = ["app", "tier", "example.com/team", "a.b"];
const values = ["web", "api", "", "x"];
const operators = ["In", "NotIn", "Exists", "DoesNotExist"];

/** Selectors with labels to match. Keys and values are well-formed: that is not what is asked. */
export function selectors({ pick, random, times, upTo }) {
  const map = (count) => Object.fromEntries(times(upTo(count), () => [pick(keys), pick(values)]));
  const requirement = () => {
    const operator = random() < 0.05 ? pick(["in", "Gt", "Equals", ""]) : pick(operators);
    const wantsValues = operator.endsWith("In") === random() < 0.92;
    return { key: pick(keys), operator, ...(wantsValues ? { values: times(1 + upTo(2), () => pick(values)) } : {}) };
  };
  const selector = () => ({
    ...(random() < 0.6 ? { matchLabels: map(2) } : {}),
    ...(random() < 0.8 ? { matchExpressions: times(upTo(2), requirement) } : {}),
  });
  const one = (operator, wanted) => ({
    matchExpressions: [{ key: "app", operator, ...(wanted ? { values: wanted } : {}) }],
  });
  const written = [
    ...[
      null,
      {},
      { matchLabels: {} },
      { matchExpressions: [] },
      { matchLabels: { app: "web" } },
      { matchLabels: { app: "" } },
    ],
    ...operators.flatMap((operator) => [
      one(operator),
      one(operator, []),
      one(operator, ["web"]),
      one(operator, ["api", ""]),
    ]),
  ];
  const labels = [{}, { app: "web" }, { app: "" }, { tier: "web" }, { app: "web", tier: "api" }];
  return [
    ...written.flatMap((of) => labels.map((on) => ({ selector: of, labels: on }))),
    ...times(1200, () => ({ selector: selector(), labels: map(4) })),
  ];
}

/** Rules of roles with requests. */
export function rules({ pick, random, times, upTo }) {
  const some = (list, count) => times(upTo(count), () => pick(list));
  const verbs = ["get", "list", "create", "escalate", "*", ""];
  const groups = ["", "apps", "*", "rbac.authorization.k8s.io"];
  const resources = [
    "pods",
    "pods/exec",
    "*/exec",
    "*/scale",
    "pods/*",
    "*",
    "*/*",
    "deployments/scale",
    "exec",
    "/exec",
    "*/",
    "pods/",
    "*/a/b",
    "",
  ];
  const urls = ["/metrics", "/healthz/*", "*", "/*", "/healthz", "/a*b", "/a*b*", "/x**", "**", "", "/healthz/*/"];
  const rule = () => ({
    verbs: some(verbs, 2),
    ...(random() < 0.9 ? { apiGroups: some(groups, 2) } : {}),
    ...(random() < 0.9 ? { resources: some(resources, 2) } : {}),
    ...(random() < 0.3 ? { resourceNames: some(["a", "b", ""], 2) } : {}),
    ...(random() < 0.6 ? { nonResourceURLs: some(urls, 2) } : {}),
  });
  const wide = { verbs: ["*"], apiGroups: ["*"], nonResourceURLs: urls };
  const access = () =>
    random() < 0.35
      ? {
          verb: pick(verbs),
          nonResourceURL: pick([
            "/metrics",
            "/healthz/etcd",
            "/healthz/",
            "/a*b",
            "/a*bc",
            "/axb",
            "/x",
            "/x*y",
            "*",
            "/",
          ]),
        }
      : {
          verb: pick(verbs),
          apiGroup: pick(groups),
          resource: pick([
            "pods",
            "pods/exec",
            "pods/exec/a",
            "deployments/scale",
            "pods/",
            "/exec",
            "x/a/b",
            "*",
            "pods/*",
            "",
          ]),
          ...(random() < 0.4 ? { resourceName: pick(["a", "b", "c", ""]) } : {}),
        };
  return [
    ...times(1500, () => ({ rule: rule(), access: access() })),
    ...times(500, () => ({ rule: { ...wide, resources: some(resources, 3) }, access: access() })),
  ];
}

/** Pods and containers with settings. Seccomp and AppArmor profiles are merged elsewhere, and are not asked for. */
export function contexts({ pick, random, times }) {
  const some = (members) =>
    Object.fromEntries(Object.entries(members).flatMap(([name, of]) => (random() < 0.5 ? [[name, pick(of)]] : [])));
  const windows = () =>
    some({
      gmsaCredentialSpec: ["s", "t"],
      gmsaCredentialSpecName: ["n"],
      hostProcess: [true, false],
      runAsUserName: ["u", "v"],
    });
  const shared = () => ({
    ...some({
      runAsUser: [0, 1, 1000],
      runAsGroup: [0, 2],
      runAsNonRoot: [true, false],
      seLinuxOptions: [{ level: "a" }, { role: "b" }, {}],
    }),
    ...(random() < 0.5 ? { windowsOptions: windows() } : {}),
  });
  const own = () =>
    some({
      privileged: [true, false],
      allowPrivilegeEscalation: [true, false],
      readOnlyRootFilesystem: [true, false],
      procMount: ["Default"],
      capabilities: [{ drop: ["ALL"] }, { add: ["X"] }],
    });
  const with_ = (settings) => (random() < 0.8 ? { securityContext: settings } : {});
  return times(600, () => ({ pod: with_(shared()), container: with_({ ...shared(), ...own() }) }));
}
