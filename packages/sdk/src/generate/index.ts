export { printModule } from "./print.js";
export type { FieldNode, ImportNode, InterfaceNode, KindNode, ModuleNode, TypeNode } from "./tree.js";
