/**
 * esbuild plugin for a bundle that holds `@writ/opa/evaluate`. opa-wasm brings JavaScript versions of a few builtins, and with
 * them a YAML parser and a printf, for 20 ms of every start. `loadPolicy` refuses policies that would call them.
 *
 * @type {import("esbuild").Plugin}
 */
export const withoutHostBuiltins = {
  name: "without-host-builtins",
  setup(build) {
    build.onResolve({ filter: /^\.\/builtins\/index$/ }, ({ importer }) =>
      /[\\/]opa-wasm[\\/]src[\\/]/.test(importer)
        ? { path: "builtins", namespace: "without-host-builtins" }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "without-host-builtins" }, () => ({ contents: "module.exports = {};" }));
  },
};
