import { type Compiled, compile } from "../falco/index.ts";
import { readProject, Text } from "../project/index.ts";
import { type Ruleset, reload } from "../stack/index.ts";
import { type Act, holdsOn, ruleIn, vocabularyOf } from "./act.ts";
import type { AlertGroup, CollectedAlerts } from "./collect-alerts.ts";
import type { NamedException } from "./exceptions-file.ts";
import type { Identity } from "./identity.ts";
import { isOpen, type Tuple } from "./search.ts";

/** What an exception does, as evaluated. */
export interface Effect {
  readonly exception: NamedException;
  readonly silenced: readonly AlertGroup[];
  /** Other alerts of the rule that it hides. */
  readonly hidden: readonly AlertGroup[];
  /** Other alerts that do not say enough to tell. */
  readonly unknown: readonly AlertGroup[];
  /** Fields of the exception that those do not have. */
  readonly missing: readonly string[];
  /** Everyday reference events that raise no alert any more. */
  readonly everyday: readonly Act[];
  /** Attacks that would be hidden if they happened in the image and namespace of the exception, by the same program. */
  readonly inPlace: readonly Act[];
}

/** The effect of a file of exceptions on the rules, found by loading and evaluating them. */
export interface Verdict {
  /** What Falco says of the file; a file with a diagnostic is not proposed. */
  readonly diagnostics: readonly string[];
  readonly effects: readonly Effect[];
  /** Tests and attacks on which the rule fires no more. */
  readonly lost: readonly Act[];
  /** Chosen alerts that no exception holds for. */
  readonly left: readonly AlertGroup[];
}

/** A ruleset, and all on which the rule fires in it. */
export interface Trial {
  readonly ruleset: Ruleset;
  readonly acts: readonly Act[];
}

/** Loads the file after the others of a ruleset, and evaluates the rule and each exception as they are then. */
export function evaluateExceptions(
  { ruleset, acts }: Trial,
  file: string,
  exceptions: readonly NamedException[],
  { rule: name, chosen, others }: CollectedAlerts,
): Verdict {
  const [source] = readProject({ texts: [new Text("exceptions.yaml", file)], skipped: [] }).sources;
  const after = reload(ruleset, [...ruleset.sources, source!]);
  const loaded = after.result.files.at(-1)!;
  const diagnostics = [...loaded.errors, ...loaded.warnings].map(
    ({ code, message }) => `${code}: ${message}`,
  );
  const conditions = conditionsOf(after, name);
  const effects = exceptions.flatMap((exception) => {
    const condition = conditions.get(exception.name);
    return condition === undefined ? [] : [effectOf(exception, condition, acts, chosen, others)];
  });
  const silenced = new Set(effects.flatMap((effect) => effect.silenced));
  return {
    diagnostics,
    effects,
    lost: acts.filter((act) => act.kind !== "everyday" && !act.stillFires(after)),
    left: chosen.filter((group) => !silenced.has(group)),
  };
}

/** Whether exceptions that a rule has already hide an alert: it was raised before they were written. */
export function isSilenced({ ruleset }: Trial, rule: string, { identity }: AlertGroup): boolean {
  return [...conditionsOf(ruleset, rule).values()].some((condition) => holdsOn(condition, identity.values));
}

/** What each exception of a rule compiles to: the condition ends in `and not` and one of them after the other. */
function conditionsOf(ruleset: Ruleset, name: string): ReadonlyMap<string, Compiled> {
  const rule = ruleIn(ruleset, name);
  if (rule?.resolved === undefined) return new Map();
  const root = compile(rule.resolved, vocabularyOf(ruleset, rule.source));
  const names = rule.exceptions.filter(({ info }) => info.values.length > 0).map((one) => one.name);
  return new Map(
    names.flatMap((exception, index): [string, Compiled][] => {
      const node = root.kind === "and" ? root.children.at(index - names.length) : undefined;
      return node?.kind === "not" ? [[exception, node.child]] : [];
    }),
  );
}

function effectOf(
  exception: NamedException,
  condition: Compiled,
  acts: readonly Act[],
  chosen: readonly AlertGroup[],
  others: readonly AlertGroup[],
): Effect {
  const holds = ({ identity }: AlertGroup) => holdsOn(condition, identity.values);
  const unknown = others.filter((group) => !holds(group) && canHold(exception, condition, group.identity));
  return {
    exception,
    silenced: chosen.filter(holds),
    hidden: others.filter(holds),
    unknown,
    missing: [...new Set(unknown.flatMap(({ identity }) => missingIn(identity, exception.fields)))],
    everyday: acts.filter(
      ({ kind, events }) => kind === "everyday" && events.some((event) => holdsOn(condition, event)),
    ),
    inPlace: acts.filter(
      ({ kind, events }) =>
        kind === "attack" &&
        exception.tuples.some((tuple) => events.some((event) => holdsOn(condition, inPlaceOf(tuple, event)))),
    ),
  };
}

/** Whether an alert could be one that an exception hides, given the fields that its output lacks. */
function canHold({ fields, tuples }: NamedException, condition: Compiled, identity: Identity): boolean {
  const missing = new Set(missingIn(identity, fields));
  if (missing.size === 0) return false;
  return tuples.some((tuple) => {
    const guessed = [...tuple].filter(([field]) => missing.has(field));
    return holdsOn(condition, new Map([...identity.values, ...guessed]));
  });
}

/** Fields that an alert does not have in its output, so that nothing is known of their values. */
export function missingIn(
  { values, empty, unusable }: Identity,
  fields: readonly string[],
): readonly string[] {
  return fields.filter((field) => !values.has(field) && !empty.has(field) && !unusable.has(field));
}

/** The event as it would be where the exception holds. */
function inPlaceOf(tuple: Tuple, event: Act["events"][number]): Act["events"][number] {
  return new Map([...event, ...[...tuple].filter(([field]) => isOpen(field, event))]);
}
