import { visible, wrap } from "../report/index.ts";
import type { Act } from "./act.ts";
import type { AlertGroup } from "./collect-alerts.ts";
import { fieldsOfAspect } from "./identity.ts";
import type { Refusal } from "./search.ts";
import type { Tuning } from "./tune.ts";
import { type Effect, missingIn, type Verdict } from "./verdict.ts";

/** Of a list, no more are shown. */
const maxShown = 5;

const publishedNote =
  "The Falco project publishes this rule, and its text is not among the files: the attacks are those on which it is recorded to fire, and exceptions that the published text has are not known. Put its rules file beside yours to try them on the rule itself.";

/** The proposal with what it does and hides, or why there is none, for people. */
export function tuningText(tuning: Tuning, width: number): string {
  const { alerts, file, verdicts, refusals, silenced } = tuning;
  const sections = [
    ...(silenced.length === 0 ? [] : [paragraph(silencedText(silenced), width)]),
    ...(alerts.chosen.length === 0 ? [] : [paragraph(headline(tuning), width)]),
    ...(file === undefined ? verdicts.flatMap((verdict) => faults(verdict, width)) : [indented(file)]),
    ...(file === undefined ? [] : mergedEffects(verdicts).map((effect) => effectText(effect, width))),
    ...refusals.map((refusal) => refusalText(refusal, width)),
    ...(file === undefined ? [] : placeNotes(alerts.chosen, width)),
    ...(tuning.published && file !== undefined ? [paragraph(publishedNote, width)] : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

function headline({ alerts, file, verdicts, refusals, kept }: Tuning): string {
  const total = countAlerts(alerts.chosen);
  const refused = countAlerts(refusals.map(({ group }) => group));
  const rule = `"${visible(alerts.rule)}"`;
  if (file === undefined)
    return `No exception of ${rule} is proposed for the ${count(total, "chosen alert")}.`;
  const exceptions = count(mergedEffects(verdicts).length, "exception");
  return `${exceptions} of ${rule} would silence ${total - refused} of ${count(total, "chosen alert")}, and keep ${count(kept.tests, "firing test")} and ${count(kept.attacks, "reference attack")} of the rule. Load this file after the one with the rule:`;
}

function silencedText(silenced: readonly AlertGroup[]): string {
  return `Exceptions that the rule has hide ${count(countAlerts(silenced), "chosen alert")} already.`;
}

/** An exception in several deployments hides what it hides in any of them. */
export function mergedEffects(verdicts: readonly Verdict[]): Effect[] {
  const [first, ...more] = verdicts;
  return (first?.effects ?? []).map((effect) => {
    const same = more.flatMap(({ effects }) =>
      effects.filter(({ exception }) => exception.name === effect.exception.name),
    );
    const all = [effect, ...same];
    return {
      ...effect,
      everyday: byName(all.flatMap(({ everyday }) => everyday)),
      inPlace: byName(all.flatMap(({ inPlace }) => inPlace)),
    };
  });
}

export function byName(acts: readonly Act[]): Act[] {
  return [...new Map(acts.map((act) => [act.name, act])).values()];
}

function effectText(effect: Effect, width: number): string {
  const { exception, silenced, hidden, unknown, missing, everyday, inPlace } = effect;
  const lines = [
    `${exception.name}: ${count(countAlerts(silenced), "chosen alert")}, ${count(exception.tuples.length, "entry", "entries")}.`,
    ...bullet(
      "Everyday reference events that it also hides",
      everyday.map(({ name }) => name),
      width,
    ),
    ...bullet(
      `Other alerts that it also hides (${countAlerts(hidden)})`,
      hidden.map(({ first }) => first),
      width,
    ),
    ...(unknown.length === 0
      ? []
      : bullet(
          `Unknown for ${count(countAlerts(unknown), "other alert")}, whose output lacks ${missing.join(", ")}`,
          unknown.map(({ first }) => first),
          width,
        )),
    ...bullet(
      "Reference attacks that it would hide if the same actor made them in the same place",
      inPlace.map(({ name }) => name),
      width,
    ),
  ];
  return lines.join("\n");
}

function refusalText({ group, hides, inPlace, needs }: Refusal, width: number): string {
  const { identity, first, count: number } = group;
  const values = [...identity.values].map(([field, value]) => `${field}=${visible(value)}`).join(", ");
  const who = `Not silenced: ${count(number, "alert")}, the first at ${visible(first)} (${values || "it names nobody"}).`;
  const lines = [
    paragraph(who, width),
    ...(hides.length > 0
      ? bullet(
          "Even with all of these fields an exception would hide",
          byName(hides).map(({ name }) => name),
          width,
        )
      : []),
    ...(inPlace.length > 0
      ? bullet(
          "More than half of the attacks that the rule detects would be hidden in that place, even with all of these fields",
          byName(inPlace).map(({ name }) => name),
          width,
        )
      : []),
    ...(needs === undefined
      ? []
      : [paragraph(`An exception for it could not be narrow: the alert does not say ${needs}.`, width)]),
    ...unusableLines(group, width),
  ];
  const lacking = missingIn(identity, wanted(identity.values));
  if (lacking.length > 0)
    lines.push(
      paragraph(
        `It might be narrow with fields that the rule's output lacks: add ${lacking.map((field) => `%${field}`).join(" ")}, and tune with alerts that have them.`,
        width,
      ),
    );
  return lines.join("\n");
}

/** Fields that could tell more: of the audit log where the alert is of it, else of the kernel. */
function wanted(values: ReadonlyMap<string, string>): string[] {
  const isAudit = [...values.keys()].some((field) => field.startsWith("ka."));
  const aspects = isAudit ? (["actor", "object"] as const) : (["place", "actor", "parent"] as const);
  return aspects.flatMap(fieldsOfAspect).filter((field) => field.startsWith("ka.") === isAudit);
}

function unusableLines({ identity }: AlertGroup, width: number): string[] {
  return [...identity.unusable]
    .filter(([field]) => field !== "container.id")
    .map(([field, why]) => paragraph(`${field} cannot be part of an exception: ${why}.`, width));
}

/** Exceptions that hold in every container, since the alerts do not say in which they were. */
function placeNotes(chosen: readonly AlertGroup[], width: number): string[] {
  const isKernel = ({ identity }: AlertGroup) =>
    [...identity.values.keys()].some((field) => field.startsWith("proc."));
  const places = ["container.image.repository", "k8s.ns.name"];
  const lacking = new Set(chosen.filter(isKernel).flatMap(({ identity }) => missingIn(identity, places)));
  if (lacking.size === 0) return [];
  const fields = [...lacking];
  return [
    paragraph(
      `Alerts do not say ${fields.join(" and ")}, so an exception for them holds whatever that is: add ${fields.map((field) => `%${field}`).join(" ")} to the rule's output to bind it.`,
      width,
    ),
  ];
}

function faults({ diagnostics, lost, left, ruleset }: Verdict & { readonly ruleset: string }, width: number) {
  if (diagnostics.length > 0)
    return [
      bullet(
        `${visible(ruleset)}: Falco would not load the exceptions that were tried, or warn of them`,
        diagnostics,
        width,
      ).join("\n"),
    ];
  return [
    ...(lost.length === 0
      ? []
      : [
          bullet(
            `${visible(ruleset)}: the exceptions that were tried would hide`,
            byName(lost).map(({ name }) => name),
            width,
          ).join("\n"),
        ]),
    ...(left.length === 0
      ? []
      : [
          bullet(
            `${visible(ruleset)}: the exceptions that were tried do not hold for the alerts at`,
            left.map(({ first }) => first),
            width,
          ).join("\n"),
        ]),
  ];
}

function bullet(title: string, names: readonly string[], width: number): string[] {
  if (names.length === 0) return [`  ${title}: none.`];
  const more = names.length > maxShown ? [`and ${names.length - maxShown} more`] : [];
  const shown = [...names.slice(0, maxShown).map(visible), ...more];
  return [
    ...wrap(`${title}:`, width - 2).map((line) => `  ${line}`),
    ...shown.flatMap((name) =>
      wrap(name, width - 6).map((line, index) => `${index === 0 ? "    - " : "      "}${line}`),
    ),
  ];
}

function paragraph(text: string, width: number): string {
  return wrap(text, width).join("\n");
}

function indented(file: string): string {
  return file
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}

export function countAlerts(groups: readonly AlertGroup[]): number {
  return groups.reduce((sum, group) => sum + group.count, 0);
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
