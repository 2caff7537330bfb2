/** What to format, check and compile. Module names appear in errors and in nothing that is emitted. */
export interface RegoRequest {
  /** Rego v1 text by file name. */
  readonly modules: Readonly<Record<string, string>>;
  /** Rules that the WASM policy exposes, as `package/path/rule`. Without any, no WASM is built and `wasm` is empty. */
  readonly entrypoints: readonly string[];
  /** OPA's capabilities document. Absent: {@link wasmCapabilities}, the builtins that need no host. */
  readonly capabilities?: unknown;
}

/** One finding of OPA, or the reason why OPA could not be asked. */
export interface RegoError {
  /**
   * OPA's own code (`rego_parse_error`, `rego_type_error`, `rego_compile_error`, `rego_unsafe_var_error`, …), `opa_compile_error`
   * for what its WASM compiler refuses, `opa_unavailable` without a usable compiler, `opa_crashed` when one died.
   */
  readonly code: string;
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly help?: string;
  /** Name of the module, as it was given; empty when the finding has no place. */
  readonly file: string;
  /** Counts from 1; 0 when the finding has no place. */
  readonly line: number;
  readonly column: number;
}

/** The compiler that answered: OPA built as a WASI module, or an `opa` binary on PATH. */
export interface Toolchain {
  readonly kind: "wasi" | "opa";
  /** OPA's version, without a leading v. */
  readonly version: string;
}

export type RegoResult =
  | {
      readonly ok: true;
      /** The modules as `opa fmt` prints them, by file name. The WASM is compiled from this text. */
      readonly formatted: Readonly<Record<string, string>>;
      readonly wasm: Uint8Array;
      readonly toolchain: Toolchain;
    }
  | { readonly ok: false; readonly errors: readonly RegoError[] };

/** An error that belongs to no place in a module. */
export function unplaced(code: string, message: string, help?: string): RegoError {
  return { code, message, ...(help === undefined ? {} : { help }), file: "", line: 0, column: 0 };
}
