import type { Config, RuleSettings } from "./config.js";
type RuleSetting = RuleSettings[string];
/**
 * What the configuration says of a lint rule in a file: the last of the overrides that has a word on it there, else the
 * settings of all files. The rule's own id goes before its category.
 */
export declare function ruleSettings(config: Config): (rule: string, file: string) => RuleSetting | undefined;
export {};
