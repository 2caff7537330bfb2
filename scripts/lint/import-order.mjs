import { dirname, relative, resolve, sep } from "node:path";
import { doors, packages, readsTypeScript, sharedTargets, stages } from "./layers.mjs";

const compilerSource = "packages/compiler/src/";

/**
 * ESLint rule: imports follow the order of the packages, of the compiler's stages and of its targets.
 * Option: the root of the repository.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const importOrder = {
  meta: { type: "problem", schema: [{ type: "string" }] },
  create(context) {
    const [root] = context.options;
    const file = inside(root, context.filename);
    const check = ({ source }) => {
      if (typeof source?.value !== "string") return;
      const message = objection(file, source.value, root);
      if (message !== undefined) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};

function inside(root, path) {
  return relative(root, path).split(sep).join("/");
}

function objection(file, specifier, root) {
  const here = packageFolderOf(file);
  if (here === undefined) return undefined;
  if (!specifier.startsWith(".")) return packageObjection(here, file, specifier);

  const target = inside(root, resolve(root, dirname(file), specifier));
  if (packageFolderOf(target) !== here) return `\`${specifier}\` leaves the package: import by package name`;
  return file.startsWith(compilerSource) && target.startsWith(compilerSource)
    ? stageObjection(file.slice(compilerSource.length), target.slice(compilerSource.length))
    : undefined;
}

function packageFolderOf(path) {
  return Object.keys(packages).find((folder) => path.startsWith(`${folder}/`));
}

function packageObjection(here, file, specifier) {
  if (specifier === "ts-morph" && file.startsWith(compilerSource)) {
    const stage = folderOf(file.slice(compilerSource.length));
    return stage === undefined || readsTypeScript.includes(stage)
      ? undefined
      : `\`${stage}\` must not import ts-morph: only ${readsTypeScript.join(", ")} read TypeScript`;
  }
  const { name, imports } = packages[here];
  const imported = /^@writ\/[^/]+/.exec(specifier)?.[0];
  if (imported !== undefined) {
    if (Object.hasOwn(doors, file) && doors[file] === imported) return undefined;
    return imported === name || imports.includes(imported) ? undefined : `${name} must not import ${imported}`;
  }
  // A policy module is bundled and run on every start, and read by the compiler: it has no other dependency.
  return here === "policies" && !file.endsWith(".test.ts") ? "a policy may import only @writ/sdk" : undefined;
}

function stageObjection(file, target) {
  const [from, to] = [folderOf(file), folderOf(target)];
  if (from === undefined) return undefined;
  if (to === undefined) return `\`${from}\` must not import \`${target}\`, which comes after every stage`;
  if (from === "targets" && to === "targets") return targetObjection(file.split("/"), target.split("/"));
  if (from === to) return undefined;
  if (stages[from] === undefined) return `\`${from}\` is no stage: place it in scripts/lint/layers.mjs`;
  return stages[from].includes(to) ? undefined : `\`${from}\` must not import \`${to}\`, a later stage`;
}

function targetObjection([, from, ...below], [, to, ...belowTo]) {
  // Files directly in targets/ are shared by all.
  if (from === to || below.length === 0 || belowTo.length === 0 || sharedTargets.includes(to)) return undefined;
  return `target \`${from}\` must not import target \`${to}\``;
}

function folderOf(path) {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : undefined;
}
