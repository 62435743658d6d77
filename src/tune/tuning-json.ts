import type { Act } from "./act.ts";
import type { AlertGroup } from "./collect-alerts.ts";
import type { Tuning } from "./tune.ts";
import { byName, countAlerts, mergedEffects } from "./tuning-text.ts";

const namesOf = (acts: readonly Act[]): string[] => byName(acts).map(({ name }) => name);

/** Who acted in alerts, and how many of them there are. */
function groupOf({ identity, count, first }: AlertGroup): object {
  return { alerts: count, first, fields: Object.fromEntries(identity.values) };
}

/** The proposal with what it does and hides, or why there is none, as one JSON object. */
export function tuningJson({ alerts, published, file, verdicts, refusals, silenced, kept }: Tuning): string {
  const exceptions = mergedEffects(verdicts).map((effect) => ({
    name: effect.exception.name,
    fields: effect.exception.fields,
    entries: effect.exception.tuples.length,
    silenced: countAlerts(effect.silenced),
    hidden: effect.hidden.map(groupOf),
    unknown: effect.unknown.map(groupOf),
    everyday: namesOf(effect.everyday),
    inPlace: namesOf(effect.inPlace),
  }));
  const report = {
    version: 1,
    rule: alerts.rule,
    published,
    chosen: alerts.chosen.map(groupOf),
    silencedAlready: silenced.map(groupOf),
    file: file ?? null,
    exceptions,
    refusals: refusals.map(({ group, hides, inPlace, needs }) => ({
      ...groupOf(group),
      hides: namesOf(hides),
      inPlace: namesOf(inPlace),
      needs: needs ?? null,
    })),
    diagnostics: [...new Set(verdicts.flatMap(({ diagnostics }) => diagnostics))],
    kept,
  };
  return `${JSON.stringify(report)}\n`;
}
