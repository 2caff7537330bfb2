/** A program that `go build` makes from one of the modules in `go/`. */
export interface Program {
  readonly module: string;
  readonly package: string;
  /** The dependency whose version is the engine's. */
  readonly pinned: string;
  /** Variables that the linker sets, from that version: engines answer with them. */
  readonly stamps?: (version: string) => Readonly<Record<string, string>>;
  /** Minutes on two cores with empty caches, for the line that says why nothing happens. */
  readonly minutes: number;
}

/** Every engine that is built here. OPA's topdown is built by @writ/opa. */
export const programs = {
  "apiserver-new": { module: "apiserver-new", package: ".", pinned: "k8s.io/apiserver", minutes: 4 },
  "apiserver-old": { module: "apiserver-old", package: ".", pinned: "k8s.io/apiserver", minutes: 3 },
  etcd: { module: "etcd", package: "go.etcd.io/etcd/server/v3", pinned: "go.etcd.io/etcd/server/v3", minutes: 1 },
  "kube-apiserver": {
    module: "kube-apiserver",
    package: ".",
    pinned: "k8s.io/kubernetes",
    // Without them it says 0.0.0-master, and compares that with the versions of its features.
    stamps: (version) => ({
      "k8s.io/component-base/version.gitVersion": version,
      "k8s.io/component-base/version.gitMajor": version.slice(1).split(".")[0] ?? "",
      "k8s.io/component-base/version.gitMinor": version.slice(1).split(".")[1] ?? "",
    }),
    minutes: 9,
  },
  "kyverno-cli": {
    module: "kyverno",
    package: ".",
    pinned: "github.com/kyverno/kyverno",
    stamps: (version) => ({ "github.com/kyverno/kyverno/pkg/version.BuildVersion": version }),
    minutes: 7,
  },
  kyverno: {
    module: "kyverno",
    package: "github.com/kyverno/kyverno/cmd/kyverno",
    pinned: "github.com/kyverno/kyverno",
    stamps: (version) => ({ "github.com/kyverno/kyverno/pkg/version.BuildVersion": version }),
    minutes: 5,
  },
} satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;
