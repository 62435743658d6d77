export type { Config, DeclaredField } from "./config.ts";
export type { Setting } from "./merge.ts";
export { ruleSettings } from "./overrides.ts";
export { type ConfigFile, readConfig } from "./read.ts";
export { copyOf, MissingSharedFile } from "./reference.ts";
