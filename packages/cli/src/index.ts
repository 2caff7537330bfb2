export { defineConfig } from "./config/define.js";
export type { WritConfig } from "./config/define.js";
