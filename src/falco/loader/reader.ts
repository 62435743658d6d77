import { nearest } from "../../project/index.ts";
import { type EngineFeatures, parseRequiredVersion, type VersionNumbers } from "../catalog/index.ts";
import type { MapNode, ParsedYaml, YamlNode } from "../yaml/index.ts";
import type { Collector, ListInfo, MacroInfo } from "./collector.ts";
import type { Context } from "./diagnostic.ts";
import { ItemReader, knownKeys, type ReadReport, type RulesText } from "./item-reader.ts";
import { firstKey, get, valueSpan } from "./map-node.ts";
import { OverrideReader } from "./override-reader.ts";
import { RuleReader } from "./rule-reader.ts";
import { readUnsigned } from "./scalar-value.ts";
import { schemaFailure } from "./schema-check.ts";
import { TracedText } from "./traced-text.ts";

/** A rules file with its YAML, which is read once for all passes over it. */
export type ParsedRulesText = RulesText & { readonly yaml: ParsedYaml };

/** Reads a rules file into the collector. Returns whether all of it was read. */
export function readRules(
  file: ParsedRulesText,
  fileIndex: number,
  collector: Collector,
  features: EngineFeatures,
  report: ReadReport,
): boolean {
  return new Reader(file, fileIndex, collector, features, report).read();
}

const identifier = /^[a-zA-Z][a-zA-Z0-9_]*$/;
const bareWord = /^[^()"' \t\n\v\f\r=,]+$/;

class Reader {
  readonly #file: ParsedRulesText;
  readonly #collector: Collector;
  readonly #report: ReadReport;
  readonly #values: ItemReader;
  readonly #overrides: OverrideReader;
  readonly #rules: RuleReader;

  constructor(
    file: ParsedRulesText,
    fileIndex: number,
    collector: Collector,
    features: EngineFeatures,
    report: ReadReport,
  ) {
    this.#file = file;
    this.#collector = collector;
    this.#report = report;
    this.#values = new ItemReader(file, fileIndex, features, report);
    this.#overrides = new OverrideReader(this.#values);
    this.#rules = new RuleReader(this.#values, collector, report.warn);
  }

  read(): boolean {
    const { documents, error } = this.#file.yaml;
    if (error !== undefined) {
      const message = `this is not valid YAML: ${error.message}`;
      this.#report.fail(
        this.#values.context.of(error, "value for").diagnostic("LOAD_ERR_YAML_PARSE", message),
        false,
      );
      return false;
    }
    if (this.#values.features.validatesSchema) {
      const failure = documents.map(schemaFailure).find((found) => found !== undefined);
      if (failure !== undefined) {
        const { node, message } = failure;
        this.#report.fail(
          this.#values.context.diagnostic("LOAD_ERR_YAML_PARSE", message, this.#values.at(node)),
          false,
        );
        return false;
      }
    }
    return documents.every((document) => this.#values.attempt(() => this.#document(document)));
  }

  #document(document: YamlNode): boolean {
    if (document.kind !== "sequence") {
      const first = document.kind === "map" ? firstKey(document) : document.span;
      const message = "a rules file is a list of items; start each with `- rule:`, `- macro:` or `- list:`";
      return this.#values.fail(this.#values.context, message, {
        fileIndex: this.#values.context.fileIndex,
        span: first,
      });
    }
    return document.items.every((item) => {
      if (item.kind === "null") return true;
      const before = this.#values.failures;
      const goesOn = this.#values.attempt(() => {
        this.#item(item);
        return true;
      });
      if (this.#values.failures > before) this.#markBroken(item);
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

  #item(item: YamlNode): void {
    if (item.kind !== "map") {
      const context = this.#values.context.of(item, "rules content item");
      this.#values.fail(
        context,
        "an item of a rules file is a map; write `- rule: NAME` with its keys below",
      );
    }
    if (get(item, "required_engine_version") !== undefined) this.#engineVersion(item);
    else if (get(item, "required_plugin_versions") !== undefined) this.#pluginVersions(item);
    else if (get(item, "list") !== undefined) this.#list(item);
    else if (get(item, "macro") !== undefined) this.#macro(item);
    else if (get(item, "rule") !== undefined) this.#rules.read(item);
    else this.#unknownItem(item);
  }

  #unknownItem(item: MapNode): void {
    const context = this.#values.context.of(item, "rules content item");
    const names = item.entries.flatMap(({ key }) => (key.kind === "scalar" ? key.value : []));
    const near = names
      .map((name) => nearest(name, Object.keys(knownKeys)))
      .find((name) => name !== undefined);
    const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
    const message = `this is not a rule, macro, list or required version, so Falco ignores it${hint}`;
    this.#values.warn("LOAD_UNKNOWN_ITEM", context, message, firstKey(item), near);
  }

  #engineVersion(item: MapNode): void {
    const key = "required_engine_version";
    const context = this.#values.context.of(item, key);
    const value = get(item, key)!;
    const number = value.kind === "scalar" ? readUnsigned(value.value) : undefined;
    let version: VersionNumbers | undefined;
    if (number !== undefined) version = this.#values.features.implicitEngineVersion(number);
    else {
      const text = this.#values.text(item, key, context).value;
      version = parseRequiredVersion(text);
      if (version === undefined)
        this.#values.fail(
          context,
          `\`${text}\` is not a version; write three numbers, as in \`0.31.0\``,
          this.#values.at(value),
        );
    }
    this.#collector.requireEngine(version!, context);
    this.#values.warnUnknownKeys(item, key, context);
  }

  #pluginVersions(item: MapNode): void {
    const key = "required_plugin_versions";
    const value = get(item, key)!;
    const type = "required plugin versions";
    const context = this.#values.context.of(value, type);
    if (value.kind !== "sequence") this.#values.fail(context, "write a list of plugins: `- name: k8saudit`");
    else for (const plugin of value.items) this.#pluginVersion(plugin, context);
    this.#values.warnUnknownKeys(item, key, this.#values.context.of(item, type));
  }

  #pluginVersion(plugin: YamlNode, parent: Context): void {
    const type = "required plugin versions entry";
    const bare = parent.of(plugin, type);
    if (plugin.kind !== "map") this.#values.fail(bare, "write the `name` and the `version` of the plugin");
    const name = this.#values.text(plugin, "name", bare).value;
    const context = parent.of(plugin, type, name);
    const version = this.#values.text(plugin, "version", context).value;
    const alternatives = [{ name, version }];
    const others = get(plugin, "alternatives");
    if (others !== undefined) {
      if (others.kind !== "sequence")
        this.#values.fail(
          context,
          "`alternatives` is a list of plugins: `- name: k8saudit-eks`",
          this.#values.at(others),
        );
      for (const other of others.items) alternatives.push(this.#pluginAlternative(other, context));
    }
    this.#collector.requirePlugin({ context, alternatives });
  }

  #pluginAlternative(plugin: YamlNode, parent: Context): { name: string; version: string } {
    const type = "required plugin versions alternative";
    const context = parent.of(plugin, type);
    if (plugin.kind !== "map")
      return this.#values.fail(context, "write the `name` and the `version` of the plugin");
    const name = this.#values.text(plugin, "name", context).value;
    return { name, version: this.#values.text(plugin, "version", parent.of(plugin, type, name)).value };
  }

  #list(item: MapNode): void {
    const name = this.#values.text(item, "list", this.#values.context.of(item, "list")).value;
    const context = this.#values.context.of(item, "list", name);
    if (this.#values.features.warnsOfNames && !bareWord.test(name))
      this.#values.warn(
        "LOAD_INVALID_LIST_NAME",
        context,
        `\`${name}\` is not a valid name for a list: it cannot hold blanks, quotes, parentheses, commas or \`=\``,
        valueSpan(item, "list"),
      );
    const items = this.#values.or([], () => this.#values.scalars(item, "items", context, false));
    const append = this.#overrides.definesOrAppends(item, context, ["items"]);
    const info: ListInfo = {
      name,
      context,
      items,
      index: 0,
      visibility: 0,
      external: false,
      parts: [this.#values.part(item, append ? "append" : "define")],
    };
    if (append) this.#collector.appendList(info);
    else this.#collector.defineList(info);
    this.#values.warnUnknownKeys(item, "list", context);
  }

  #macro(item: MapNode): void {
    const name = this.#values.text(item, "macro", this.#values.context.of(item, "macro")).value;
    const context = this.#values.context.of(item, "macro", name);
    if (this.#values.features.warnsOfNames && !identifier.test(name))
      this.#values.warn(
        "LOAD_INVALID_MACRO_NAME",
        context,
        `\`${name}\` is not a valid name for a macro: conditions can only use letters, digits and \`_\`, a letter first`,
        valueSpan(item, "macro"),
      );
    const condition = this.#values.text(item, "condition", context);
    const conditionContext = context.of(get(item, "condition")!, "macro condition");
    const append = this.#overrides.definesOrAppends(item, context, ["condition"]);
    const info: MacroInfo = {
      name,
      context,
      condition: TracedText.of(condition),
      conditionContext,
      index: 0,
      visibility: 0,
      external: false,
      parts: [this.#values.part(item, append ? "append" : "define")],
    };
    if (append) this.#collector.appendMacro(info);
    else this.#collector.defineMacro(info);
    this.#values.warnUnknownKeys(item, "macro", context);
  }
}
