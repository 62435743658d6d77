export { isUnchanged, readCopies } from "./copies.ts";
export { pluginSources, syscallSource } from "./plugins.ts";
export {
  artifactsWithRule,
  publishedHash,
  rulesArtifacts,
  type UpstreamRules,
  upstreamRules,
} from "./published-rules.ts";
export type { RulesCopy } from "./rules-copy.ts";
