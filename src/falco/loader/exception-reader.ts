import type { MapNode, YamlNode } from "../yaml/index.ts";
import type { Context } from "./diagnostic.ts";
import type { ExceptionEntry, ExceptionInfo } from "./exceptions.ts";
import type { ItemReader } from "./item-reader.ts";
import { get, valueSpan } from "./map-node.ts";

/** Reads the exceptions of a rule. */
export class ExceptionReader {
  readonly #values: ItemReader;

  constructor(values: ItemReader) {
    this.#values = values;
  }

  read(item: MapNode, parent: Context, append: boolean): ExceptionInfo[] {
    const node = get(item, "exceptions");
    if (node === undefined || node.kind === "null") return [];
    const context = parent.of(node, "exceptions");
    if (node.kind !== "sequence") return this.#values.fail(context, "`exceptions` is a list: `- name: NAME`");
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
      return this.#values.fail(bare, "an exception is a map with `name`, `fields` and `values`");
    const name = this.#values.text(node, "name", bare).value;
    const context = rule.of(node, "exception", name);
    // Once for each existing one, as in the engine.
    for (let i = this.#values.features.warnsOfNames ? (earlier.get(name) ?? 0) : 0; i > 0; i--)
      this.#values.warn(
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
      if (valuesNode.kind !== "sequence")
        return this.#values.fail(valuesContext, "`values` is a list: `[a, b]`");
      for (const value of valuesNode.items)
        values.push(this.#entryOf(value, "", valuesContext.of(value, "exception value")));
    } else if (append && this.#values.features.warnsOfNames)
      this.#values.warn(
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
    return this.#values.fail(context, `the exception has no \`${key}\``);
  }

  #entryOf(node: YamlNode, key: string, parent: Context): ExceptionEntry {
    const context = parent.of(node, "value for", key);
    if (node.kind === "scalar") {
      if (node.value === "") this.#values.fail(context, "this text is empty; write a value or delete it");
      return { kind: "text", text: node.value, scalar: this.#values.scalar(node) };
    }
    if (node.kind !== "sequence") return { kind: "nothing" };
    return {
      kind: "list",
      items: node.items.map((item) => this.#entryOf(item, "", context.of(item, "exception"))),
    };
  }
}
