/**
 * A condition or an output has a field that no event of the rule has.
 *
 * ## Why
 *
 * The check is false on every event. In an output the value is always `<NA>`, and those who respond miss what
 * the author thought they would see.
 *
 * ## Instead
 *
 * Use a field that these events have, such as `proc.exepath` for the program that a process runs.
 *
 * ## Notes
 *
 * It knows of the parameters of each event, and of file descriptors for events of processes.
 */

import { type FieldUse, parameters } from "../../../../falco/index.ts";
import { outputFields } from "../../../fields-in-output.ts";
import type { LintRule } from "../../../rule.ts";

/** Events of processes, which have no file descriptor. */
const withoutFd: ReadonlySet<string> = new Set([
  "execve",
  "execveat",
  "fork",
  "vfork",
  "clone",
  "clone3",
  "procexit",
  "setuid",
  "setgid",
  "setresuid",
  "setresgid",
  "kill",
  "tkill",
  "tgkill",
]);

const rule: LintRule = {
  id: "falco/field-without-value",
  severity: "warning",
  confidence: "medium",
  summary: "A field has no value on any event that the rule is about",
  fixable: false,
  *check(model) {
    for (const condition of model.conditions) {
      const { owner } = condition;
      if (owner.kind !== "rule" || owner.eventTypes === undefined || owner.eventTypes.size === 0) continue;
      for (const { check, field } of condition.checks) {
        const why = field && whyAbsent(field, owner.eventTypes);
        const at = why === undefined ? undefined : condition.location(check.left.span);
        if (at === undefined) continue;
        yield {
          at,
          message: `${why}, so this check is always false.`,
          help: "Ask for a field that these events have, or for the events that have the field.",
        };
      }
      for (const { field, at } of outputFields(owner, condition.ruleset)) {
        const why = whyAbsent(field, owner.eventTypes);
        if (why === undefined) continue;
        yield {
          at,
          severity: "notice",
          message: `${why}: the alert always shows \`<NA>\`.`,
          help: "Remove it from the output, or name a field that these events have.",
        };
      }
    }
  },
};

export default rule;

function whyAbsent({ key, name }: FieldUse, events: ReadonlySet<string>): string | undefined {
  const has = events.size > 1 ? "have" : "has";
  const parameter = /^evt\.(?:raw)?arg\.(.+)$/.exec(key)?.[1];
  if (parameter !== undefined) {
    const known = parameters.get(parameter);
    if (known === undefined || known.events.some((event) => events.has(event))) return undefined;
    return `${list(events)} ${has} no parameter \`${parameter}\``;
  }
  if (!name.startsWith("fd.") || ![...events].every((event) => withoutFd.has(event))) return undefined;
  return `\`${key}\` has no value on ${list(events)}, which ${has} no file descriptor`;
}

function list(events: ReadonlySet<string>): string {
  const shown = [...events].slice(0, 3).map((event) => `\`${event}\``);
  return shown.join(", ") + (events.size > 3 ? " and the other events of the rule" : "");
}
