import { type Term, definedRef, scalar } from "./ast.js";
import { type Emitter, type Path, library } from "./emitter.js";

/** What the library tells of a container: an element of its `located_containers`, `[name of the list, index, element]`. */
export interface Located {
  readonly element: Term;
  readonly path: Path;
}

export function located(emitter: Emitter, container: Term): Located {
  const [list, index, element] = [0, 1, 2].map((position) => definedRef(container, scalar(position))) as [
    Term,
    Term,
    Term,
  ];
  return {
    element,
    path: { base: library(emitter, "workload", "pod_path"), segments: [scalar("spec"), list, index] },
  };
}
