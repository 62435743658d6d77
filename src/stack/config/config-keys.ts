import { deploymentFeatures, isIn, isRemoved } from "../../falco/index.ts";
import {
  type Entry,
  entry,
  type Location,
  type MapNode,
  type Node,
  nearest,
  text,
} from "../../project/index.ts";
import table from "./falco-config-keys.json" with { type: "json" };
import oldKeys from "./old-config-keys.json" with { type: "json" };

interface KnownKey {
  /** Path with dots, `[]` for the items of a list. */
  readonly key: string;
  readonly type: string;
  readonly items?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly since?: string;
  readonly removedIn?: string;
}

/** Those of versions before 0.39 are written by hand, as Falco had no schema of falco.yaml then. */
const keys: ReadonlyMap<string, KnownKey> = new Map(
  [...(table as readonly KnownKey[]), ...(oldKeys as readonly KnownKey[])].map((known) => [known.key, known]),
);
const childrenOf = new Map<string, string[]>();
for (const key of keys.keys()) {
  const dot = key.lastIndexOf(".");
  const parent = dot === -1 ? "" : key.slice(0, dot);
  const name = key.slice(dot + 1);
  const children = childrenOf.get(parent);
  if (children === undefined) childrenOf.set(parent, [name]);
  else children.push(name);
}

/** What took the place of a key that went. */
const successors: Readonly<Record<string, string>> = {
  syscall_buf_size_preset: "engine.<kind>.buf_size_preset",
  syscall_drop_failed_exit: "engine.<kind>.drop_failed_exit",
  modern_bpf: "engine.modern_ebpf",
  "engine.ebpf": "engine.modern_ebpf",
  grpc_output: "http_output",
  outputs: "outputs_queue",
};

export type ConfigIssue =
  | {
      readonly kind: "unknown";
      readonly key: string;
      readonly near: string | undefined;
      readonly location: Location;
    }
  | {
      readonly kind: "removed";
      readonly key: string;
      readonly version: string;
      readonly successor: string | undefined;
      readonly location: Location;
      readonly entry: Entry;
      /** The map that it is a key of. */
      readonly map: MapNode;
    }
  | { readonly kind: "later"; readonly key: string; readonly version: string; readonly location: Location }
  | {
      readonly kind: "value";
      readonly key: string;
      readonly expected: string;
      /** Whether Falco stops at it; otherwise the default counts. */
      readonly fatal: boolean;
      readonly location: Location;
    }
  /** Two names of one thing, at which Falco stops. */
  | { readonly kind: "conflict"; readonly key: string; readonly other: string; readonly location: Location };

/** What of a falco.yaml that version of Falco does not know, or cannot take. */
export function configIssues(root: Node, version: string): ConfigIssue[] {
  return [...walk(root, "", version), ...conflicts(root, version)];
}

/** What keeps that version of Falco from starting with a falco.yaml, as a sentence; undefined where nothing does. */
export function refusal(root: Node, version: string): { sentence: string; location: Location } | undefined {
  for (const issue of configIssues(root, version)) {
    const { location } = issue;
    if (issue.kind === "conflict")
      return {
        sentence: `Falco does not start with both \`${issue.key}\` and \`${issue.other}\`.`,
        location,
      };
    if (issue.kind === "value" && issue.fatal)
      return { sentence: `Falco does not start: \`${issue.key}\` takes ${issue.expected}.`, location };
  }
  return undefined;
}

/** `rules_file` is the name before 0.38, which later versions still read where the new one is not set. */
function* conflicts(root: Node, version: string): Iterable<ConfigIssue> {
  const old = entry(root, "rules_file");
  if (old === undefined || entry(root, "rules_files") === undefined) return;
  if (!deploymentFeatures(version).rulesFilesKey) return;
  yield { kind: "conflict", key: old.key, other: "rules_files", location: old.keyLocation };
}

function* walk(node: Node, path: string, version: string): Iterable<ConfigIssue> {
  if (node.kind === "seq")
    for (const item of node.items) {
      if (path === dropActions) yield* dropActionIssues(item);
      yield* walk(item, `${path}[]`, version);
    }
  if (node.kind !== "map") return;
  const children = childrenOf.get(path);
  // A map without known keys is free.
  if (children === undefined) return;
  for (const item of node.entries) {
    const full = path === "" ? item.key : `${path}.${item.key}`;
    const issue = entryIssue(node, item, full, version);
    if (issue !== undefined) yield issue;
    else if (keys.has(full)) yield* walk(item.value, full, version);
  }
}

function* dropActionIssues(item: Node): Iterable<ConfigIssue> {
  if (dropWords.includes(text(item) ?? "")) return;
  const expected = `one of ${dropWords.join(", ")}`;
  yield { kind: "value", key: dropActions, expected, fatal: true, location: item };
}

/** What is wrong with one key or its own value; undefined where nothing is. */
function entryIssue(map: MapNode, entry: Entry, full: string, version: string): ConfigIssue | undefined {
  const { key, keyLocation, value } = entry;
  const siblings = childrenOf.get(full.slice(0, Math.max(full.lastIndexOf("."), 0))) ?? [];
  const found = keys.get(full);
  if (found === undefined)
    return deploymentFeatures(version).configKeysKnown
      ? { kind: "unknown", key: full, near: nearest(key, siblings), location: keyLocation }
      : undefined;
  if (found.removedIn !== undefined && isRemoved(version, found)) {
    const successor = Object.hasOwn(successors, full) ? successors[full] : undefined;
    return {
      kind: "removed",
      key: full,
      version: found.removedIn,
      successor,
      location: keyLocation,
      entry,
      map,
    };
  }
  if (!isIn(version, found))
    return { kind: "later", key: full, version: found.since ?? version, location: keyLocation };
  const expected = mismatch(value, found, version);
  return expected === undefined
    ? undefined
    : { kind: "value", key: full, expected, fatal: fatal.has(full), location: value };
}

const priorityWords = "emergency, alert, critical, error, warning, notice, informational, debug";
const words: Readonly<Record<string, string>> = {
  priority: `${priorityWords}, info`,
  log_level: "emergency, alert, critical, error, warning, notice, info, debug",
  "libs_logger.severity": "fatal, critical, error, warning, notice, info, debug, trace",
  rule_matching: "first, all",
  "capture.mode": "rules, all_rules",
};
const dropActions = "syscall_event_drops.actions";
const dropWords = ["ignore", "log", "alert", "exit"];
/** Keys at whose wrong value Falco stops. */
const fatal = new Set([
  "engine.kind",
  "priority",
  "log_level",
  "rule_matching",
  "capture.mode",
  "syscall_event_drops.threshold",
]);
/** Those that Falco takes in any case. */
const anyCase = new Set(["priority", "rule_matching"]);

/** What the value should be, where it is something else. */
function mismatch(value: Node, key: KnownKey, version: string): string | undefined {
  const content = text(value);
  if (content?.includes("${") === true) return undefined;
  switch (key.type) {
    case "boolean":
      return content === undefined
        ? notNull(value, "true or false")
        : isBoolean(content)
          ? undefined
          : "true or false";
    case "integer":
    case "number":
      return content === undefined ? notNull(value, "a number") : numberMismatch(content, key);
    case "array":
      // Falco takes a single text for a list of one.
      return value.kind === "seq" || value.kind === "scalar" ? undefined : "a list";
    case "object":
      return value.kind === "map" || isNull(value) ? undefined : "a map";
    case "string":
      if (value.kind !== "scalar") return "a text";
      return content === undefined ? undefined : wordMismatch(content, key, version);
    default:
      return undefined;
  }
}

/** A key that can be written at a place, and what it takes. */
interface WritableKey {
  readonly name: string;
  readonly type: string;
}

/** The keys of falco.yaml below others, from the outside in, that a version of Falco knows; a list is not a step. */
export function configKeysBelow(path: readonly string[], version: string): WritableKey[] {
  return [...keys.values()].flatMap((known) => {
    const steps = stepsOf(known);
    const name = steps.at(-1)!;
    const isBelow = steps.length === path.length + 1 && path.every((step, at) => step === steps[at]);
    return isBelow && isIn(version, known) ? [{ name, type: known.type }] : [];
  });
}

/** The words that a key of falco.yaml takes in a version of Falco; none where it takes any text. */
export function configWords(path: readonly string[], version: string): readonly string[] {
  if (path.join(".") === dropActions) return dropWords;
  const known = [...keys.values()].find((one) => stepsOf(one).join(".") === path.join("."));
  if (known === undefined) return [];
  return known.type === "boolean" ? ["true", "false"] : (wordsOf(known, version) ?? []);
}

function stepsOf({ key }: KnownKey): string[] {
  return key.replaceAll("[]", "").split(".");
}

function isNull(value: Node): boolean {
  return value.kind === "scalar" && value.value === null;
}

function notNull(value: Node, expected: string): string | undefined {
  return isNull(value) ? undefined : expected;
}

/** As yaml-cpp reads a boolean. */
function isBoolean(content: string): boolean {
  return /^(?:true|false|yes|no|on|off|y|n)$/i.test(content);
}

function numberMismatch(content: string, key: KnownKey): string | undefined {
  const number = Number(content);
  if (content.trim() === "" || Number.isNaN(number)) return "a number";
  if (key.type === "integer" && !Number.isInteger(number)) return "a whole number";
  if (key.key === "syscall_event_drops.threshold" && (number < 0 || number > 1)) return "a share from 0 to 1";
  if (key.minimum !== undefined && number < key.minimum) return `a number from ${key.minimum}`;
  return key.maximum !== undefined && number > key.maximum ? `a number up to ${key.maximum}` : undefined;
}

function wordMismatch(content: string, known: KnownKey, version: string): string | undefined {
  const allowed = wordsOf(known, version);
  const word = anyCase.has(known.key) ? content.toLowerCase() : content;
  return allowed === undefined || allowed.includes(word) ? undefined : `one of ${allowed.join(", ")}`;
}

function wordsOf({ key, enum: choices }: KnownKey, version: string): readonly string[] | undefined {
  return key === "engine.kind"
    ? deploymentFeatures(version).engineKinds
    : (choices ?? words[key]?.split(", "));
}
