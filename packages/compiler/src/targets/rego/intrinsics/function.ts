import type { Library } from "../emitter.js";

/** A function of the Rego library, by module and name. It is total: null for none, whatever its arguments are. */
export type LibraryFunction = readonly [module: Library, name: string];
