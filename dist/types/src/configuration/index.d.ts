export type { Config, DeclaredField } from "./config.js";
export type { Setting } from "./merge.js";
export { ruleSettings } from "./overrides.js";
export { type ConfigFile, readConfig } from "./read.js";
export { copyOf, MissingSharedFile } from "./reference.js";
