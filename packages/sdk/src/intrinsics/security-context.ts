import type { Container, PodSpec, SecurityContext, WindowsSecurityContextOptions } from "../models/core/v1.js";

/**
 * What applies to a container. A setting that neither the container nor its Pod makes is absent: what the cluster or its container
 * runtime does then is not known here.
 */
export type EffectiveSecurityContext = Omit<SecurityContext, "windowsOptions"> & {
  /** Always there; without members when there are no settings. */
  readonly windowsOptions: WindowsSecurityContextOptions;
};

/** The settings of a security context that a container makes or else has from its Pod. */
export const inheritedSettings = [
  "appArmorProfile",
  "runAsGroup",
  "runAsNonRoot",
  "runAsUser",
  "seLinuxOptions",
  "seccompProfile",
] as const satisfies readonly (keyof SecurityContext)[];

/** The settings that only a container makes. */
export const ownSettings = [
  "allowPrivilegeEscalation",
  "capabilities",
  "privileged",
  "procMount",
  "readOnlyRootFilesystem",
] as const satisfies readonly (keyof SecurityContext)[];

/** The settings for Windows that a container makes or else has from its Pod. */
export const windowsSettings = [
  "gmsaCredentialSpec",
  "gmsaCredentialSpecName",
  "hostProcess",
  "runAsUserName",
] as const satisfies readonly (keyof WindowsSecurityContextOptions)[];

/** The two that are one setting: a container that makes either has neither from its Pod. */
export const credentialSettings: readonly string[] = ["gmsaCredentialSpec", "gmsaCredentialSpecName"];

/**
 * The security settings that apply to a container: its own, and its Pod's where it makes none, as the kubelet merges them
 * (`DetermineEffectiveSecurityContext` in Kubernetes' pkg/securitycontext; for seccomp and AppArmor, pkg/kubelet/kuberuntime). A
 * profile or the SELinux options are one setting each and never mixed; of the Windows options each is a setting of its own.
 *
 * @example effectiveSecurityContext(pod, container).runAsNonRoot === true
 */
export function effectiveSecurityContext(
  pod: { readonly spec: Pick<PodSpec, "securityContext"> },
  container: Pick<Container, "securityContext">,
): EffectiveSecurityContext {
  const [own, handedDown] = [container.securityContext, pod.spec.securityContext];
  return {
    ...defined(ownSettings, (setting) => own?.[setting]),
    ...defined(inheritedSettings, (setting) => own?.[setting] ?? handedDown?.[setting]),
    windowsOptions: windowsOptions(own?.windowsOptions, handedDown?.windowsOptions),
  };
}

function windowsOptions(
  own: WindowsSecurityContextOptions | undefined,
  handedDown: WindowsSecurityContextOptions | undefined,
): WindowsSecurityContextOptions {
  const hasCredential = credentialSettings.some((setting) => isMade(own?.[setting as keyof typeof own]));
  return defined(windowsSettings, (setting) =>
    hasCredential && credentialSettings.includes(setting) ? own?.[setting] : (own?.[setting] ?? handedDown?.[setting]),
  );
}

function isMade(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** An object of the members that have a value. */
function defined<Name extends string>(names: readonly Name[], value: (name: Name) => unknown): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, value(name)] as const).filter(([, of]) => isMade(of)));
}
