import { nearest, type Span } from "../../project/index.ts";
import {
  type EngineFeatures,
  type Priority,
  parsePriority,
  parseRequiredVersion,
  priorities,
  type VersionNumbers,
} from "../catalog/index.ts";
import { type MapNode, parseYaml, type ScalarNode, type YamlNode } from "../yaml/index.ts";
import type {
  Collector,
  DefinitionPart,
  ListInfo,
  MacroInfo,
  RuleInfo,
  RuleUpdate,
  Warn,
} from "./collector.ts";
import { Context, type Diagnostic, type ErrorCode, LoadError, type WarningCode } from "./diagnostic.ts";
import type { ExceptionEntry, ExceptionInfo } from "./exceptions.ts";
import { schemaFailure } from "./schema-check.ts";
import { SourceScalar, TracedText } from "./traced-text.ts";

/** A rules file. */
export interface RulesText {
  /** What messages call it: its path. */
  readonly name: string;
  readonly text: string;
}

/** Who hears of what is wrong with a file. */
export interface ReadReport {
  readonly warn: Warn;
  /** Whether to go on with the next item. */
  readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}

/** Reads a rules file into the collector. Returns whether all of it was read. */
export function readRules(
  file: RulesText,
  fileIndex: number,
  collector: Collector,
  features: EngineFeatures,
  report: ReadReport,
): boolean {
  return new Reader(file, fileIndex, collector, features, report).read();
}

const ruleKeys = {
  append: ["condition", "output", "desc", "tags", "exceptions"],
  replace: [
    "condition",
    "output",
    "desc",
    "priority",
    "capture",
    "capture_duration",
    "tags",
    "exceptions",
    "enabled",
    "warn_evttypes",
    "skip-if-unknown-filter",
  ],
} as const;

const knownKeys = {
  required_engine_version: ["required_engine_version"],
  required_plugin_versions: ["required_plugin_versions"],
  list: ["list", "items", "append", "override"],
  macro: ["macro", "condition", "append", "override"],
  rule: ["rule", ...ruleKeys.replace, "source", "override", "append"],
} as const;

/** Ends the reading after an error that is reported. */
class Ended extends Error {}

/** What is read on with in the place of an output that is wrong. */
const someOutput = TracedText.join("-");

class Reader {
  readonly #file: RulesText;
  readonly #fileIndex: number;
  readonly #collector: Collector;
  readonly #features: EngineFeatures;
  readonly #report: ReadReport;
  readonly #context: Context;
  #failures = 0;

  constructor(
    file: RulesText,
    fileIndex: number,
    collector: Collector,
    features: EngineFeatures,
    report: ReadReport,
  ) {
    this.#file = file;
    this.#fileIndex = fileIndex;
    this.#collector = collector;
    this.#features = features;
    this.#report = report;
    this.#context = Context.file(file.name, fileIndex, file.text.length);
  }

  read(): boolean {
    const { documents, error } = parseYaml(this.#file.text);
    if (error !== undefined) {
      const message = `this is no valid YAML: ${error.message}`;
      this.#report.fail(
        this.#context.of(error, "value for").diagnostic("LOAD_ERR_YAML_PARSE", message),
        false,
      );
      return false;
    }
    if (this.#features.validatesSchema) {
      const failure = documents.map(schemaFailure).find((found) => found !== undefined);
      if (failure !== undefined) {
        const { node, message } = failure;
        this.#report.fail(this.#context.diagnostic("LOAD_ERR_YAML_PARSE", message, this.#at(node)), false);
        return false;
      }
    }
    return documents.every((document) => this.#attempt(() => this.#document(document)));
  }

  #document(document: YamlNode): boolean {
    if (document.kind !== "sequence") {
      const first = document.kind === "map" ? firstKey(document) : document.span;
      const message = "a rules file is a list of items; start each with `- rule:`, `- macro:` or `- list:`";
      return this.#fail(this.#context, message, { fileIndex: this.#fileIndex, span: first });
    }
    return document.items.every((item) => {
      if (item.kind === "null") return true;
      const before = this.#failures;
      const goesOn = this.#attempt(() => {
        this.#item(item);
        return true;
      });
      if (this.#failures > before) this.#markBroken(item);
      return goesOn;
    });
  }

  #markBroken(item: YamlNode): void {
    if (item.kind !== "map") return;
    for (const kind of ["list", "macro", "rule"] as const) {
      const name = get(item, kind);
      if (name?.kind === "scalar") this.#collector.markBroken(kind, name.value);
    }
  }

  /** Runs a step and reports its error. Returns its result, or whether to go on after the error. */
  #attempt(step: () => boolean): boolean {
    try {
      return step();
    } catch (error) {
      if (error instanceof Ended) return false;
      if (!(error instanceof LoadError)) throw error;
      this.#failures++;
      return this.#report.fail(error.diagnostic, error.follows);
    }
  }

  /** What a step reads, or what stands in for it after an error that need not hide those in the rest of the item. */
  #or<T>(standIn: T, step: () => T): T {
    let value = standIn;
    const goesOn = this.#attempt(() => {
      value = step();
      return true;
    });
    if (!goesOn) throw new Ended();
    return value;
  }

  #fail(
    context: Context,
    message: string,
    at?: Parameters<Context["diagnostic"]>[2],
    suggestion?: string,
  ): never {
    return this.#failAs("LOAD_ERR_YAML_VALIDATE", context, message, at, suggestion);
  }

  #failAs(
    code: ErrorCode,
    context: Context,
    message: string,
    at: Parameters<Context["diagnostic"]>[2] = context,
    suggestion?: string,
  ): never {
    throw new LoadError(context.diagnostic(code, message, at, suggestion));
  }

  #warn(
    code: WarningCode,
    context: Context,
    message: string,
    span: Span = context.span,
    suggestion?: string,
  ): void {
    this.#report.warn(context.diagnostic(code, message, { fileIndex: this.#fileIndex, span }, suggestion));
  }

  #item(item: YamlNode): void {
    if (item.kind !== "map") {
      const context = this.#context.of(item, "rules content item");
      this.#fail(context, "an item of a rules file is a map; write `- rule: NAME` with its keys below");
    }
    if (get(item, "required_engine_version") !== undefined) this.#engineVersion(item);
    else if (get(item, "required_plugin_versions") !== undefined) this.#pluginVersions(item);
    else if (get(item, "list") !== undefined) this.#list(item);
    else if (get(item, "macro") !== undefined) this.#macro(item);
    else if (get(item, "rule") !== undefined) this.#rule(item);
    else this.#unknownItem(item);
  }

  #unknownItem(item: MapNode): void {
    const context = this.#context.of(item, "rules content item");
    const names = item.entries.flatMap(({ key }) => (key.kind === "scalar" ? key.value : []));
    const near = names
      .map((name) => nearest(name, Object.keys(knownKeys)))
      .find((name) => name !== undefined);
    const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
    const message = `this is no rule, macro, list or required version, so Falco ignores it${hint}`;
    this.#warn("LOAD_UNKNOWN_ITEM", context, message, firstKey(item), near);
  }

  #engineVersion(item: MapNode): void {
    const key = "required_engine_version";
    const context = this.#context.of(item, key);
    const value = get(item, key)!;
    const number = value.kind === "scalar" ? readUnsigned(value.value) : undefined;
    let version: VersionNumbers | undefined;
    if (number !== undefined) version = this.#features.implicitEngineVersion(number);
    else {
      const text = this.#text(item, key, context).value;
      version = parseRequiredVersion(text);
      if (version === undefined)
        this.#fail(
          context,
          `\`${text}\` is no version; write three numbers, as in \`0.31.0\``,
          this.#at(value),
        );
    }
    this.#collector.requireEngine(version!, context);
    this.#warnUnknownKeys(item, key, context);
  }

  #pluginVersions(item: MapNode): void {
    const key = "required_plugin_versions";
    const value = get(item, key)!;
    const type = "required plugin versions";
    const context = this.#context.of(value, type);
    if (value.kind !== "sequence") this.#fail(context, "write a list of plugins: `- name: k8saudit`");
    else for (const plugin of value.items) this.#pluginVersion(plugin, context);
    this.#warnUnknownKeys(item, key, this.#context.of(item, type));
  }

  #pluginVersion(plugin: YamlNode, parent: Context): void {
    const type = "required plugin versions entry";
    const bare = parent.of(plugin, type);
    if (plugin.kind !== "map") this.#fail(bare, "write the `name` and the `version` of the plugin");
    const name = this.#text(plugin, "name", bare).value;
    const context = parent.of(plugin, type, name);
    const version = this.#text(plugin, "version", context).value;
    const alternatives = [{ name, version }];
    const others = get(plugin, "alternatives");
    if (others !== undefined) {
      if (others.kind !== "sequence")
        this.#fail(context, "`alternatives` is a list of plugins: `- name: k8saudit-eks`", this.#at(others));
      for (const other of others.items) alternatives.push(this.#pluginAlternative(other, context));
    }
    this.#collector.requirePlugin({ context, alternatives });
  }

  #pluginAlternative(plugin: YamlNode, parent: Context): { name: string; version: string } {
    const type = "required plugin versions alternative";
    const context = parent.of(plugin, type);
    if (plugin.kind !== "map") return this.#fail(context, "write the `name` and the `version` of the plugin");
    const name = this.#text(plugin, "name", context).value;
    return { name, version: this.#text(plugin, "version", parent.of(plugin, type, name)).value };
  }

  #list(item: MapNode): void {
    const name = this.#text(item, "list", this.#context.of(item, "list")).value;
    const context = this.#context.of(item, "list", name);
    if (this.#features.warnsOfNames && !bareWord.test(name))
      this.#warn(
        "LOAD_INVALID_LIST_NAME",
        context,
        `\`${name}\` is no name for a list: it cannot hold blanks, quotes, parentheses, commas or \`=\``,
        valueSpan(item, "list"),
      );
    const items = this.#or([], () => this.#scalars(item, "items", context, false));
    const append = this.#definesOrAppends(item, context, ["items"]);
    const info: ListInfo = {
      name,
      context,
      items,
      index: 0,
      visibility: 0,
      external: false,
      parts: [this.#part(item, append ? "append" : "define")],
    };
    if (append) this.#collector.appendList(info);
    else this.#collector.defineList(info);
    this.#warnUnknownKeys(item, "list", context);
  }

  #macro(item: MapNode): void {
    const name = this.#text(item, "macro", this.#context.of(item, "macro")).value;
    const context = this.#context.of(item, "macro", name);
    if (this.#features.warnsOfNames && !identifier.test(name))
      this.#warn(
        "LOAD_INVALID_MACRO_NAME",
        context,
        `\`${name}\` is no name for a macro: conditions can only use letters, digits and \`_\`, a letter first`,
        valueSpan(item, "macro"),
      );
    const condition = this.#text(item, "condition", context);
    const conditionContext = context.of(get(item, "condition")!, "macro condition");
    const append = this.#definesOrAppends(item, context, ["condition"]);
    const info: MacroInfo = {
      name,
      context,
      condition: TracedText.of(condition),
      conditionContext,
      index: 0,
      visibility: 0,
      external: false,
      parts: [this.#part(item, append ? "append" : "define")],
    };
    if (append) this.#collector.appendMacro(info);
    else this.#collector.defineMacro(info);
    this.#warnUnknownKeys(item, "macro", context);
  }

  /** Whether a list or a macro adds to an earlier one. */
  #definesOrAppends(item: MapNode, context: Context, keys: readonly string[]): boolean {
    const append = this.#appendFlag(item, context);
    const overrides = this.#overrides(item, context, keys, keys);
    if (append && overrides.append.size + overrides.replace.size > 0) this.#failBothAppends(item, context);
    return append || overrides.append.size > 0;
  }

  #appendFlag(item: MapNode, context: Context): boolean {
    const append = this.#boolean(item, "append", context) ?? false;
    if (append && this.#features.warnsOfAppend)
      this.#warn(
        "LOAD_DEPRECATED_ITEM",
        context,
        "`append` is deprecated; name the keys to append to under `override`, as in `override: {condition: append}`",
        keySpan(item, "append"),
      );
    return append;
  }

  #failBothAppends(item: MapNode, context: Context): never {
    return this.#fail(
      context,
      "`append` and `override` say the same thing twice; delete `append`",
      this.#spanAt(keySpan(item, "append")),
    );
  }

  #overrides(
    item: MapNode,
    parent: Context,
    appendable: readonly string[],
    replaceable: readonly string[],
  ): { append: Set<string>; replace: Set<string> } {
    const result = { append: new Set<string>(), replace: new Set<string>() };
    const override = get(item, "override");
    if (override === undefined) return result;
    if (override.kind === "sequence" && override.items.length > 0)
      return this.#breakOff("`override` is a map of keys: `condition: append`", override);
    if (override.kind !== "map") return result;
    const context = parent.of(item, "overrides");
    for (const { key: keyNode, value } of override.entries) {
      const key = this.#nameOf(keyNode);
      const operation = this.#nameOf(value);
      const keyContext = context.of(keyNode, "overrides", key);
      if (operation === "append") {
        if (!appendable.includes(key))
          this.#failOverride(keyContext, key, appendable, replaceable, operation);
        result.append.add(key);
      } else if (operation === "replace") {
        if (!replaceable.includes(key))
          this.#failOverride(keyContext, key, appendable, replaceable, operation);
        result.replace.add(key);
      } else {
        const allowed = [appendable.includes(key) && "`append`", replaceable.includes(key) && "`replace`"];
        const choices =
          allowed.filter((choice) => choice !== false).join(" or ") || "nothing: it cannot be overridden";
        const near = nearest(operation, ["append", "replace"]);
        this.#fail(
          context.of(value, "value for", key),
          `write ${choices} for \`${key}\`, not \`${operation}\``,
          undefined,
          near,
        );
      }
    }
    return result;
  }

  #failOverride(
    context: Context,
    key: string,
    appendable: readonly string[],
    replaceable: readonly string[],
    operation: "append" | "replace",
  ): never {
    if (operation === "append" && replaceable.includes(key))
      return this.#fail(context, `\`${key}\` cannot be appended to; write \`${key}: replace\``);
    const near = nearest(key, operation === "append" ? appendable : replaceable);
    const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
    const what = operation === "append" ? "appended to" : "replaced";
    return this.#fail(context, `\`${key}\` cannot be ${what}${hint}`, undefined, near);
  }

  #rule(item: MapNode): void {
    const name = this.#text(item, "rule", this.#context.of(item, "rule")).value;
    const context = this.#context.of(item, "rule", name);
    const source = this.#features.checksSourceOfChanges
      ? (this.#optionalText(item, "source", context, true)?.value ?? "")
      : "";
    const append = this.#appendFlag(item, context);
    const overrides = this.#overrides(item, context, ruleKeys.append, this.#features.replaceableKeys);
    const hasOverrides = overrides.append.size + overrides.replace.size > 0;
    if (append && hasOverrides) this.#failBothAppends(item, context);
    if (hasOverrides) this.#overrideRule(item, name, source, overrides, context);
    else if (append) this.#appendToRule(item, name, source, context);
    else this.#defineRule(item, name, context);
    this.#warnUnknownKeys(item, "rule", context);
  }

  #overrideRule(
    item: MapNode,
    name: string,
    source: string,
    overrides: { append: Set<string>; replace: Set<string> },
    context: Context,
  ): void {
    const overridable = new Set<string>([...ruleKeys.append, ...this.#features.replaceableKeys]);
    const unclaimed = new Set(
      [...overridable].filter((key) => get(item, key) !== undefined).sort(compareBytes),
    );
    for (const action of ["append", "replace"] as const) {
      const keys = overrides[action];
      if (keys.size === 0) continue;
      const part = this.#part(item, action);
      const update: RuleUpdate = { name, context, part, source: "" };
      const failures = this.#failures;
      for (const key of overrideOrder) {
        if (!keys.has(key)) continue;
        if (!unclaimed.delete(key)) {
          const message = `\`override\` says to ${action} \`${key}\`, but the item has no \`${key}\``;
          this.#fail(context, message, this.#spanAt(keySpan(get(item, "override") as MapNode, key)));
        }
        // The engine looks at the source of an item only where it changes the condition.
        if (key === "condition") update.source = source;
        this.#or(undefined, () => this.#readUpdate(update, item, key, context, action));
      }
      // Nothing is left of an update whose values are all wrong.
      if (this.#failures > failures) continue;
      if (action === "append") this.#collector.appendRule(update);
      else this.#collector.replaceRule(update);
    }
    for (const key of unclaimed) {
      const message = `\`override\` does not say what to do with \`${key}\`; add \`${key}: replace\``;
      this.#fail(context.of(get(item, key)!, "overrides", key), message, this.#spanAt(keySpan(item, key)));
    }
  }

  #readUpdate(
    update: RuleUpdate,
    item: MapNode,
    key: string,
    context: Context,
    action: "append" | "replace",
  ): void {
    switch (key) {
      case "condition":
        update.condition = TracedText.of(this.#text(item, key, context));
        break;
      case "exceptions":
        update.exceptions = this.#exceptions(item, context, action === "append");
        break;
      case "output":
        update.output = TracedText.of(this.#text(item, key, context));
        break;
      case "desc":
        update.description = this.#text(item, key, context).value;
        break;
      case "tags":
        update.tags = this.#scalars(item, key, context, true);
        break;
      case "priority":
        update.priority = this.#priority(item, context);
        break;
      case "capture":
        update.capture = this.#requiredBoolean(item, key, context);
        break;
      case "capture_duration":
        update.captureDuration = this.#requiredUnsigned(item, key, context);
        break;
      case "enabled":
        update.enabled = this.#requiredBoolean(item, key, context);
        break;
      case "warn_evttypes":
        update.warnEventTypes = this.#requiredBoolean(item, key, context);
        break;
      case "skip-if-unknown-filter":
        update.skipIfUnknownFilter = this.#requiredBoolean(item, key, context);
        break;
    }
  }

  #appendToRule(item: MapNode, name: string, source: string, context: Context): void {
    const update: RuleUpdate = { name, context, part: this.#part(item, "append"), source };
    if (get(item, "condition") !== undefined)
      update.condition = TracedText.of(this.#text(item, "condition", context));
    if (get(item, "exceptions") !== undefined) update.exceptions = this.#exceptions(item, context, true);
    this.#collector.appendRule(update);
  }

  #defineRule(item: MapNode, name: string, context: Context): void {
    const defining = ["condition", "output", "desc", "priority"];
    if (defining.every((key) => get(item, key) === undefined)) {
      this.#enableRule(item, name, context);
      return;
    }
    const condition = this.#text(item, "condition", context);
    const conditionContext = context.of(get(item, "condition")!, "rule condition");
    const outputContext = context.of(get(item, "output") ?? item, "rule output");
    const flag = (key: string, otherwise: boolean) =>
      this.#or(otherwise, () => this.#boolean(item, key, context) ?? otherwise);
    const info: RuleInfo = {
      name,
      context,
      condition: TracedText.of(condition),
      conditionContext,
      output: this.#or(someOutput, () => trimmed(TracedText.of(this.#text(item, "output", context)))),
      outputContext,
      description: this.#or("", () => this.#text(item, "desc", context).value),
      priority: this.#or("Debug", () => this.#priority(item, context)),
      source: this.#or(
        "syscall",
        () => this.#optionalText(item, "source", context, false)?.value ?? "syscall",
      ),
      unknownSource: false,
      enabled: flag("enabled", true),
      capture: this.#features.capture && flag("capture", false),
      captureDuration: this.#features.capture
        ? this.#or(0, () => this.#unsigned(item, "capture_duration", context) ?? 0)
        : 0,
      warnEventTypes: flag("warn_evttypes", true),
      skipIfUnknownFilter: flag("skip-if-unknown-filter", false),
      tags: this.#or([], () => this.#scalars(item, "tags", context, true)),
      exceptions: this.#or([], () => this.#exceptions(item, context, false)),
      index: 0,
      visibility: 0,
      external: false,
      parts: [this.#part(item, "define")],
    };
    this.#collector.defineRule(info, this.#report.warn);
  }

  #enableRule(item: MapNode, name: string, context: Context): void {
    if (get(item, "enabled") === undefined)
      this.#fail(
        context,
        "a rule needs `condition`, `output`, `desc` and `priority`; an item that only switches a rule needs `enabled`",
      );
    const enabled = this.#requiredBoolean(item, "enabled", context);
    if (this.#features.warnsOfAppend)
      this.#warn(
        "LOAD_DEPRECATED_ITEM",
        context,
        "`enabled` alone is deprecated; add `override: {enabled: replace}`",
        keySpan(item, "enabled"),
      );
    this.#collector.enableRule(name, enabled, context, this.#part(item, "enable"));
  }

  #priority(item: MapNode, context: Context): Priority {
    const text = this.#text(item, "priority", context).value;
    const priority = parsePriority(text);
    if (priority !== undefined) return priority;
    const node = get(item, "priority")!;
    const lower = text.toLowerCase();
    const known = priorities.map((name) => name.toLowerCase());
    const nearby =
      known.find((name) => lower !== "" && name.startsWith(lower)) ?? nearest(lower, [...known, "info"]);
    const near = parsePriority(nearby ?? "");
    const hint =
      near === undefined ? `; write one of ${priorities.join(", ")}` : `; did you mean \`${near}\`?`;
    return this.#fail(
      context.of(node, "rule priority"),
      `\`${text}\` is no priority${hint}`,
      undefined,
      near?.toUpperCase(),
    );
  }

  #exceptions(item: MapNode, parent: Context, append: boolean): ExceptionInfo[] {
    const node = get(item, "exceptions");
    if (node === undefined || node.kind === "null") return [];
    const context = parent.of(node, "exceptions");
    if (node.kind !== "sequence") return this.#fail(context, "`exceptions` is a list: `- name: NAME`");
    const exceptions: ExceptionInfo[] = [];
    const names = new Map<string, number>();
    for (const entry of node.items) {
      const exception = this.#exception(entry, context, parent, append, names);
      names.set(exception.name, (names.get(exception.name) ?? 0) + 1);
      exceptions.push(exception);
    }
    return exceptions;
  }

  #exception(
    node: YamlNode,
    list: Context,
    rule: Context,
    append: boolean,
    earlier: ReadonlyMap<string, number>,
  ): ExceptionInfo {
    const bare = list.of(node, "exception");
    if (node.kind !== "map")
      return this.#fail(bare, "an exception is a map with `name`, `fields` and `values`");
    const name = this.#text(node, "name", bare).value;
    const context = rule.of(node, "exception", name);
    // Once for each that is there already, as the engine does.
    for (let i = this.#features.warnsOfNames ? (earlier.get(name) ?? 0) : 0; i > 0; i--)
      this.#warn(
        "LOAD_EXCEPTION_NAME_NOT_UNIQUE",
        context,
        `the rule has an exception \`${name}\` above; give this one another name, or put the values together`,
        valueSpan(node, "name"),
      );
    const fields = this.#entry(node, "fields", context, append);
    const comps = this.#entry(node, "comps", context, true);
    const values: ExceptionEntry[] = [];
    const valuesNode = get(node, "values");
    if (valuesNode !== undefined) {
      const valuesContext = context.of(valuesNode, "exception values");
      if (valuesNode.kind !== "sequence") return this.#fail(valuesContext, "`values` is a list: `[a, b]`");
      for (const value of valuesNode.items)
        values.push(this.#entryOf(value, "", valuesContext.of(value, "exception value")));
    } else if (append && this.#features.warnsOfNames)
      this.#warn(
        "LOAD_APPEND_NO_VALUES",
        context,
        `exception \`${name}\` adds no \`values\`, so this changes nothing`,
      );
    return { name, context, fields, comps, values };
  }

  #entry(node: MapNode, key: string, context: Context, optional: boolean): ExceptionEntry {
    const value = get(node, key);
    if (value !== undefined) return this.#entryOf(value, key, context);
    if (optional) return { kind: "nothing" };
    return this.#fail(context, `the exception has no \`${key}\``);
  }

  #entryOf(node: YamlNode, key: string, parent: Context): ExceptionEntry {
    const context = parent.of(node, "value for", key);
    if (node.kind === "scalar") {
      if (node.value === "") this.#fail(context, "this text is empty; write a value or delete it");
      return { kind: "text", text: node.value, scalar: this.#scalar(node) };
    }
    if (node.kind !== "sequence") return { kind: "nothing" };
    return {
      kind: "list",
      items: node.items.map((item) => this.#entryOf(item, "", context.of(item, "exception"))),
    };
  }

  #warnUnknownKeys(item: MapNode, kind: keyof typeof knownKeys, context: Context): void {
    if (!this.#features.warnsOfUnknownKeys) return;
    const known: readonly string[] = knownKeys[kind];
    for (const { key } of item.entries) {
      const name = this.#nameOf(key);
      if (known.includes(name)) continue;
      const near = nearest(name, known);
      const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
      this.#warn(
        "LOAD_UNKNOWN_KEY",
        context,
        `Falco knows no key \`${name}\` here and ignores it${hint}`,
        key.span,
        near,
      );
    }
  }

  /** A key or a value as text; the engine reads a null as the word. */
  #nameOf(node: YamlNode): string {
    if (node.kind === "null") return "null";
    if (node.kind === "scalar") return node.value;
    return this.#breakOff("a key is a text", node);
  }

  /** An error that the engine does not expect here, and reports for the file. */
  #breakOff(message: string, node: YamlNode): never {
    return this.#failAs("LOAD_ERR_VALIDATE", this.#context, message, this.#at(node));
  }

  #text(item: MapNode, key: string, context: Context): SourceScalar {
    const text = this.#optionalText(item, key, context, false);
    if (text !== undefined) return text;
    return this.#fail(context, `the ${context.itemType} has no \`${key}\``);
  }

  #optionalText(item: MapNode, key: string, context: Context, mayBeEmpty: boolean): SourceScalar | undefined {
    const node = this.#scalarAt(item, key, context, mayBeEmpty);
    return node && this.#scalar(node);
  }

  /** The scalar of a key. Undefined where there is none, or where it may be empty and is. */
  #scalarAt(item: MapNode, key: string, context: Context, mayBeEmpty: boolean): ScalarNode | undefined {
    const node = get(item, key);
    if (node === undefined) return undefined;
    if (node.kind === "null") {
      if (mayBeEmpty) return undefined;
      return this.#fail(
        context,
        `\`${key}\` has no value; write one or delete the key`,
        this.#spanAt(keySpan(item, key)),
      );
    }
    const valueContext = context.of(node, "value for", key);
    if (node.kind !== "scalar")
      return this.#fail(valueContext, `\`${key}\` is one value, no list and no map`);
    if (node.value !== "") return node;
    if (mayBeEmpty) return undefined;
    return this.#fail(valueContext, `\`${key}\` is empty; write a value or delete the key`);
  }

  #boolean(item: MapNode, key: string, context: Context): boolean | undefined {
    const node = this.#scalarAt(item, key, context, false);
    if (node === undefined) return undefined;
    const value = readBoolean(node.value);
    if (value !== undefined) return value;
    return this.#fail(
      context.of(node, "value for", key),
      `\`${key}\` is \`true\` or \`false\`, not \`${node.value}\``,
    );
  }

  #requiredBoolean(item: MapNode, key: string, context: Context): boolean {
    return (
      this.#boolean(item, key, context) ?? this.#fail(context, `the ${context.itemType} has no \`${key}\``)
    );
  }

  #unsigned(item: MapNode, key: string, context: Context): number | undefined {
    const node = this.#scalarAt(item, key, context, false);
    if (node === undefined) return undefined;
    const value = readUnsigned(node.value);
    if (value !== undefined) return value;
    return this.#fail(context.of(node, "value for", key), `\`${key}\` is a number, not \`${node.value}\``);
  }

  #requiredUnsigned(item: MapNode, key: string, context: Context): number {
    return (
      this.#unsigned(item, key, context) ?? this.#fail(context, `the ${context.itemType} has no \`${key}\``)
    );
  }

  #scalars(item: MapNode, key: string, context: Context, optional: boolean): SourceScalar[] {
    const node = get(item, key);
    if (node === undefined) {
      if (optional) return [];
      return this.#fail(context, `the ${context.itemType} has no \`${key}\``);
    }
    const listContext = context.of(node, "value for", key);
    if (node.kind !== "sequence") return this.#fail(listContext, `\`${key}\` is a list: \`[a, b]\``);
    return node.items.map((value) => {
      if (value.kind === "scalar") return this.#scalar(value);
      return this.#fail(
        listContext.of(value, "list item"),
        `each item of \`${key}\` is one value; quote it if it is text`,
      );
    });
  }

  #scalar(node: ScalarNode): SourceScalar {
    return new SourceScalar(this.#fileIndex, this.#file.text, node);
  }

  #part(item: MapNode, action: DefinitionPart["action"]): DefinitionPart {
    const keys = new Map<string, { key: Span; value: Span }>();
    for (const { key, value } of item.entries)
      if (key.kind === "scalar" && !keys.has(key.value))
        keys.set(key.value, { key: key.span, value: value.span });
    return { action, fileIndex: this.#fileIndex, span: item.span, keys };
  }

  #at(node: YamlNode): { fileIndex: number; span: Span } {
    return this.#spanAt(node.span);
  }

  #spanAt(span: Span): { fileIndex: number; span: Span } {
    return { fileIndex: this.#fileIndex, span };
  }
}

/** The order in which the engine reads the keys that an item overrides. */
const overrideOrder = [
  "condition",
  "exceptions",
  "output",
  "desc",
  "tags",
  "priority",
  "capture",
  "capture_duration",
  "enabled",
  "warn_evttypes",
  "skip-if-unknown-filter",
] as const;

const identifier = /^[a-zA-Z][a-zA-Z0-9_]*$/;
const bareWord = /^[^()"' \t\n\v\f\r=,]+$/;

function compareBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The value of a key; of a duplicate key the first. */
function get(map: MapNode, key: string): YamlNode | undefined {
  return entry(map, key)?.value;
}

function entry(map: MapNode, name: string): MapNode["entries"][number] | undefined {
  return map.entries.find(({ key }) => key.kind === "scalar" && key.value === name);
}

function keySpan(map: MapNode, key: string): Span {
  return entry(map, key)?.key.span ?? map.span;
}

function valueSpan(map: MapNode, key: string): Span {
  return get(map, key)?.span ?? map.span;
}

function firstKey(map: MapNode): Span {
  return map.entries[0]?.key.span ?? map.span;
}

const booleans = new Map([
  ["y", true],
  ["yes", true],
  ["true", true],
  ["on", true],
  ["n", false],
  ["no", false],
  ["false", false],
  ["off", false],
]);

/** Booleans of YAML 1.1, in lower or upper case or with a capital. */
function readBoolean(text: string): boolean | undefined {
  if (!/^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(text)) return undefined;
  return booleans.get(text.toLowerCase());
}

/** A number of 32 bits without sign: decimal, hexadecimal after `0x`, octal after `0`. */
function readUnsigned(text: string): number | undefined {
  const match = /^\+?(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))[ \t\n\v\f\r]*$/.exec(text);
  if (match === null) return undefined;
  const [, hex, octal, decimal] = match;
  const value = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : Number(decimal);
  return value <= 0xffffffff ? value : undefined;
}

/** Without the blanks that the engine cuts off. */
function trimmed(text: TracedText): TracedText {
  const start = text.text.search(/[^ \t\n\v\f\r]/);
  if (start === -1) return text.slice(0, 0);
  let end = text.text.length;
  while (/[ \t\n\v\f\r]/.test(text.text[end - 1]!)) end--;
  return text.slice(start, end);
}
