export { isUnchanged, readCopies } from "./copies.js";
export { pluginSources, syscallSource } from "./plugins.js";
export { artifactsWithRule, rulesArtifacts, type UpstreamRules, upstreamRules } from "./published-rules.js";
export type { RulesCopy } from "./rules-copy.js";
