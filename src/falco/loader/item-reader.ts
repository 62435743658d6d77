import { nearest, type Span } from "../../project/index.ts";
import type { EngineFeatures } from "../catalog/index.ts";
import type { MapNode, ScalarNode, YamlNode } from "../yaml/index.ts";
import type { DefinitionPart, Warn } from "./collector.ts";
import { Context, type Diagnostic, type ErrorCode, LoadError, type WarningCode } from "./diagnostic.ts";
import { get, keySpan } from "./map-node.ts";
import { readBoolean, readUnsigned } from "./scalar-value.ts";
import { SourceScalar } from "./traced-text.ts";

/** A rules file. */
export interface RulesText {
  /** Its path, for messages. */
  readonly name: string;
  readonly text: string;
}

/** Diagnostic sink for one file. */
export interface ReadReport {
  readonly warn: Warn;
  /** Reports an error; returns whether to continue with the next item. */
  readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}

export const ruleKeys = {
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

export const knownKeys = {
  required_engine_version: ["required_engine_version"],
  required_plugin_versions: ["required_plugin_versions"],
  list: ["list", "items", "append", "override"],
  macro: ["macro", "condition", "append", "override"],
  rule: ["rule", ...ruleKeys.replace, "source", "override", "append"],
} as const;

/** Stops reading after a reported error. */
class Ended extends Error {}

/** Reads the values of items of one rules file, and reports missing values and those of the wrong kind. */
export class ItemReader {
  readonly features: EngineFeatures;
  /** The file as a whole. */
  readonly context: Context;
  /** Number of errors so far. */
  failures = 0;
  readonly #file: RulesText;
  readonly #fileIndex: number;
  readonly #report: ReadReport;

  constructor(file: RulesText, fileIndex: number, features: EngineFeatures, report: ReadReport) {
    this.#file = file;
    this.#fileIndex = fileIndex;
    this.features = features;
    this.#report = report;
    this.context = Context.file(file.name, fileIndex, file.text.length);
  }

  /** Runs a step and reports its error. Returns its result, or whether to continue after the error. */
  attempt(step: () => boolean): boolean {
    try {
      return step();
    } catch (error) {
      if (error instanceof Ended) return false;
      if (!(error instanceof LoadError)) throw error;
      this.failures++;
      return this.#report.fail(error.diagnostic, error.follows);
    }
  }

  /** The result of a step, or a substitute after an error, so that errors in the rest of the item are found. */
  or<T>(standIn: T, step: () => T): T {
    let value = standIn;
    const goesOn = this.attempt(() => {
      value = step();
      return true;
    });
    if (!goesOn) throw new Ended();
    return value;
  }

  fail(
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

  warn(
    code: WarningCode,
    context: Context,
    message: string,
    span: Span = context.span,
    suggestion?: string,
  ): void {
    this.#report.warn(context.diagnostic(code, message, { fileIndex: this.#fileIndex, span }, suggestion));
  }

  warnUnknownKeys(item: MapNode, kind: keyof typeof knownKeys, context: Context): void {
    if (!this.features.warnsOfUnknownKeys) return;
    const known: readonly string[] = knownKeys[kind];
    for (const { key } of item.entries) {
      const name = this.nameOf(key);
      if (known.includes(name)) continue;
      const near = nearest(name, known);
      const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
      this.warn(
        "LOAD_UNKNOWN_KEY",
        context,
        `Falco knows no key \`${name}\` here and ignores it${hint}`,
        key.span,
        near,
      );
    }
  }

  /** A key or a value as text; the engine reads null as the word `null`. */
  nameOf(node: YamlNode): string {
    if (node.kind === "null") return "null";
    if (node.kind === "scalar") return node.value;
    return this.breakOff("a key is a text", node);
  }

  /** An error that the engine does not expect here and reports for the whole file. */
  breakOff(message: string, node: YamlNode): never {
    return this.#failAs("LOAD_ERR_VALIDATE", this.context, message, this.at(node));
  }

  text(item: MapNode, key: string, context: Context): SourceScalar {
    const text = this.optionalText(item, key, context, false);
    if (text !== undefined) return text;
    return this.fail(context, `the ${context.itemType} has no \`${key}\``);
  }

  optionalText(item: MapNode, key: string, context: Context, mayBeEmpty: boolean): SourceScalar | undefined {
    const node = this.#scalarAt(item, key, context, mayBeEmpty);
    return node && this.scalar(node);
  }

  /** The scalar of a key. Undefined if there is none, or if it is empty and may be. */
  #scalarAt(item: MapNode, key: string, context: Context, mayBeEmpty: boolean): ScalarNode | undefined {
    const node = get(item, key);
    if (node === undefined) return undefined;
    if (node.kind === "null") {
      if (mayBeEmpty) return undefined;
      return this.fail(
        context,
        `\`${key}\` has no value; write one or delete the key`,
        this.spanAt(keySpan(item, key)),
      );
    }
    const valueContext = context.of(node, "value for", key);
    if (node.kind !== "scalar") return this.fail(valueContext, `\`${key}\` is one value, no list and no map`);
    if (node.value !== "") return node;
    if (mayBeEmpty) return undefined;
    return this.fail(valueContext, `\`${key}\` is empty; write a value or delete the key`);
  }

  boolean(item: MapNode, key: string, context: Context): boolean | undefined {
    const node = this.#scalarAt(item, key, context, false);
    if (node === undefined) return undefined;
    const value = readBoolean(node.value);
    if (value !== undefined) return value;
    return this.fail(
      context.of(node, "value for", key),
      `\`${key}\` is \`true\` or \`false\`, not \`${node.value}\``,
    );
  }

  requiredBoolean(item: MapNode, key: string, context: Context): boolean {
    return (
      this.boolean(item, key, context) ?? this.fail(context, `the ${context.itemType} has no \`${key}\``)
    );
  }

  unsigned(item: MapNode, key: string, context: Context): number | undefined {
    const node = this.#scalarAt(item, key, context, false);
    if (node === undefined) return undefined;
    const value = readUnsigned(node.value);
    if (value !== undefined) return value;
    return this.fail(context.of(node, "value for", key), `\`${key}\` is a number, not \`${node.value}\``);
  }

  requiredUnsigned(item: MapNode, key: string, context: Context): number {
    return (
      this.unsigned(item, key, context) ?? this.fail(context, `the ${context.itemType} has no \`${key}\``)
    );
  }

  scalars(item: MapNode, key: string, context: Context, optional: boolean): SourceScalar[] {
    const node = get(item, key);
    if (node === undefined) {
      if (optional) return [];
      return this.fail(context, `the ${context.itemType} has no \`${key}\``);
    }
    const listContext = context.of(node, "value for", key);
    if (node.kind !== "sequence") return this.fail(listContext, `\`${key}\` is a list: \`[a, b]\``);
    return node.items.map((value) => {
      if (value.kind === "scalar") return this.scalar(value);
      return this.fail(
        listContext.of(value, "list item"),
        `each item of \`${key}\` is one value; quote it if it is text`,
      );
    });
  }

  scalar(node: ScalarNode): SourceScalar {
    return new SourceScalar(this.#fileIndex, this.#file.text, node);
  }

  part(item: MapNode, action: DefinitionPart["action"]): DefinitionPart {
    const keys = new Map<string, { key: Span; value: Span }>();
    for (const { key, value } of item.entries)
      if (key.kind === "scalar" && !keys.has(key.value))
        keys.set(key.value, { key: key.span, value: value.span });
    return { action, fileIndex: this.#fileIndex, span: item.span, keys };
  }

  at(node: YamlNode): { fileIndex: number; span: Span } {
    return this.spanAt(node.span);
  }

  spanAt(span: Span): { fileIndex: number; span: Span } {
    return { fileIndex: this.#fileIndex, span };
  }
}
