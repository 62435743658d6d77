/**
 * An exception excludes everything that its rule looks for.
 *
 * ## Why
 *
 * The rule is enabled, loads, and never alerts. It takes one value: the very name that the rule asks for, a
 * prefix of its prefix, a `*` after `glob`, `/` after `pmatch`. Controls that depend on the rule are not
 * covered.
 *
 * ## Instead
 *
 * Narrow the values down to what is known to be harmless, for instance by the whole command line.
 *
 * ## Notes
 *
 * It is reported where it is proven from the checks of the condition and of the exception: equal checks,
 * values of `in` lists, prefixes of prefixes, bounds of numbers.
 */

import {
  type Check,
  type Condition,
  compareConditions,
  type RuleDefinition,
  type RuleException,
} from "../../../../falco/index.ts";
import type { Location } from "../../../../project/index.ts";
import { distinctLoads, type Ruleset } from "../../../../stack/index.ts";
import type { LintRule } from "../../../rule.ts";
import { keyLocation, locationIn } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/silencing-exception",
  severity: "error",
  confidence: "high",
  summary: "An exception excludes everything that the rule looks for, so that the rule never alerts",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of distinctLoads(rulesets)) {
      const definitions = ruleset.result.rules.filter(({ external, loaded }) => !external && loaded);
      for (const definition of definitions) {
        for (const { exception, excepted, base } of exceptionsOf(definition)) {
          if (!excepts(base, excepted)) continue;
          const tuples = excepted.kind === "or" ? excepted.children : [excepted];
          const culprit = tuples.find((tuple) => excepts(base, tuple));
          const at = exceptionLocation(ruleset, definition, exception, culprit);
          if (at === undefined) continue;
          yield {
            at,
            message: `With this value the exception \`${exception.name}\` matches whatever the rule "${definition.name}" does, so the rule never alerts.`,
            help: "Except only a part of what the rule matches; or disable the rule, so that everyone sees it.",
          };
        }
      }
    }
  },
};

/** The value at fault, else the exception, else the rule. */
function exceptionLocation(
  ruleset: Ruleset,
  definition: RuleDefinition,
  exception: RuleException,
  culprit: Condition | undefined,
): Location | undefined {
  const located = culprit && definition.expanded.locate(culprit.span);
  return (
    (located && locationIn(ruleset, located)) ??
    locationIn(ruleset, exception) ??
    keyLocation(ruleset, definition.parts[0]!, "rule")
  );
}

interface Excepted {
  readonly exception: RuleException;
  /** What it takes away. */
  readonly excepted: Condition;
  /** What the rule looks for. */
  readonly base: Condition;
}

/** The exceptions that have values; each is a `not` at the end of the condition. */
function exceptionsOf({ resolved, exceptions }: RuleDefinition): Excepted[] {
  const given = exceptions.filter(({ info }) => info.values.length > 0);
  if (given.length === 0 || resolved?.kind !== "and") return [];
  const { children } = resolved;
  const wanted = children.slice(0, -given.length);
  const [first] = wanted;
  if (first === undefined) return [];
  const base: Condition = wanted.length === 1 ? first : { ...resolved, children: wanted };
  return children.slice(-given.length).flatMap((node, i) => {
    const exception = given[i]!;
    return node.kind === "not" ? [{ exception, excepted: node.child, base }] : [];
  });
}

/** Whether everything that meets `base` meets the exception too. */
function excepts(base: Condition, excepted: Condition): boolean {
  if (always(excepted)) return true;
  const both: Condition = {
    kind: "and",
    children: [base, ...telling(excepted)],
    span: base.span,
    at: base.at,
  };
  return compareConditions(base, both) === "same";
}

/** The parts that take something out. */
function telling(node: Condition): readonly Condition[] {
  if (node.kind === "and") return node.children.filter((child) => !always(child));
  if (node.kind !== "or") return [node];
  return [
    { ...node, children: node.children.map((child) => ({ ...node, kind: "and", children: telling(child) })) },
  ];
}

function always(node: Condition): boolean {
  switch (node.kind) {
    case "and":
      return node.children.every(always);
    case "or":
      return node.children.some(always);
    case "not":
    case "macro":
      return false;
    default:
      return matchesAll(node);
  }
}

const inText: ReadonlySet<string> = new Set(["contains", "icontains", "startswith", "endswith"]);

/** Whether a check holds for every value that exists. */
function matchesAll(check: Check): boolean {
  if (check.kind === "exists" || check.right.kind === "transformation") return false;
  const { operator, modifier, right } = check;
  const values = right.kind === "value" ? [right] : right.values;
  const isAll = ({ text }: { text: string }): boolean => {
    if (inText.has(operator)) return text === "";
    if (operator === "pmatch") return text === "/" || text === "/*";
    if (operator === "glob" || operator === "iglob") return /^\*+$/.test(text);
    return operator === "regex" && text === ".*";
  };
  return modifier === "allof" ? values.length > 0 && values.every(isAll) : values.some(isAll);
}

export default rule;
