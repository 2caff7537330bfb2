import { given, pod, updated, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("created", pod({ containers: [{ name: "a" }] }), ["spec/containers/0 new"]),
  updated(
    "image changed",
    pod({ containers: [{ name: "a", image: "x:1" }] }),
    pod({ containers: [{ name: "a", image: "x:2" }, { name: "b" }] }),
    ["spec/containers/0/image was x:1", "spec/containers/1 new"],
  ),
  updated(
    "empty image is an absent one",
    pod({ containers: [{ name: "a", image: "" }] }),
    pod({ containers: [{ name: "a" }] }),
    [],
  ),
];
