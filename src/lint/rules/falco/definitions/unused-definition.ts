/**
 * A macro or list is used, but only by macros or lists that no rule uses.
 *
 * ## Why
 *
 * Falco takes it as used ([falco/unused-macro](unused-macro.md) and [falco/unused-list](unused-list.md) speak
 * of the others). Anyone who changes it expects that to change an alert, and it does not.
 *
 * ## Instead
 *
 * Use it in a rule, or remove it.
 *
 * ## Notes
 *
 * A macro or list that takes the place of one in the rules that Falco brings is used there, which is how they
 * are tuned.
 */

import type { Condition, LoadResult } from "../../../../falco/index.ts";
import type { LintRule } from "../../../rule.ts";
import { nameLocation } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/unused-definition",
  severity: "notice",
  confidence: "medium",
  summary: "A macro or list is used only by others that no rule uses",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const { result } = ruleset;
      const needed = neededBy(result);
      for (const definition of [...result.macros, ...result.lists]) {
        const { kind, name, external, elsewhere, used } = definition;
        // Of what nothing at all uses Falco speaks itself.
        if (external || elsewhere || !used || needed.has(`${kind} ${name}`)) continue;
        const at = nameLocation(ruleset, definition);
        if (at === undefined) continue;
        yield {
          at,
          message: `The ${kind} \`${name}\` is used by macros or lists that no rule uses.`,
          help: "Falco counts it as used. Anyone who changes it expects that to change an alert: use it in a rule, or remove it.",
        };
      }
    }
  },
};

/** What rules lead to, by `kind name`. */
function neededBy({ rules, macros, lists, loads }: LoadResult): ReadonlySet<string> {
  const macroByName = new Map(macros.map((macro) => [macro.name, macro]));
  const listByName = new Map(lists.map((list) => [list.name, list]));
  const needed = new Set<string>();
  const addList = (name: string): void => {
    const pending = [name];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const list = listByName.get(next);
      if (list === undefined || needed.has(`list ${next}`)) continue;
      needed.add(`list ${next}`);
      for (const { text } of list.items) pending.push(text);
    }
  };
  const addMacro = (name: string): void => {
    const macro = macroByName.get(name);
    if (macro === undefined || needed.has(`macro ${name}`)) return;
    needed.add(`macro ${name}`);
    add(macro.condition, macro.text.text);
  };
  const add = (condition: Condition | undefined, text: string): void => {
    // Falco expands lists by name, wherever the name is.
    for (const [word] of text.matchAll(/[A-Za-z_][\w.-]*/g)) addList(word);
    const visit = (node: Condition): void => {
      if (node.kind === "and" || node.kind === "or") node.children.forEach(visit);
      else if (node.kind === "not") visit(node.child);
      else if (node.kind === "macro") addMacro(node.name);
    };
    if (condition !== undefined) visit(condition);
  };
  if (!loads) {
    // Broken conditions may use anything.
    for (const { name } of macros) addMacro(name);
    for (const { name } of lists) addList(name);
  }
  for (const { name, elsewhere } of macros) if (elsewhere) addMacro(name);
  for (const { name, elsewhere } of lists) if (elsewhere) addList(name);
  for (const { condition, text, exceptions } of rules) {
    add(condition, text.text);
    for (const { info } of exceptions) for (const word of wordsIn(info.values)) addList(word);
  }
  return needed;
}

type Entries = LoadResult["rules"][number]["exceptions"][number]["info"]["values"];

function wordsIn(entries: Entries | Entries[number][]): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === "text") return entry.text.match(/[A-Za-z_][\w.-]*/g) ?? [];
    return entry.kind === "list" ? wordsIn([...entry.items]) : [];
  });
}

export default rule;
