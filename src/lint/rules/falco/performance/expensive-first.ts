/**
 * A `regex` comes before a check that only compares one value.
 *
 * ## Why
 *
 * Falco asks from left to right and stops at the first check that fails. A regular expression costs many
 * times what a comparison does; behind the cheap checks it is hardly ever reached.
 *
 * ## Instead
 *
 * Put the cheap checks in front: `proc.pname = sshd and proc.cmdline regex '.*(nc|ncat) .*'`.
 *
 * ## Notes
 *
 * The event type does not count: rules are only evaluated on the events that they are about, wherever that
 * stands.
 */

import { type Condition, isAllAncestors } from "../../../../falco/index.ts";
import { partsOf, type WrittenCheck, type WrittenCondition } from "../../../conditions.ts";
import type { LintRule, Problem } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/expensive-first",
  severity: "notice",
  confidence: "medium",
  summary: "An expensive check comes before a cheap one",
  fixable: false,
  *check(model) {
    for (const condition of model.conditions) {
      const checks = new Map(condition.checks.map((written) => [written.check as Condition, written]));
      if ([...checks.values()].some(isExpensive)) yield* find(condition.condition, condition, checks);
    }
  },
};

export default rule;

function* find(
  node: Condition,
  where: WrittenCondition,
  checks: ReadonlyMap<Condition, WrittenCheck>,
): Iterable<Problem> {
  if (node.kind === "not") yield* find(node.child, where, checks);
  if (node.kind !== "and" && node.kind !== "or") return;
  const parts = [...partsOf(node, node.kind)];
  for (const part of parts) yield* find(part, where, checks);
  if (node.kind === "or") return;
  const writtenOf = (part: Condition) => checks.get(part.kind === "not" ? part.child : part);
  const cheap = parts.findLastIndex((part) => isCheap(writtenOf(part)));
  const expensive = parts.findIndex((part) => isExpensive(writtenOf(part)));
  if (expensive === -1 || expensive > cheap) return;
  const at = where.location(parts[expensive]!.span);
  if (at === undefined) return;
  yield {
    at,
    message: `${where.quote(parts[expensive]!)} is expensive, and is evaluated before ${where.quote(parts[cheap]!)}.`,
    help: "Falco goes from left to right and stops at the first check that fails: put the cheap checks first.",
  };
}

function isExpensive(written: WrittenCheck | undefined): boolean {
  if (written === undefined || written.check.kind === "exists") return false;
  return written.check.operator === "regex";
}

/** Whether a check is a look at one value. The event type is evaluated before all others in any case. */
function isCheap(written: WrittenCheck | undefined): boolean {
  if (written === undefined) return false;
  const { check, field } = written;
  if (field === undefined || field.name === "evt.type" || isAllAncestors(field)) return false;
  return (
    check.kind === "exists" || ["=", "==", "!=", "in", "startswith", "endswith"].includes(check.operator)
  );
}
