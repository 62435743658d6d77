import type { FileSpan, ListDefinition, MacroDefinition, RuleDefinition } from "../falco/index.ts";
import type { Location } from "../project/index.ts";
import { applies, parsePriority, passes, type Ruleset } from "../stack/index.ts";

type Definition = RuleDefinition | MacroDefinition | ListDefinition;
type Part = Definition["parts"][number];

/** The rules, macros and lists of all rulesets. */
export function* definitionsOf(
  rulesets: readonly Ruleset[],
): Iterable<{ readonly ruleset: Ruleset; readonly definition: Definition }> {
  for (const ruleset of rulesets) {
    const { rules, macros, lists } = ruleset.result;
    for (const definition of [...rules, ...macros, ...lists]) yield { ruleset, definition };
  }
}

/** The location of something in a ruleset; undefined for what no file of the repository holds. */
export function locationIn({ sources }: Ruleset, { fileIndex, span }: FileSpan): Location | undefined {
  const text = sources[fileIndex]?.text;
  return text && { text, span };
}

/** The value of a key of an item, or the whole item where it lacks the key. */
export function keyLocation(ruleset: Ruleset, part: Part, key: string): Location | undefined {
  const { fileIndex, span } = part;
  return locationIn(ruleset, { fileIndex, span: part.keys.get(key)?.value ?? span });
}

/** The name of a definition, where it is defined for the last time. */
export function nameLocation(ruleset: Ruleset, definition: Definition): Location | undefined {
  if (definition.external) return undefined;
  const last = definition.parts.findLast(({ action }) => action === "define");
  return last && keyLocation(ruleset, last, definition.kind);
}

/** The last item that gives a rule the key, as a location: the value of the key. */
export function lastLocation(ruleset: Ruleset, rule: RuleDefinition, key: string): Location | undefined {
  const last = rule.parts.findLast(({ keys }) => keys.has(key));
  return last === undefined ? nameLocation(ruleset, rule) : keyLocation(ruleset, last, key);
}

/** Whether a rule of the repository runs: it is loaded and enabled, also by the selection and the priority of its deployment. */
export function runs(ruleset: Ruleset, rule: RuleDefinition): boolean {
  return !rule.external && rule.loaded && isSwitchedOn(ruleset, rule);
}

/** Whether a rule is enabled, and its priority high enough, after the selection of its deployment. */
export function isSwitchedOn({ stack }: Ruleset, rule: RuleDefinition): boolean {
  const { name, enabled } = rule;
  if (stack === undefined || stack.config.state === "unknown") return enabled;
  const selectable = { name, tags: rule.tags.map(({ text }) => text) };
  const priority = parsePriority(rule.priority);
  return (
    (stack.selection.findLast((step) => applies(step, selectable))?.enable ?? enabled) &&
    (priority === undefined || passes(priority, stack.priority.minimum))
  );
}
