import type { JsonObject } from "../src/engine.js";

/** Something that the API server writes and that its code cannot know without a server. */
export interface ServerOnly {
  readonly name: string;
  readonly why: string;
  /** Whether it concerns the kind; all of them without. */
  readonly kinds?: readonly string[];
  /** Removes it from what the server returned. Answers whether there was something. */
  readonly removeFrom: (returned: Mutable, ours: JsonObject) => boolean;
}

/** An object that may be changed: a copy. */
export interface Mutable {
  [field: string]: unknown;
}

/** Every part of a returned object that is not compared, with its reason. One that no object shows fails the suite. */
export const serverOnly: readonly ServerOnly[] = [
  ...["uid", "creationTimestamp", "managedFields"].map((field): ServerOnly => ({
    name: `metadata.${field}`,
    why: "given by the server to each object",
    removeFrom: (returned) => dropped(child(returned, "metadata"), field),
  })),
  {
    name: "a generated name",
    why: "random: that of a LimitRange without a name, and what follows metadata.generateName",
    removeFrom: (returned, ours) =>
      "name" in child(ours, "metadata") ? false : dropped(child(returned, "metadata"), "name"),
  },
  {
    name: "the addresses of a Service",
    why: "allocated from the ranges of the cluster, whose families are its configuration",
    kinds: ["Service"],
    removeFrom: (returned, ours) =>
      ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "healthCheckNodePort"]
        .filter((field) => !(field in child(ours as Mutable, "spec")))
        .map((field) => dropped(child(returned, "spec"), field))
        .includes(true),
  },
  {
    name: "the node ports of a Service",
    why: "allocated from the range of the cluster",
    kinds: ["Service"],
    removeFrom: (returned, ours) => {
      const own = items(child(ours, "spec"), "ports");
      return items(child(returned, "spec"), "ports")
        .filter((_, index) => !("nodePort" in (own[index] ?? {})))
        .map((port) => dropped(port, "nodePort"))
        .includes(true);
    },
  },
  {
    name: "the uid in a Job",
    why: "its selector and two labels of its template, which the Job gets too when it has none, are made from the uid",
    kinds: ["Job"],
    removeFrom: (returned, ours) => {
      const spec = child(returned, "spec");
      const places = [child(returned, "metadata"), child(spec, "template", "metadata"), child(spec, "selector")];
      const names = ["controller-uid", "batch.kubernetes.io/controller-uid"];
      const written = JSON.stringify(ours);
      // The name itself is random then, and so are the labels that hold it.
      if (!("name" in child(ours, "metadata"))) names.push("job-name", "batch.kubernetes.io/job-name");
      const found = places.flatMap((place) => names.map((name) => dropped(labelsOf(place), name)));
      for (const [place, field] of [
        [child(returned, "metadata"), "labels"],
        [child(spec, "template", "metadata"), "labels"],
      ] as const) {
        if (Object.keys(child(place, field)).length === 0) dropped(place, field);
      }
      const selector = child(spec, "selector");
      if (Object.keys(child(selector, "matchLabels")).length === 0) dropped(selector, "matchLabels");
      if (Object.keys(selector).length === 0 && !("selector" in child(ours, "spec"))) dropped(spec, "selector");
      return found.includes(true) && !written.includes("controller-uid");
    },
  },
  {
    name: "the requester of a CertificateSigningRequest",
    why: "the user of the request",
    kinds: ["CertificateSigningRequest"],
    removeFrom: (returned) =>
      ["username", "groups", "uid", "extra"].map((field) => dropped(child(returned, "spec"), field)).includes(true),
  },
  {
    name: "the time in a PersistentVolume",
    why: "its status says when it became pending",
    kinds: ["PersistentVolume"],
    removeFrom: (returned) => dropped(child(returned, "status"), "lastPhaseTransitionTime"),
  },
  {
    name: "the time of a condition",
    why: "it says since when it holds; our own time is not the server's",
    kinds: ["APIService", "Pod"],
    removeFrom: (returned, ours) => {
      const own = items(child(ours, "status"), "conditions");
      return items(child(returned, "status"), "conditions")
        .map((condition, index) => {
          const time = own[index]?.["lastTransitionTime"];
          if (typeof time !== "string") return false;
          condition["lastTransitionTime"] = time;
          return true;
        })
        .includes(true);
    },
  },
  {
    name: "tolerations of a Pod",
    why: "the admission plugin DefaultTolerationSeconds: two for bare Pods, unless the cluster says otherwise",
    kinds: ["Pod"],
    removeFrom: (returned, ours) => {
      const spec = child(returned, "spec");
      const written = items(child(ours, "spec"), "tolerations").length;
      const all = items(spec, "tolerations");
      if (all.length === written) return false;
      spec["tolerations"] = all.slice(0, written);
      if (written === 0) delete spec["tolerations"];
      return true;
    },
  },
  {
    name: "the priority of a Pod",
    why: "the admission plugin Priority looks up the PriorityClasses of the cluster",
    kinds: ["Pod"],
    removeFrom: (returned, ours) =>
      "priority" in child(ours, "spec") ? false : dropped(child(returned, "spec"), "priority"),
  },
  {
    name: "the preemption policy of a Pod",
    why: "the admission plugin Priority looks up the PriorityClasses of the cluster",
    kinds: ["Pod"],
    removeFrom: (returned, ours) =>
      "preemptionPolicy" in child(ours, "spec") ? false : dropped(child(returned, "spec"), "preemptionPolicy"),
  },
  {
    name: "the protection of volumes",
    why: "the admission plugin StorageObjectInUseProtection adds a finalizer",
    kinds: ["PersistentVolume", "PersistentVolumeClaim", "VolumeAttributesClass"],
    removeFrom: (returned) => {
      const metadata = child(returned, "metadata");
      const all = (metadata["finalizers"] ?? []) as readonly string[];
      const rest = all.filter((name) => !/^kubernetes\.io\/(?:pv|pvc|vac)-protection$/.test(name));
      metadata["finalizers"] = rest;
      if (rest.length === 0) delete metadata["finalizers"];
      return rest.length < all.length;
    },
  },
  {
    name: "the taint of a Node",
    why: "the admission plugin TaintNodesByCondition taints every new Node",
    kinds: ["Node"],
    removeFrom: (returned) => {
      const spec = child(returned, "spec");
      const all = items(spec, "taints");
      const rest = all.filter(({ key }) => key !== "node.kubernetes.io/not-ready");
      spec["taints"] = rest;
      if (rest.length === 0) delete spec["taints"];
      return rest.length < all.length;
    },
  },
];

function child(object: Mutable, ...path: readonly string[]): Mutable {
  const [field, ...rest] = path;
  if (field === undefined) return object;
  const value = object[field];
  return isObject(value) ? child(value, ...rest) : {};
}

/** Labels of an object, or those that a selector asks for. */
function labelsOf(place: Mutable): Mutable {
  return "matchLabels" in place ? child(place, "matchLabels") : child(place, "labels");
}

function items(object: Mutable, field: string): readonly Mutable[] {
  const value = object[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function dropped(object: Mutable, field: string): boolean {
  const was = field in object;
  Reflect.deleteProperty(object, field);
  return was;
}

function isObject(value: unknown): value is Mutable {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
