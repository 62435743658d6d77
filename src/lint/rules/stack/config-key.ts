/**
 * falco.yaml has a key that the deployed version of Falco does not know: misspelt, removed, or of a later
 * version.
 *
 * ## Why
 *
 * Falco starts without it (it only notes that the configuration does not match its schema), and what the key
 * was to set keeps its default.
 *
 * ## Instead
 *
 * Write the key as Falco's schema has it: `json_output`, `buf_size_preset`.
 *
 * ## Notes
 *
 * Keys, and the versions that added and removed them, are those of the schema that Falco itself has since
 * 0.39. A falco.yaml that no deployment of the repository mounts is held against the newest version. `grpc`,
 * `grpc_output`, `engine.ebpf` and `engine.gvisor` were removed in Falco 0.44, `syscall_buf_size_preset` in
 * 0.38.
 *
 * Nothing is reported of keys that were removed and are switched off anyway (`enabled: false`). Where no version of Falco
 * is pinned, removed keys are reported in one finding: the file is likely to be written for an older Falco.
 */

import { at, type MapNode, text } from "../../../project/index.ts";
import { type ConfigIssue, configIssues, configTexts, knownValue } from "../../../stack/index.ts";
import { removeIgnoredKey, withoutKey } from "../../removal.ts";
import type { LintRule, Problem } from "../../rule.ts";
import { didYouMean, writeInstead } from "../../spelling.ts";

const rule: LintRule = {
  id: "stack/config-key",
  severity: "warning",
  confidence: "high",
  summary: "falco.yaml has a key that this version of Falco does not know",
  fixable: true,
  *check(model) {
    for (const { root, version, stack } of configTexts(model)) {
      const issues = configIssues(root, version).filter(
        (issue) => !isRemoved(issue) || !isOff(root, issue.key),
      );
      const removed = issues.filter(isRemoved);
      const isPinned = knownValue(stack?.falcoVersion) !== undefined;
      const file = { root, version, isPinned };
      const isOld = !isPinned && removed.length > 1;
      if (isOld) yield oldFile(removed, version);
      const others = issues.filter((issue) => !isOld || !isRemoved(issue));
      yield* ofItems(others, file);
      for (const issue of others) if (listOf(issue) === undefined) yield* problemOf(issue, file);
    }
  },
};

interface ConfigFile {
  readonly root: MapNode;
  readonly version: string;
  /** Whether a deployment states the version. */
  readonly isPinned: boolean;
}

type Removed = Extract<ConfigIssue, { kind: "removed" }>;

function isRemoved(issue: ConfigIssue): issue is Removed {
  return issue.kind === "removed";
}

/** Whether a key holds a map that says it is off, so that nothing is lost with it. */
function isOff(root: MapNode, key: string): boolean {
  return text(at(root, ...key.split("."), "enabled")) === "false";
}

function oldFile(removed: readonly Removed[], version: string): Problem {
  const keys = removed.map((issue) => `"${issue.key}" (removed in ${issue.version})`).join(", ");
  return {
    at: removed[0]!.location,
    message: `Falco ${version} no longer has ${removed.length} keys of this file: ${keys}.`,
    help: "No version of Falco is pinned for it, so the newest counts. Pin the version that the file was written for, or remove the keys.",
  };
}

/** The list in whose items Falco does not know the key. */
function listOf({ kind, key }: ConfigIssue): string | undefined {
  return kind === "unknown" && key.includes("[].") ? key.slice(0, key.lastIndexOf("[].")) : undefined;
}

/** One mistake makes all keys of a list's items unknown, so it is reported once. */
function* ofItems(issues: readonly ConfigIssue[], file: ConfigFile): Iterable<Problem> {
  for (const list of new Set(issues.map(listOf))) {
    if (list === undefined) continue;
    const own = issues.filter((issue) => listOf(issue) === list);
    const keys = [...new Set(own.map(({ key }) => key.slice(list.length + 3)))];
    const isRule = list === "rules" && keys.some((key) => ["rule", "macro", "list"].includes(key));
    if (keys.length === 1 && !isRule) yield* own.flatMap((issue) => [...problemOf(issue, file)]);
    else
      yield {
        at: own[0]!.location,
        message: `Falco ${file.version} has no keys ${keys.map((key) => `"${key}"`).join(", ")} in the items of "${list}".`,
        help: isRule
          ? "`rules` in falco.yaml only switches loaded rules on and off. Put rules into a rules file, or into customRules in the values of the chart."
          : "Falco ignores them.",
      };
  }
}

function* problemOf(issue: ConfigIssue, { root, version, isPinned }: ConfigFile): Iterable<Problem> {
  if (issue.kind === "unknown")
    yield {
      at: issue.location,
      message: `Falco ${version} has no key "${issue.key}"${didYouMean(issue.near)}`,
      help: "Falco ignores it, so the setting that it is meant for keeps its default.",
      ...writeInstead(issue.near, issue.location),
    };
  else if (issue.kind === "removed")
    yield {
      at: issue.location,
      message: `The key "${issue.key}" was removed in Falco ${issue.version}.`,
      help: issue.successor === undefined ? "Remove it." : `Use ${issue.successor} instead.`,
      ...(moved(issue, root) ?? removeIgnoredKey(issue.map, issue.entry, isPinned)),
    };
  else if (issue.kind === "later")
    yield {
      at: issue.location,
      message: `The key "${issue.key}" was added in Falco ${issue.version}; ${version} does not know it.`,
      help: "Use a newer Falco, or remove the key.",
    };
}

/** Moves a value to the settings of the engine in use. Unsafe, as Falco ignores it today and would take it then. */
function moved({ successor, map, entry }: Removed, root: MapNode): Pick<Problem, "fix"> | undefined {
  const [, key] = /^engine\.<kind>\.(\w+)$/.exec(successor ?? "") ?? [];
  const kind = text(at(root, "engine", "kind"));
  const settings = kind === undefined ? undefined : at(root, "engine", kind);
  const without = withoutKey(map, entry);
  if (key === undefined || without === undefined || settings?.kind !== "map") return undefined;
  const [first] = settings.entries;
  if (first === undefined || first.keyLocation.text !== without.at.text || at(settings, key) !== undefined)
    return undefined;
  const { content } = first.keyLocation.text;
  const { start } = first.keyLocation.span;
  const indent = content.slice(content.lastIndexOf("\n", start - 1) + 1, start);
  if (!/^ *$/.test(indent)) return undefined;
  const value = content.slice(entry.value.span.start, entry.value.span.end);
  const insert = {
    at: { text: first.keyLocation.text, span: { start, end: start } },
    text: `${key}: ${value}\n${indent}`,
  };
  return {
    fix: { description: `Move it to engine.${kind}.${key}`, safe: false, edits: [insert, without] },
  };
}

export default rule;
