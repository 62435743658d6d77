import { nearest } from "../../project/index.ts";
import { type Priority, parsePriority, priorities } from "../catalog/index.ts";
import type { MapNode } from "../yaml/index.ts";
import type { Collector, RuleInfo, RuleUpdate, Warn } from "./collector.ts";
import type { Context } from "./diagnostic.ts";
import { ExceptionReader } from "./exception-reader.ts";
import { type ItemReader, ruleKeys } from "./item-reader.ts";
import { get, keySpan } from "./map-node.ts";
import { OverrideReader, type Overrides } from "./override-reader.ts";
import { TracedText } from "./traced-text.ts";

/** The substitute for an invalid output. */
const someOutput = TracedText.join("-");

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

/** Reads `rule` items into the collector. */
export class RuleReader {
  readonly #values: ItemReader;
  readonly #collector: Collector;
  readonly #warn: Warn;
  readonly #overrides: OverrideReader;
  readonly #exceptions: ExceptionReader;

  constructor(values: ItemReader, collector: Collector, warn: Warn) {
    this.#values = values;
    this.#collector = collector;
    this.#warn = warn;
    this.#overrides = new OverrideReader(values);
    this.#exceptions = new ExceptionReader(values);
  }

  read(item: MapNode): void {
    const name = this.#values.text(item, "rule", this.#values.context.of(item, "rule")).value;
    const context = this.#values.context.of(item, "rule", name);
    const source = this.#values.features.checksSourceOfChanges
      ? (this.#values.optionalText(item, "source", context, true)?.value ?? "")
      : "";
    const append = this.#overrides.appendFlag(item, context);
    const overrides = this.#overrides.read(
      item,
      context,
      ruleKeys.append,
      this.#values.features.replaceableKeys,
    );
    const hasOverrides = overrides.append.size + overrides.replace.size > 0;
    if (append && hasOverrides) this.#overrides.failBothAppends(item, context);
    if (hasOverrides) this.#overrideRule(item, name, source, overrides, context);
    else if (append) this.#appendToRule(item, name, source, context);
    else this.#defineRule(item, name, context);
    this.#values.warnUnknownKeys(item, "rule", context);
  }

  #overrideRule(item: MapNode, name: string, source: string, overrides: Overrides, context: Context): void {
    const overridable = new Set<string>([...ruleKeys.append, ...this.#values.features.replaceableKeys]);
    const unclaimed = new Set(
      [...overridable].filter((key) => get(item, key) !== undefined).sort(compareBytes),
    );
    for (const action of ["append", "replace"] as const) {
      const keys = overrides[action];
      if (keys.size === 0) continue;
      const part = this.#values.part(item, action);
      const update: RuleUpdate = { name, context, part, source: "" };
      const failures = this.#values.failures;
      for (const key of overrideOrder) {
        if (!keys.has(key)) continue;
        if (!unclaimed.delete(key)) {
          const message = `\`override\` says to ${action} \`${key}\`, but the item has no \`${key}\``;
          this.#values.fail(
            context,
            message,
            this.#values.spanAt(keySpan(get(item, "override") as MapNode, key)),
          );
        }
        // The engine checks the source of an item only if it changes the condition.
        if (key === "condition") update.source = source;
        this.#values.or(undefined, () => this.#readUpdate(update, item, key, context, action));
      }
      // An update is dropped if all its values are invalid.
      if (this.#values.failures > failures) continue;
      if (action === "append") this.#collector.appendRule(update);
      else this.#collector.replaceRule(update);
    }
    for (const key of unclaimed) {
      const message = `\`override\` does not say what to do with \`${key}\`; add \`${key}: replace\``;
      this.#values.fail(
        context.of(get(item, key)!, "overrides", key),
        message,
        this.#values.spanAt(keySpan(item, key)),
      );
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
        update.condition = TracedText.of(this.#values.text(item, key, context));
        break;
      case "exceptions":
        update.exceptions = this.#exceptions.read(item, context, action === "append");
        break;
      case "output":
        update.output = TracedText.of(this.#values.text(item, key, context));
        break;
      case "desc":
        update.description = this.#values.text(item, key, context).value;
        break;
      case "tags":
        update.tags = this.#values.scalars(item, key, context, true);
        break;
      case "priority":
        update.priority = this.#priority(item, context);
        break;
      case "capture":
        update.capture = this.#values.requiredBoolean(item, key, context);
        break;
      case "capture_duration":
        update.captureDuration = this.#values.requiredUnsigned(item, key, context);
        break;
      case "enabled":
        update.enabled = this.#values.requiredBoolean(item, key, context);
        break;
      case "warn_evttypes":
        update.warnEventTypes = this.#values.requiredBoolean(item, key, context);
        break;
      case "skip-if-unknown-filter":
        update.skipIfUnknownFilter = this.#values.requiredBoolean(item, key, context);
        break;
    }
  }

  #appendToRule(item: MapNode, name: string, source: string, context: Context): void {
    const update: RuleUpdate = { name, context, part: this.#values.part(item, "append"), source };
    if (get(item, "condition") !== undefined)
      update.condition = TracedText.of(this.#values.text(item, "condition", context));
    if (get(item, "exceptions") !== undefined) update.exceptions = this.#exceptions.read(item, context, true);
    this.#collector.appendRule(update);
  }

  #defineRule(item: MapNode, name: string, context: Context): void {
    const defining = ["condition", "output", "desc", "priority"];
    if (defining.every((key) => get(item, key) === undefined)) {
      this.#enableRule(item, name, context);
      return;
    }
    const condition = this.#values.text(item, "condition", context);
    const conditionContext = context.of(get(item, "condition")!, "rule condition");
    const outputContext = context.of(get(item, "output") ?? item, "rule output");
    const flag = (key: string, otherwise: boolean) =>
      this.#values.or(otherwise, () => this.#values.boolean(item, key, context) ?? otherwise);
    const info: RuleInfo = {
      name,
      context,
      condition: TracedText.of(condition),
      conditionContext,
      output: this.#values.or(someOutput, () =>
        trimmed(TracedText.of(this.#values.text(item, "output", context))),
      ),
      outputContext,
      description: this.#values.or("", () => this.#values.text(item, "desc", context).value),
      priority: this.#values.or("Debug", () => this.#priority(item, context)),
      source: this.#values.or(
        "syscall",
        () => this.#values.optionalText(item, "source", context, false)?.value ?? "syscall",
      ),
      unknownSource: false,
      enabled: flag("enabled", true),
      capture: this.#values.features.capture && flag("capture", false),
      captureDuration: this.#values.features.capture
        ? this.#values.or(0, () => this.#values.unsigned(item, "capture_duration", context) ?? 0)
        : 0,
      warnEventTypes: flag("warn_evttypes", true),
      skipIfUnknownFilter: flag("skip-if-unknown-filter", false),
      tags: this.#values.or([], () => this.#values.scalars(item, "tags", context, true)),
      exceptions: this.#values.or([], () => this.#exceptions.read(item, context, false)),
      index: 0,
      visibility: 0,
      external: false,
      parts: [this.#values.part(item, "define")],
    };
    this.#collector.defineRule(info, this.#warn);
  }

  #enableRule(item: MapNode, name: string, context: Context): void {
    if (get(item, "enabled") === undefined)
      this.#values.fail(
        context,
        "a rule needs `condition`, `output`, `desc` and `priority`; an item that only switches a rule needs `enabled`",
      );
    const enabled = this.#values.requiredBoolean(item, "enabled", context);
    if (this.#values.features.warnsOfAppend)
      this.#values.warn(
        "LOAD_DEPRECATED_ITEM",
        context,
        "`enabled` alone is deprecated; add `override: {enabled: replace}`",
        keySpan(item, "enabled"),
      );
    this.#collector.enableRule(name, enabled, context, this.#values.part(item, "enable"));
  }

  #priority(item: MapNode, context: Context): Priority {
    const text = this.#values.text(item, "priority", context).value;
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
    return this.#values.fail(
      context.of(node, "rule priority"),
      `\`${text}\` is not a priority${hint}`,
      undefined,
      near?.toUpperCase(),
    );
  }
}

function compareBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Without the blanks that the engine trims. */
function trimmed(text: TracedText): TracedText {
  const start = text.text.search(/[^ \t\n\v\f\r]/);
  if (start === -1) return text.slice(0, 0);
  let end = text.text.length;
  while (/[ \t\n\v\f\r]/.test(text.text[end - 1]!)) end--;
  return text.slice(start, end);
}
