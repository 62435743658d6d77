/**
 * A field or label that falcosidekick is to add to alerts stays away, or is always empty: an entry of
 * `CUSTOMFIELDS` or `TEMPLATEDFIELDS` that it cannot read, a template that looks for a map, a field that no
 * rule's output has.
 *
 * ## Why
 *
 * falcosidekick goes on silently or with a line in its log. Anyone who filters alerts by cluster, team or
 * namespace then finds nothing, and a route or query by that label never matches.
 *
 * ## Instead
 *
 * Separate name and value by one colon, entries by commas, and read a field with dots by `index`:
 * `team:{{ index . "k8s.ns.name" }}`.
 *
 * ## Notes
 *
 * In the variables an entry is one name and one value with a colon between them, and commas part the entries,
 * so that a value may contain neither; in the configuration file any value may. A value `%NAME` is that of a
 * variable of the container.
 *
 * A field counts as absent only where every rule that Falco loads is in the repository, and falco.yaml
 * appends nothing.
 */

import {
  type DroppedField,
  type Enrichment,
  enrichmentOf,
  fieldsInTemplate,
  type Ruleset,
  type Sidekick,
  sidekicks,
} from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "sidekick/added-field",
  severity: "warning",
  confidence: "high",
  summary: "A field or label that falcosidekick should add to alerts is missing or always empty",
  fixable: false,
  *check({ stacks, rulesets }) {
    for (const sidekick of sidekicks(stacks)) {
      const enrichment = enrichmentOf(sidekick);
      yield* enrichment.dropped.map(leftOut);
      yield* unfilled(enrichment, fieldsOfAlerts(sidekick, rulesets));
    }
  },
};

/** An entry of a variable that falcosidekick cannot read. */
function leftOut({ variable, entry, why, location }: DroppedField): Problem {
  return why === "shape"
    ? {
        at: location,
        message: `falcosidekick leaves "${entry}" out: an entry of ${variable} is one NAME:VALUE, with no other colon or comma.`,
        help: "Write it like this, or put the field into the configuration file, which accepts any value.",
      }
    : {
        at: location,
        message: `falcosidekick leaves "${entry}" out: its container has no variable "${entry.slice(entry.indexOf("%") + 1)}".`,
        help: "Set the variable in the same container, or write the value itself.",
      };
}

/** Fields and labels that stay empty, as no alert carries what they are made of. */
function* unfilled(
  { fields, extraLabels }: Enrichment,
  carried: ReadonlySet<string> | undefined,
): Iterable<Problem> {
  const added = new Set(fields.map(({ name }) => name));
  const isAbsent = (field: string): boolean =>
    carried !== undefined && !added.has(field) && !carried.has(field.split("[")[0]!);
  for (const { kind, name, value, location } of fields) {
    if (kind !== "templated") continue;
    const { dotted, indexed } = fieldsInTemplate(value);
    for (const field of dotted)
      yield {
        at: location,
        message: `The templated field "${name}" is always "<no value>": \`.${field}\` looks for a map "${field.split(".")[0]}".`,
        help: `Names of Falco's fields have dots: write \`index . "${field}"\`.`,
      };
    for (const field of indexed)
      if (isAbsent(field)) yield absent(`the templated field "${name}" never gets it`, field, location);
  }
  for (const { output, field, location } of extraLabels)
    if (isAbsent(field)) yield absent(`that label of ${output} is always empty`, field, location);
}

function absent(consequence: string, field: string, at: Problem["at"]): Problem {
  return {
    at,
    message: `No rule that is loaded has \`%${field}\` in its output, so ${consequence}.`,
    help: `Add \`%${field}\` to the outputs of the rules, or under append_output in falco.yaml, or leave it out.`,
  };
}

/**
 * Fields that the alerts for a falcosidekick carry, without their brackets; undefined where rules that
 * the repository does not have may add others.
 */
function fieldsOfAlerts(sidekick: Sidekick, rulesets: readonly Ruleset[]): Set<string> | undefined {
  // The start of every alert is its time.
  const carried = new Set(["evt.time"]);
  const senders = rulesets.filter(({ stack }) => stack?.sidekick?.location === sidekick.location);
  if (senders.length === 0) return undefined;
  for (const { stack, result } of senders) {
    if (stack === undefined || stack.config.state === "unknown" || stack.rulesFiles.more.length > 0)
      return undefined;
    // What falco.yaml or the command line appends, and what plugins suggest to append, is not followed.
    const { settings, parts } = stack.config.value;
    const isOwn = parts.some(({ path }) => path.endsWith("/falco.yaml"));
    const { flags } = stack.command;
    if (!isOwn || stack.kind === "helm" || stack.kind === "operator") return undefined;
    if (settings.appendOutput.length > 0 || flags.has("p") || flags.has("print")) return undefined;
    for (const { external, output } of result.rules) {
      if (external) return undefined;
      for (const name of namesIn(output.text)) carried.add(name);
    }
  }
  return carried;
}

/** The fields in an output, those that a transformer is applied to among them. */
function namesIn(output: string): string[] {
  return [...output.matchAll(/%(?:\w+\()*([a-z]\w*(?:\.\w+)+)/g)].map(([, name]) => name!);
}

export default rule;
