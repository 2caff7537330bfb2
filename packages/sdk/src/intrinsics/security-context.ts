import type {
  Container,
  PodSecurityContext,
  PodSpec,
  SecurityContext,
  WindowsSecurityContextOptions,
} from "../models/core/v1.js";

/**
 * What applies to a container. A setting that neither the container nor its Pod makes is absent: what the cluster or its container
 * runtime does then is not known here.
 */
export type EffectiveSecurityContext = Omit<SecurityContext, "windowsOptions"> & {
  /** Always there; without members when there are no settings. */
  readonly windowsOptions: WindowsSecurityContextOptions;
};

type Shared = Exclude<keyof SecurityContext & keyof PodSecurityContext, "windowsOptions">;
type Own = Exclude<keyof SecurityContext, keyof PodSecurityContext>;

/** The settings that a container makes or else has from its Pod. */
const sharedSettings: Readonly<Record<Shared, true>> = {
  appArmorProfile: true,
  runAsGroup: true,
  runAsNonRoot: true,
  runAsUser: true,
  seLinuxOptions: true,
  seccompProfile: true,
};

/** The settings that only a container makes. */
const ownSettings: Readonly<Record<Own, true>> = {
  allowPrivilegeEscalation: true,
  capabilities: true,
  privileged: true,
  procMount: true,
  readOnlyRootFilesystem: true,
};

/** The settings for Windows, and whether they are one of the two that make one: who makes either has neither from elsewhere. */
const windowsSettings: Readonly<Record<keyof WindowsSecurityContextOptions, "credential" | "alone">> = {
  gmsaCredentialSpec: "credential",
  gmsaCredentialSpecName: "credential",
  hostProcess: "alone",
  runAsUserName: "alone",
};

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
    ...defined(sharedSettings, (setting) => own?.[setting] ?? handedDown?.[setting]),
    windowsOptions: windowsOptions(own?.windowsOptions, handedDown?.windowsOptions),
  };
}

function windowsOptions(
  own: WindowsSecurityContextOptions | undefined,
  handedDown: WindowsSecurityContextOptions | undefined,
): WindowsSecurityContextOptions {
  const hasCredential = isMade(own?.gmsaCredentialSpec) || isMade(own?.gmsaCredentialSpecName);
  return defined(windowsSettings, (setting) =>
    hasCredential && windowsSettings[setting] === "credential"
      ? own?.[setting]
      : (own?.[setting] ?? handedDown?.[setting]),
  );
}

function isMade(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** An object of the settings that have a value. */
function defined<Name extends string>(
  settings: Readonly<Record<Name, unknown>>,
  value: (name: Name) => unknown,
): Record<string, unknown> {
  const names = Object.keys(settings) as Name[];
  return Object.fromEntries(names.map((name) => [name, value(name)] as const).filter(([, of]) => isMade(of)));
}
