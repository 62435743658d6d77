export {
  type Attribute,
  type AuditedRequest,
  type AuditPolicy,
  type AuditStage,
  anything,
  auditLevels,
  auditPolicies,
  auditStages,
  type Recording,
  recordingsOf,
  withoutSubresources,
} from "./audit-policy.ts";
export { type FalcoCommand, readCommand } from "./command.ts";
export {
  type ConfigIssue,
  configIssues,
  configKeysBelow,
  configWords,
} from "./config-keys.ts";
export { type FalcoConfig, readFalcoConfig } from "./falco-config.ts";
export { feedTo } from "./feed.ts";
export { type Channel, jsonOutput, readChannels } from "./outputs.ts";
export { type RulesFile, type RulesFiles, readRulesFiles } from "./rules-files.ts";
export { applies, readSelection, type SelectionStep } from "./selection.ts";
export {
  type AppendOutput,
  type ChannelName,
  type FalcoSettings,
  type PluginItem,
  readSettings,
  type WebServer,
} from "./settings.ts";
export { auditSource, type EventSources, type Plugin, readPlugins, readSources } from "./sources.ts";
