import type { LoadResult, RuleDefinition } from "../../falco/index.ts";
import type { Location, Source } from "../../project/index.ts";
import { type Priority, parsePriority } from "../alerts/index.ts";
import type { RulesFile } from "../config/index.ts";
import { knownValue } from "../evidence/index.ts";
import type { Stack } from "../model/index.ts";
import { upstreamRules } from "../upstream/index.ts";

/** A rule as it is after all files of a ruleset are loaded, before the selection of falco.yaml. */
export interface LoadedRule {
  readonly name: string;
  readonly priority: Priority | undefined;
  /** Event source. */
  readonly source: string;
  readonly tags: readonly string[];
  readonly enabled: boolean;
  /** What decided `enabled`, where an item did. */
  readonly enabledAt: Location | undefined;
  /** Where it is defined; undefined for a rule of a file that the Falco project publishes. */
  readonly location: Location | undefined;
  /** The text that defines it, where the repository has it. */
  readonly defined: Source | undefined;
  /** The file that defines it; undefined where no deployment loads the ruleset. */
  readonly file: RulesFile | undefined;
}

/**
 * Rules files that one Falco loads together, in load order, with Falco's verdict on them. Diagnostics and
 * definitions name a file by its index; `sources[index]` is its location in the repository.
 */
export interface Load {
  readonly sources: readonly Source[];
  readonly result: LoadResult;
  /** The deployment that loads the files; undefined where none does. */
  readonly stack: Stack | undefined;
}

/** The rules by name: those of the repository, and those of published files that the deployment loads. */
export function loadedRules(load: Load): Map<string, LoadedRule> {
  const published = publishedFiles(load);
  const rules = new Map<string, LoadedRule>();
  for (const rule of load.result.rules) {
    const found = rule.external ? published.get(rule.name) : { file: fileOf(load, rule), tags: [] };
    // A rule of a file that may not be loaded does not count.
    if (found !== undefined) rules.set(rule.name, loadedRule(load, rule, found));
  }
  return rules;
}

interface Origin {
  readonly file: RulesFile | undefined;
  /** Tags that a published file gives the rule. */
  readonly tags: readonly string[];
}

function loadedRule({ sources }: Load, rule: RuleDefinition, { file, tags }: Origin): LoadedRule {
  const locationIn = (fileIndex: number, span: Location["span"]): Location | undefined => {
    const text = sources[fileIndex]?.text;
    return text === undefined ? undefined : { text, span };
  };
  const deciding = rule.parts.findLast(({ keys }) => keys.has("enabled"));
  const key = deciding?.keys.get("enabled");
  return {
    name: rule.name,
    priority: parsePriority(rule.priority),
    source: rule.source,
    tags: [...new Set([...tags, ...rule.tags.map(({ text }) => text)])],
    enabled: rule.enabled,
    enabledAt:
      deciding === undefined || key === undefined ? undefined : locationIn(deciding.fileIndex, key.value),
    location: rule.external ? undefined : locationIn(rule.fileIndex, rule.span),
    defined: rule.external ? undefined : sources[rule.fileIndex],
    file,
  };
}

function fileOf({ sources, stack }: Load, { fileIndex }: RuleDefinition): RulesFile | undefined {
  const source = sources[fileIndex];
  return stack?.rulesFiles.loaded.find(
    ({ content }) => content.kind === "source" && content.source === source,
  );
}

/** The published file that defines each rule. */
function publishedFiles({ stack }: Load): Map<string, Origin> {
  const files = new Map<string, Origin>();
  for (const file of stack?.rulesFiles.loaded ?? []) {
    if (file.content.kind !== "upstream") continue;
    const { artifact, version } = file.content;
    for (const { name, tags } of upstreamRules(artifact, knownValue(version) ?? "latest")?.rules ?? [])
      files.set(name, { file, tags });
  }
  return files;
}
