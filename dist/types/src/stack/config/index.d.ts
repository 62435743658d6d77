export { type FalcoCommand, readCommand } from "./command.js";
export { type ConfigIssue, configIssues } from "./config-keys.js";
export { type FalcoConfig, readFalcoConfig } from "./falco-config.js";
export { feedTo } from "./feed.js";
export { type Channel, jsonOutput, readChannels } from "./outputs.js";
export { type RulesFile, type RulesFiles, readRulesFiles } from "./rules-files.js";
export { applies, readSelection, type SelectionStep } from "./selection.js";
export { type AppendOutput, type ChannelName, type FalcoSettings, type PluginItem, readSettings, type WebServer, } from "./settings.js";
export { type EventSources, type Plugin, readPlugins, readSources } from "./sources.js";
