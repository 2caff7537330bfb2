import { deployment, given, pod, type Case } from "../case.js";

const context = (own: object | null | undefined, shared: object | null | undefined, kind = pod) =>
  kind({
    containers: [{ name: "c", image: "i", ...(own === undefined ? {} : { securityContext: own }) }],
    ...(shared === undefined ? {} : { securityContext: shared }),
  } as never);
const dropped = { capabilities: { drop: ["ALL"] } };
const at = (...messages: readonly string[]): readonly string[] =>
  messages.map((message) => `spec/containers/0 ${message}`);
const unset = "seccomp unset -";

// As DetermineEffectiveSecurityContext of Kubernetes, and for seccomp the kubelet, put the two together.
export const cases: readonly Case[] = [
  given("neither", context(undefined, undefined), at("root", unset, "capabilities")),
  given("null", context(null, null), at("root", unset, "capabilities")),
  given("of the Pod", context(dropped, { runAsNonRoot: true, runAsGroup: 0 }), at(unset, "group")),
  given("of the container", context({ ...dropped, runAsNonRoot: true, runAsGroup: 5 }, undefined), at(unset, "group")),
  given("the container wins", context({ ...dropped, runAsUser: 1 }, { runAsUser: 0 }), at(unset)),
  given("the container wins with zero", context({ ...dropped, runAsUser: 0 }, { runAsUser: 1 }), at("root", unset)),
  given(
    "the container wins with false",
    context({ ...dropped, runAsNonRoot: false }, { runAsNonRoot: true }),
    at("root", unset),
  ),
  given("a null is no setting", context({ ...dropped, runAsUser: null }, { runAsUser: 1 }), at(unset)),
  given("not handed down", context({ runAsUser: 1 }, { ...dropped, privileged: true }), at(unset, "capabilities")),
  given("privileged", context({ ...dropped, privileged: true, runAsUser: 1 }, {}), at("privileged", unset)),
  given(
    "a profile is taken whole",
    context(
      { ...dropped, runAsUser: 1, seccompProfile: { type: "RuntimeDefault" } },
      { seccompProfile: { type: "Localhost", localhostProfile: "x" } },
    ),
    at("seccomp RuntimeDefault -"),
  ),
  given(
    "a profile of the Pod",
    context({ ...dropped, runAsUser: 1 }, { seccompProfile: { type: "Localhost", localhostProfile: "x" } }),
    at("seccomp Localhost x"),
  ),
  given(
    "SELinux options are taken whole",
    context({ ...dropped, runAsUser: 1, seLinuxOptions: { role: "r" } }, { seLinuxOptions: { level: "s0" } }),
    at(unset),
  ),
  given(
    "SELinux options of the Pod",
    context({ ...dropped, runAsUser: 1 }, { seLinuxOptions: { level: "s0" } }),
    at(unset, "level s0"),
  ),
  given(
    "Windows, setting by setting",
    context(
      { ...dropped, runAsUser: 1, windowsOptions: { hostProcess: true } },
      { windowsOptions: { hostProcess: false, runAsUserName: "u", gmsaCredentialSpec: "p" } },
    ),
    at(unset, "host process", "spec p", "user u"),
  ),
  given(
    "a credential is one setting",
    context(
      { ...dropped, runAsUser: 1, windowsOptions: { gmsaCredentialSpecName: "n" } },
      { windowsOptions: { gmsaCredentialSpec: "p" } },
    ),
    at(unset),
  ),
  given(
    "a credential of the container",
    context(
      { ...dropped, runAsUser: 1, windowsOptions: { gmsaCredentialSpec: "c" } },
      { windowsOptions: { gmsaCredentialSpec: "p", gmsaCredentialSpecName: "n" } },
    ),
    at(unset, "spec c"),
  ),
  given("in a Deployment", context({ ...dropped, runAsUser: 1 }, { runAsUser: 0 }, deployment), [
    `spec/template/spec/containers/0 ${unset}`,
  ]),
  given("a wrong type", context({ runAsUser: "1" }, undefined), [
    "spec/containers/0/securityContext/runAsUser spec.containers[].securityContext.runAsUser must be an integer",
  ]),
];
