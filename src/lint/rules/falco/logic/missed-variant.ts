/**
 * A rule, or a macro, names a system call and not the newer ones that do the same: `open` and not `openat`,
 * `execve` and not `execveat`, `unlink` and not `unlinkat`.
 *
 * ## Why
 *
 * Which of them a program uses is left to its C library, and to anyone who wants to stay unseen. On current
 * systems `open` is hardly ever called.
 *
 * ## Instead
 *
 * Name all variants: `evt.type in (open, openat, openat2)`.
 *
 * ## Notes
 *
 * The events that count are those of the whole rule, its macros included. A macro is reported only where a
 * rule does miss the other one.
 */

import type { Ruleset } from "../../../../stack/index.ts";
import type { LintRule } from "../../../rule.ts";

/** By system call: newer ones that do the same, of which programs use one or the other. */
const variants: Readonly<Record<string, readonly string[]>> = {
  open: ["openat", "openat2"],
  openat: ["openat2"],
  creat: ["openat"],
  execve: ["execveat"],
  rename: ["renameat", "renameat2"],
  renameat: ["renameat2"],
  unlink: ["unlinkat"],
  rmdir: ["unlinkat"],
  mkdir: ["mkdirat"],
  link: ["linkat"],
  symlink: ["symlinkat"],
  mknod: ["mknodat"],
  chmod: ["fchmodat"],
  chown: ["fchownat"],
  accept: ["accept4"],
};

/** Kinds of events beyond which a rule is about more than one thing. */
const maxEvents = 30;

const rule: LintRule = {
  id: "falco/missed-variant",
  severity: "notice",
  confidence: "medium",
  summary: "A rule sees a system call, and not a newer one that does the same",
  fixable: false,
  *check(model) {
    for (const condition of model.conditions) {
      const { owner, ruleset } = condition;
      const checks = condition.checks.filter(
        ({ field, check, use }) =>
          field?.key === "evt.type" && check.kind === "comparison" && check.operator !== "!=" && use.wanted,
      );
      const seen =
        owner.kind === "rule"
          ? owner.eventTypes
          : new Set(checks.flatMap(({ values }) => values.map(({ text }) => text)));
      if (seen === undefined || seen.size > maxEvents) continue;
      const { events } = ruleset.result.engine;
      const reported = new Set<string>();
      for (const { text, span } of checks.flatMap(({ values }) => values)) {
        const missed = (variants[text] ?? []).filter(
          (name) =>
            events.has(name) &&
            !seen.has(name) &&
            !reported.has(name) &&
            (owner.kind === "rule" || misses(ruleset, text, name)),
        );
        const at = condition.location(span);
        if (missed.length === 0 || !seen.has(text) || at === undefined) continue;
        for (const name of missed) reported.add(name);
        const names = missed.map((name) => `\`${name}\``).join(" and ");
        yield {
          at,
          message: `The ${owner.kind} "${owner.name}" sees \`${text}\` and not ${names}, which ${missed.length > 1 ? "do" : "does"} the same.`,
          help: "Anyone who wants to stay unseen uses the other one. Name them all, or use a macro that does.",
        };
      }
    }
  },
};

/** Whether a rule sees one event and not the other; macros may well share them out. */
function misses({ result }: Ruleset, seen: string, missed: string): boolean {
  return result.rules.some(({ eventTypes }) => eventTypes?.has(seen) === true && !eventTypes.has(missed));
}

export default rule;
