import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Console, printProblems, shownPath, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { configNames } from "../config/load.js";
import { projectFiles } from "../scaffold/files.js";

/** `writ init`: starts a project. What exists stays as it is. */
export function init(folder: string, console: Console): ExitCode {
  const root = resolve(console.cwd, folder);
  const style = styleFor(console.out, console);
  try {
    for (const [path, content] of Object.entries(projectFiles())) {
      const shown = shownPath(join(root, path), console.cwd);
      const exists =
        existsSync(join(root, path)) || (isConfig(path) && configNames.some((name) => existsSync(join(root, name))));
      if (!exists) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content, { flag: "wx" });
      }
      console.out.write(`${exists ? style.dim("kept   ") : style.green("created")}  ${shown}\n`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    printProblems([{ code: "WRIT5001", message: `the project cannot be written: ${reason}` }], console);
    return exitCodes.usage;
  }
  const enter = root === console.cwd ? "" : `  cd ${folder}\n`;
  console.out.write(`
Next:
${enter}  npm install     types in your editor, Vitest for unit tests
  writ test       run the cases of your policies; \`npm test\` adds the unit tests
  writ check      judge the manifests in this folder
`);
  return exitCodes.clean;
}

function isConfig(path: string): boolean {
  return configNames.some((name) => name === path);
}
