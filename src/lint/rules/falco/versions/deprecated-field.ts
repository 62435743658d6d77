/**
 * A condition or an output has a field that is deprecated, or that a later version of Falco does not know.
 *
 * ## Why
 *
 * A removed field keeps Falco from starting after the upgrade. Some that are still there have no value
 * any more, so that the checks on them are false.
 *
 * ## Instead
 *
 * Use the field that replaces it: `k8smeta.deployment.name`.
 *
 * ## Notes
 *
 * Fields that a plugin brings instead, as the container plugin does, are not reported, and so are those of
 * which Falco warns by itself (`falco/deprecated-item`). Once the version is reached
 * `falco/compile-condition` reports them as an error.
 */

import {
  coreFields,
  engineFeatures,
  type FieldUse,
  isRemoved,
  newestVersion,
  plugins,
} from "../../../../falco/index.ts";
import type { Location } from "../../../../project/index.ts";
import type { Ruleset } from "../../../../stack/index.ts";
import type { WrittenCondition } from "../../../conditions.ts";
import { outputFields } from "../../../fields-in-output.ts";
import type { LintRule, Problem } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/deprecated-field",
  severity: "warning",
  confidence: "high",
  summary: "A field is deprecated, or was removed in a later version of Falco",
  fixable: false,
  *check(model) {
    for (const condition of model.conditions) {
      const { owner, ruleset } = condition;
      const source = owner.kind === "rule" ? owner.source : "syscall";
      for (const { field, at } of fieldsIn(condition))
        for (const problem of problems(field, source, ruleset)) yield { at, ...problem };
    }
  },
};

export default rule;

/** The fields of a condition and, where it is a rule's, of the output. */
function* fieldsIn(
  condition: WrittenCondition,
): Iterable<{ readonly field: FieldUse; readonly at: Location }> {
  for (const { check, field } of condition.checks) {
    const at = condition.location(check.left.span);
    if (field !== undefined && at !== undefined) yield { field, at };
  }
  if (condition.owner.kind === "rule") yield* outputFields(condition.owner, condition.ruleset);
}

/** By name: the version of Falco that a field is not in any more, if no plugin brings it instead. */
const removals: ReadonlyMap<string, string> = new Map(
  coreFields.flatMap(({ name, removedIn }) => {
    const moved = [...plugins.values()].some(({ fields }) => fields.some((field) => field.name === name));
    return removedIn === undefined || moved ? [] : [[name, removedIn]];
  }),
);

/** Fields of which the newest Falco warns. */
const warnedOf: ReadonlySet<string> = new Set(engineFeatures(newestVersion).deprecatedFields);

function* problems(
  { key, name, argument }: FieldUse,
  source: string,
  { result }: Ruleset,
): Iterable<Omit<Problem, "at">> {
  const { version, engine } = result;
  const removedIn = removals.get(name);
  if (removedIn !== undefined && !isRemoved(version.falco, { removedIn })) {
    yield {
      message: `\`${key}\` exists in Falco ${version.falco}, and is removed in ${removedIn.replace(/\.0$/, "")}.`,
      help: "With that version Falco does not start with this rule. Use something else before the upgrade.",
    };
    return;
  }
  // Of some Falco warns by itself, once it deprecates them.
  if (warnedOf.has(name)) return;
  if (engine.fields.find(source, name, argument).field?.deprecated !== true) return;
  yield {
    message: `\`${key}\` is deprecated.`,
    help: name.startsWith("k8s.")
      ? "It has no value any more. The k8smeta plugin has fields of its own for it: `k8smeta.*`."
      : "A later version of Falco may not know it.",
  };
}
