/**
 * A rules file uses a key or a field that is deprecated: `append`, `enabled` alone, `evt.dir`,
 * `%container.info`. Falco's code: `LOAD_DEPRECATED_ITEM`.
 *
 * ## Why
 *
 * It works today, and a later version of Falco will not start with it.
 *
 * ## Instead
 *
 * Write the change as an `override`: `override: {condition: append}`.
 *
 * ## Notes
 *
 * The fix writes `append: true` and `enabled` alone as an `override`, where the item has no keys that Falco
 * passes over today and would not take then. `evt.dir = <`, which is always true, is taken out of an `and`.
 */

import { isEndOfCall, type RuleDefinition } from "../../../../falco/index.ts";
import type { Text } from "../../../../project/index.ts";
import type { Ruleset } from "../../../../stack/index.ts";
import type { WrittenCondition } from "../../../conditions.ts";
import { falcoCodeRule } from "../../../falco-code.ts";
import { withoutCheck } from "../../../removal.ts";
import type { Problem } from "../../../rule.ts";

export default falcoCodeRule({
  id: "falco/deprecated-item",
  code: "LOAD_DEPRECATED_ITEM",
  severity: "warning",
  summary: "A rules file uses an item or a key that is deprecated",
  // The start of a system call is the finding of another rule, which says what comes of it.
  isUnsure: ({ sources }, { fileIndex, span }) =>
    /^evt\.dir\s*(?:==?|in)\s*\(?\s*>/.test(
      sources[fileIndex]?.text.content.slice(span.start, span.start + 40) ?? "",
    ),
  fixesOf(ruleset, { conditions }) {
    const items = itemsByKey(ruleset);
    return (at) => asOverride(items, at) ?? withoutDirection(conditions, at);
  },
});

const body = { rule: ["condition", "exceptions"], macro: ["condition"], list: ["items"] } as const;
/** Keys of a rule that `append` passes over, and `override` would not. */
const passedOver = [
  "output",
  "desc",
  "priority",
  "tags",
  "enabled",
  "warn_evttypes",
  "skip-if-unknown-filter",
];

/** `append: true` and `enabled` alone in the words that replace them, where that changes nothing else. */
function asOverride(items: Items, { text, span }: Problem["at"]): Problem["fix"] {
  const { kind, keys } = items.get(text)?.get(span.start) ?? {};
  const [key, entry] = [...(keys ?? [])].find(([, { key }]) => key.start === span.start) ?? [];
  if (kind === undefined || keys === undefined || entry === undefined) return undefined;
  const whole = { text, span: { start: entry.key.start, end: entry.value.end } };
  if (key === "enabled") {
    const value = text.content.slice(whole.span.start, whole.span.end);
    const indent = text.content.slice(text.content.lastIndexOf("\n", span.start - 1) + 1, span.start);
    // In a map between braces there is no line of its own.
    if (!/^[ -]*$/.test(indent)) return undefined;
    const lines = `${value}\n${" ".repeat(indent.length)}override: {enabled: replace}`;
    return fix("override: {enabled: replace}", whole, lines);
  }
  if (kind === "rule" && passedOver.some((name) => keys.has(name))) return undefined;
  const appended = body[kind].filter((name) => keys.has(name)).map((name) => `${name}: append`);
  if (appended.length === 0) return undefined;
  const override = `override: {${appended.join(", ")}}`;
  return fix(override, whole, override);
}

/** The check of `evt.dir` at a location taken out, where it holds for every event. */
function withoutDirection(
  conditions: readonly WrittenCondition[],
  { text, span }: Problem["at"],
): Problem["fix"] {
  if (text.content.slice(span.start, span.end) !== "evt.dir") return undefined;
  for (const { checks } of conditions)
    for (const written of checks) {
      const { location, check } = written;
      if (location?.text !== text || location.span.start !== span.start) continue;
      const edit = isEndOfCall(check) ? withoutCheck(written) : undefined;
      return edit && { description: "Remove the check of `evt.dir`", safe: true, edits: [edit] };
    }
  return undefined;
}

interface Item {
  readonly kind: keyof typeof body;
  readonly keys: RuleDefinition["parts"][number]["keys"];
}

type Items = ReadonlyMap<Text, ReadonlyMap<number, Item>>;

/** Items by the location of their `append` or `enabled`. */
function itemsByKey({ sources, result }: Ruleset): Items {
  const byText = new Map(sources.map(({ text }) => [text, new Map<number, Item>()]));
  for (const { kind, parts } of [...result.rules, ...result.macros, ...result.lists]) {
    for (const { keys, fileIndex } of parts) {
      const locations = byText.get(sources[fileIndex]?.text as Text);
      for (const key of ["append", "enabled"]) {
        const start = keys.get(key)?.key.start;
        if (start !== undefined) locations?.set(start, { kind, keys });
      }
    }
  }
  return byText;
}

function fix(write: string, at: Problem["at"], text: string): NonNullable<Problem["fix"]> {
  return { description: `Write \`${write}\``, safe: true, edits: [{ at, text }] };
}
