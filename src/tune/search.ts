import type { Act } from "./act.ts";
import type { AlertGroup } from "./collect-alerts.ts";
import { fieldsOfAspect, type Identity, identityFields } from "./identity.ts";

/** The values of an exception by field: it holds where an event has them all. */
export type Tuple = ReadonlyMap<string, string>;

/** An exception: its fields, and a tuple of their values for each actor. */
export interface ProposedException {
  readonly fields: readonly string[];
  readonly tuples: readonly Tuple[];
}

/** Alerts that no narrow exception silences. */
export interface Refusal {
  readonly group: AlertGroup;
  /** The tests and attacks that even the narrowest exception for them would hide. */
  readonly hides: readonly Act[];
  /** The attacks that it would hide in its place; empty where those are few enough. */
  readonly inPlace: readonly Act[];
  /** Aspects that an exception needs to be narrow, and that the alert does not tell; empty where it hides something. */
  readonly needs: string | undefined;
}

export interface Search {
  readonly exceptions: readonly ProposedException[];
  readonly refusals: readonly Refusal[];
}

/** An object that differs more often says what was done, not who did it. */
const maxObjects = 5;

interface Candidate {
  readonly fields: readonly string[];
  readonly tuples: ReadonlyMap<string, Tuple>;
  readonly groups: readonly AlertGroup[];
  readonly score: readonly number[];
}

/**
 * Looks for the fewest exceptions that hold for the chosen alerts, for no event of a test or an attack, and in their place for not
 * most of the attacks. Of those with as
 * few, that which hides the least of the other alerts and of attacks made in the same place; then that with the fewest entries.
 */
export function search(
  chosen: readonly AlertGroup[],
  others: readonly AlertGroup[],
  acts: readonly Act[],
): Search {
  const guarded = acts.filter(({ kind }) => kind !== "everyday");
  const varying = new Set(
    fieldsOfAspect("object").filter(
      (field) => new Set(chosen.map(({ identity }) => identity.values.get(field))).size > maxObjects,
    ),
  );
  const sets = new Map<AlertGroup, readonly (readonly string[])[]>(
    chosen.map((group) => [group, fieldSets(group.identity, varying)]),
  );
  const safe = new Map(
    chosen.map((group) => [
      group,
      sets.get(group)!.filter((fields) => isNarrow(tupleOf(group, fields), guarded)),
    ]),
  );
  const refusals = chosen
    .filter((group) => safe.get(group)!.length === 0)
    .map((group) => refusalOf(group, sets.get(group)!, guarded));
  const exceptions: ProposedException[] = [];
  let open = chosen.filter((group) => safe.get(group)!.length > 0);
  while (open.length > 0) {
    const best = bestOf(open, safe, others, guarded);
    exceptions.push({ fields: best.fields, tuples: [...best.tuples.values()] });
    const done = new Set(best.groups);
    open = open.filter((group) => !done.has(group));
  }
  return { exceptions, refusals };
}

/**
 * The sets of fields that could make an exception for an alert: an actor, in its image and namespace where it has them, and
 * else, as on a host, with what started it or on what it acts.
 */
function fieldSets({ values }: Identity, varying: ReadonlySet<string>): string[][] {
  const fields = [...identityFields.keys()].filter((field) => values.has(field) && !varying.has(field));
  const isOf = (aspect: string) => (field: string) => identityFields.get(field)!.aspect === aspect;
  const places = fields.filter((field) => isOf("place")(field) || isOf("host")(field));
  const free = fields.filter((field) => !places.includes(field));
  const subsets: string[][] = [[]];
  for (const field of free) subsets.push(...subsets.map((set) => [...set, field]));
  return subsets
    .map((set) => [...places, ...set])
    .filter(
      (set) =>
        set.some(isOf("actor")) && ["place", "parent", "object"].some((aspect) => set.some(isOf(aspect))),
    );
}

function tupleOf({ identity }: AlertGroup, fields: readonly string[]): Tuple {
  return new Map(fields.map((field) => [field, identity.values.get(field)!]));
}

function keyOf({ identity }: AlertGroup, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => identity.values.get(field)));
}

function hiddenBy(tuple: Tuple, acts: readonly Act[], inPlace = false): readonly Act[] {
  return acts.filter(({ events }) => events.some((event) => isHidden(tuple, event, inPlace)));
}

/** Whether an exception hides no test and no attack, and leaves the rule worth having where it holds. */
function isNarrow(tuple: Tuple, guarded: readonly Act[]): boolean {
  return hiddenBy(tuple, guarded).length === 0 && !isTooMany(hiddenBy(tuple, guarded, true), guarded);
}

/** Whether acts are more than half of the attacks that a rule detects: without them it covers no control any more. */
export function isTooMany(hidden: readonly Act[], all: readonly Act[]): boolean {
  return 2 * attacksIn(hidden).length > attacksIn(all).length;
}

function attacksIn(acts: readonly Act[]): readonly Act[] {
  return acts.filter(({ kind }) => kind === "attack");
}

/** @param inPlace whether the event is taken to happen where the exception holds */
function isHidden(tuple: Tuple, event: Act["events"][number], inPlace: boolean): boolean {
  return [...tuple].every(
    ([field, value]) => (inPlace && isOpen(field, event)) || event.get(field) === value,
  );
}

/** Whether a sample event says nothing of a field in any cluster: it names an image as an example, or not at all. */
export function isOpen(field: string, event: Act["events"][number]): boolean {
  // Of an audit event, what is not there has no value: a request for all namespaces names none.
  if (!event.has(field)) return !field.startsWith("ka.");
  // What happens on a host happens in no image.
  const { aspect, isExample } = identityFields.get(field)!;
  return isExample === true && !(aspect === "place" && event.get("container.id") === "host");
}

function bestOf(
  open: readonly AlertGroup[],
  safe: ReadonlyMap<AlertGroup, readonly (readonly string[])[]>,
  others: readonly AlertGroup[],
  guarded: readonly Act[],
): Candidate {
  const byFields = new Map<string, { fields: readonly string[]; groups: AlertGroup[] }>();
  for (const group of open) {
    for (const fields of safe.get(group)!) {
      const key = fields.join(" ");
      const known = byFields.get(key) ?? { fields, groups: [] };
      known.groups.push(group);
      byFields.set(key, known);
    }
  }
  const candidates = [...byFields.values()].map(({ fields, groups }): Candidate => {
    const tuples = new Map(
      groups.map((group) => {
        const tuple = tupleOf(group, fields);
        return [keyOf(group, fields), tuple];
      }),
    );
    const all = [...tuples.values()];
    const volatility = fields.reduce((sum, field) => sum + identityFields.get(field)!.volatility, 0);
    const score = [
      -groups.length,
      others.filter((group) => tuples.has(keyOf(group, fields))).length,
      new Set(all.flatMap((tuple) => attacksIn(hiddenBy(tuple, guarded, true)))).size,
      all.length,
      volatility,
    ];
    return { fields, tuples, groups, score };
  });
  return candidates.reduce((best, one) => (isLess(one.score, best.score) ? one : best));
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && a[at]! < b[at]!;
}

/** Why there is nothing narrow for an alert: by the exception with all the fields that it could have. */
function refusalOf(
  group: AlertGroup,
  sets: readonly (readonly string[])[],
  guarded: readonly Act[],
): Refusal {
  const narrowest = sets.toSorted((a, b) => b.length - a.length)[0];
  if (narrowest !== undefined) {
    const tuple = tupleOf(group, narrowest);
    const inPlace = attacksIn(hiddenBy(tuple, guarded, true));
    return {
      group,
      hides: hiddenBy(tuple, guarded),
      inPlace: isTooMany(inPlace, guarded) ? inPlace : [],
      needs: undefined,
    };
  }
  const hasActor = fieldsOfAspect("actor").some((field) => group.identity.values.has(field));
  const needs = hasActor
    ? "where the program ran, what started it or on what it acted"
    : "which program or user acted";
  return { group, hides: [], inPlace: [], needs };
}
