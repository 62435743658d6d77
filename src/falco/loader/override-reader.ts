import { nearest } from "../../project/index.ts";
import type { MapNode } from "../yaml/index.ts";
import type { Context } from "./diagnostic.ts";
import type { ItemReader } from "./item-reader.ts";
import { get, keySpan } from "./map-node.ts";

/** The keys that an item appends to and those that it replaces. */
export interface Overrides {
  readonly append: Set<string>;
  readonly replace: Set<string>;
}

/** Reads how an item changes an earlier one: the keys `append` and `override`. */
export class OverrideReader {
  readonly #values: ItemReader;

  constructor(values: ItemReader) {
    this.#values = values;
  }

  /** Whether a list or a macro adds to an earlier one. */
  definesOrAppends(item: MapNode, context: Context, keys: readonly string[]): boolean {
    const append = this.appendFlag(item, context);
    const overrides = this.read(item, context, keys, keys);
    if (append && overrides.append.size + overrides.replace.size > 0) this.failBothAppends(item, context);
    return append || overrides.append.size > 0;
  }

  appendFlag(item: MapNode, context: Context): boolean {
    const append = this.#values.boolean(item, "append", context) ?? false;
    if (append && this.#values.features.warnsOfAppend)
      this.#values.warn(
        "LOAD_DEPRECATED_ITEM",
        context,
        "`append` is deprecated; name the keys to append to under `override`, as in `override: {condition: append}`",
        keySpan(item, "append"),
      );
    return append;
  }

  failBothAppends(item: MapNode, context: Context): never {
    return this.#values.fail(
      context,
      "`append` and `override` say the same thing twice; delete `append`",
      this.#values.spanAt(keySpan(item, "append")),
    );
  }

  read(
    item: MapNode,
    parent: Context,
    appendable: readonly string[],
    replaceable: readonly string[],
  ): Overrides {
    const result = { append: new Set<string>(), replace: new Set<string>() };
    const override = get(item, "override");
    if (override === undefined) return result;
    if (override.kind === "sequence" && override.items.length > 0)
      return this.#values.breakOff("`override` is a map of keys: `condition: append`", override);
    if (override.kind !== "map") return result;
    const context = parent.of(item, "overrides");
    for (const { key: keyNode, value } of override.entries) {
      const key = this.#values.nameOf(keyNode);
      const operation = this.#values.nameOf(value);
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
        this.#values.fail(
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
      return this.#values.fail(context, `\`${key}\` cannot be appended to; write \`${key}: replace\``);
    const near = nearest(key, operation === "append" ? appendable : replaceable);
    const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
    const what = operation === "append" ? "appended to" : "replaced";
    return this.#values.fail(context, `\`${key}\` cannot be ${what}${hint}`, undefined, near);
  }
}
