import path from "node:path";
import type { Project, SourceFile } from "ts-morph";
import { sdkFolder } from "./project.js";

/**
 * Leaves a project with one module of the author, which has this text whatever the file holds, and what it imports as it is on
 * disk now. The declarations of @writ/sdk and of installed packages stay as they are: parsing and binding them is nearly all the
 * work of opening a project, and they do not change while somebody types.
 */
export function replaceModules(project: Project, file: string, text: string): SourceFile {
  for (const source of project.getSourceFiles()) if (!isInstalled(source)) source.forget();
  const source = project.createSourceFile(file, text, { overwrite: true });
  project.resolveSourceFileDependencies();
  return source;
}

function isInstalled(source: SourceFile): boolean {
  const fromSdk = path.relative(sdkFolder, source.getFilePath());
  return source.isInNodeModules() || (!fromSdk.startsWith("..") && !path.isAbsolute(fromSdk));
}
