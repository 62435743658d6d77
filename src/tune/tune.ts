import { nearest, type Project, UsageError } from "../project/index.ts";
import type { ReferenceEvents } from "../proof/index.ts";
import { distinctLoads, type Ruleset, ruleNames } from "../stack/index.ts";
import { actsOf, detectorOf, ruleIn } from "./act.ts";
import type { AlertGroup, CollectedAlerts } from "./collect-alerts.ts";
import { exceptionsFile, named } from "./exceptions-file.ts";
import { isTooMany, type Refusal, search } from "./search.ts";
import { evaluateExceptions, isSilenced, type Trial, type Verdict } from "./verdict.ts";

/** A file of exceptions for chosen alerts, and what it does in each ruleset that has the rule. */
export interface Tuning {
  readonly alerts: CollectedAlerts;
  /** The rules file; undefined where nothing narrow was found, or where it does not do what it should. */
  readonly file: string | undefined;
  readonly verdicts: readonly (Verdict & { readonly ruleset: string })[];
  readonly refusals: readonly Refusal[];
  /** Of the chosen alerts those that exceptions which are there hide already, in every deployment. */
  readonly silenced: readonly AlertGroup[];
  /** What the exceptions keep: firing tests of the rule, and reference attacks that it detects. */
  readonly kept: { readonly tests: number; readonly attacks: number };
}

/** What of a checked project is asked for. */
interface Tuned {
  readonly rulesets: readonly Ruleset[];
  readonly project: Project;
  readonly reference: ReferenceEvents;
}

/**
 * The rulesets whose Falco runs a rule: those of deployments, and others where no deployment does.
 *
 * @throws UsageError where the text of the rule is in none, or Falco does not load the files as they are
 */
function rulesetsWith(rulesets: readonly Ruleset[], rule: string): readonly Ruleset[] {
  const all = rulesets.filter((ruleset) => ruleIn(ruleset, rule) !== undefined);
  const deployed = all.filter(({ stack }) => stack !== undefined);
  const chosen = distinctLoads(deployed.length > 0 ? deployed : all);
  const broken = chosen.find(({ result }) => !result.loads);
  if (broken !== undefined)
    throw new UsageError(
      `Falco does not load the rules of ${broken.name} as they are, so nothing can be tried on them: see falcoverage check.`,
    );
  if (chosen.length > 0) return chosen;
  const names = ruleNames(rulesets);
  if (names.has(rule))
    throw new UsageError(
      `The text of "${rule}" is not among the files, or Falco does not load the rule: tune needs the rules file that defines it.`,
    );
  const near = nearest(rule, names);
  throw new UsageError(`There is no rule "${rule}".${near === undefined ? "" : ` Did you mean "${near}"?`}`);
}

/** Looks for the smallest exceptions that silence the chosen alerts, loads them, and evaluates what they do. */
export function tune({ rulesets, project, reference }: Tuned, given: CollectedAlerts): Tuning {
  const { rule, others } = given;
  const fires = detectorOf(rule);
  const trials: Trial[] = rulesetsWith(rulesets, rule).map((ruleset) => ({
    ruleset,
    acts: actsOf(ruleset, rule, project, reference, fires),
  }));
  const silenced = given.chosen.filter((group) => trials.every((trial) => isSilenced(trial, rule, group)));
  const chosen = given.chosen.filter((group) => !silenced.includes(group));
  const alerts = { ...given, chosen };
  const acts = trials.flatMap((trial) => trial.acts);
  const { exceptions, refusals } = search(chosen, others, acts);
  const taken = trials.flatMap(({ ruleset }) => ruleIn(ruleset, rule)!.exceptions.map(({ name }) => name));
  const proposed = named(exceptions, new Set(taken));
  const file = exceptionsFile(rule, proposed);
  const count = (kind: string) =>
    new Set(acts.filter((act) => act.kind === kind).map(({ name }) => name)).size;
  const kept = { tests: count("test"), attacks: count("attack") };
  if (proposed.length === 0) return { alerts, file: undefined, verdicts: [], refusals, silenced, kept };
  const verdicts = trials.map((trial) => ({
    ...evaluateExceptions(trial, file, proposed, alerts),
    ruleset: trial.ruleset.name,
  }));
  const refused = new Set(refusals.map(({ group }) => group));
  const isSound = verdicts.every(
    ({ diagnostics, lost, left, effects }, index) =>
      diagnostics.length === 0 &&
      lost.length === 0 &&
      left.every((group) => refused.has(group)) &&
      effects.every(({ inPlace }) => !isTooMany(inPlace, trials[index]!.acts)),
  );
  return { alerts, file: isSound ? file : undefined, verdicts, refusals, silenced, kept };
}
