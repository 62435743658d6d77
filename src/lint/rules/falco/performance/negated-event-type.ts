/**
 * All that a rule says of the event type is what it is not.
 *
 * ## Why
 *
 * Then the rule is about every other kind of event, and Falco evaluates it on each of them. That is more work
 * than all other rules together, and events are dropped under load.
 *
 * ## Instead
 *
 * Name the event types that the rule is about: `evt.type in (openat, connect)`.
 *
 * ## Notes
 *
 * Where a rule really is about all events, `warn_evttypes: false` says so.
 */

import type { LintRule } from "../../../rule.ts";

const names: ReadonlySet<string> = new Set(["evt.type", "syscall.type"]);

const rule: LintRule = {
  id: "falco/negated-event-type",
  severity: "warning",
  confidence: "high",
  summary: "A rule only excludes event types, and so listens to all others",
  fixable: false,
  *check(model) {
    for (const condition of model.conditions) {
      const { owner } = condition;
      // The number of kinds of events above which Falco warns.
      if (owner.kind !== "rule" || (owner.eventCodes ?? 0) <= 100 || !owner.warnEventTypes) continue;
      const checks = condition.checks.filter(({ field }) => names.has(field?.key ?? ""));
      const negated = checks.filter(({ check, path }) => {
        const nots = path.filter(({ kind }) => kind === "not").length;
        const differs = check.kind === "comparison" && check.operator === "!=";
        return (nots % 2 === 1) !== differs;
      });
      const at = negated[0] && condition.location(negated[0].check.span);
      if (at === undefined || negated.length < checks.length) continue;
      yield {
        at,
        message: `The rule "${owner.name}" only excludes an event type, so it is evaluated on all the others.`,
        help: "Name the event types that it is about: `evt.type in (...)`.",
      };
    }
  },
};

export default rule;
