import type { LoggedAlert, MalformedLine } from "../alert-log/index.ts";
import { UsageError } from "../project/index.ts";
import { type Identity, identityOf } from "./identity.ts";

/** Alerts of the rule that say the same of who acts. */
export interface AlertGroup {
  readonly identity: Identity;
  /** How many. */
  count: number;
  /** `file:line` of the first. */
  readonly first: string;
}

/** What was read of the alerts that were given. */
export interface CollectedAlerts {
  readonly rule: string;
  /** Those to be silenced. */
  readonly chosen: readonly AlertGroup[];
  /** Other alerts of the rule, which are to stay. */
  readonly others: readonly AlertGroup[];
  /** Alerts of other rules: an exception changes nothing for them. */
  readonly ofOtherRules: number;
  readonly malformed: number;
  readonly firstMalformed: MalformedLine | undefined;
}

/** More of them are no list of exceptions that anybody would read. */
const maxChosen = 200;
/** Each is tried with each exception. */
const maxOthers = 5_000;

/**
 * Reads the alerts of a rule, those of one identity taken together.
 *
 * @param selections `FIELD=VALUE`, all of which a chosen alert has
 * @throws UsageError for a selection of another form, where nothing is chosen, and where too much is
 */
export async function collectAlerts(
  alerts: AsyncIterable<LoggedAlert | MalformedLine>,
  rule: string,
  selections: readonly string[],
): Promise<CollectedAlerts> {
  const wanted = selections.map(readSelection);
  const chosen = new Map<string, AlertGroup>();
  const others = new Map<string, AlertGroup>();
  const seen = new Set<string>();
  let ofOtherRules = 0;
  let malformed = 0;
  let firstMalformed: MalformedLine | undefined;
  for await (const alert of alerts) {
    if ("problem" in alert) {
      malformed++;
      firstMalformed ??= alert;
    } else if (alert.rule !== rule) ofOtherRules++;
    else {
      for (const { field } of wanted) if (Object.hasOwn(alert.fields, field)) seen.add(field);
      const isChosen = wanted.every(({ field, value }) => textIn(alert, field) === value);
      add(isChosen ? chosen : others, alert);
      refuseTooMany(chosen.size, others.size);
    }
  }
  const missing = wanted.find(({ field }) => !seen.has(field));
  if (chosen.size + others.size === 0) throw new UsageError(`No alert that was given is of "${rule}".`);
  if (missing !== undefined)
    throw new UsageError(`No alert of "${rule}" has the field "${missing.field}" in its output.`);
  if (chosen.size === 0) throw new UsageError(`No alert of "${rule}" has ${selections.join(" and ")}.`);
  const groups = { chosen: [...chosen.values()], others: [...others.values()] };
  return { rule, ...groups, ofOtherRules, malformed, firstMalformed };
}

function refuseTooMany(chosen: number, others: number): void {
  const actors = (most: number) => `come from more than ${most} different actors`;
  if (chosen > maxChosen)
    throw new UsageError(`The chosen alerts ${actors(maxChosen)}: choose fewer with --select FIELD=VALUE.`);
  if (others > maxOthers)
    throw new UsageError(`The other alerts of the rule ${actors(maxOthers)}: give fewer alerts.`);
}

function readSelection(text: string): { readonly field: string; readonly value: string } {
  const at = text.indexOf("=");
  if (at < 1)
    throw new UsageError(`--select takes FIELD=VALUE, such as k8s.ns.name=ci, not "${text.slice(0, 40)}".`);
  return { field: text.slice(0, at), value: text.slice(at + 1) };
}

function textIn({ fields }: LoggedAlert, field: string): string | undefined {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
}

function add(groups: Map<string, AlertGroup>, { fields, file, line }: LoggedAlert): void {
  const identity = identityOf(fields);
  const { values, empty, unusable } = identity;
  const key = JSON.stringify([[...values], [...empty], [...unusable.keys()]]);
  const known = groups.get(key);
  if (known === undefined) groups.set(key, { identity, count: 1, first: `${file}:${line}` });
  else known.count++;
}
