import { nearest, type Project, UsageError } from "../project/index.ts";
import type { ReferenceEvents } from "../proof/index.ts";
import { distinctLoads, type Ruleset, ruleNames } from "../stack/index.ts";
import { actsOf, detectorOf, ruleIn } from "./act.ts";
import type { AlertGroup, CollectedAlerts } from "./collect-alerts.ts";
import { exceptionsFile, named } from "./exceptions-file.ts";
import { isPublished, publishedDetectorOf, withPlaceholder } from "./published.ts";
import { isTooMany, type Refusal, search } from "./search.ts";
import { evaluateExceptions, isSilenced, type Trial, type Verdict } from "./verdict.ts";

/** A file of exceptions for chosen alerts, and what it does in each ruleset that has the rule. */
export interface Tuning {
  readonly alerts: CollectedAlerts;
  /** Whether the rule is one that the Falco project publishes, known by the record of what it detects alone. */
  readonly published: boolean;
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
 * @throws UsageError where the rule is in none, or Falco does not load the files as they are
 */
function rulesetsWith(rulesets: readonly Ruleset[], rule: string): readonly Ruleset[] {
  const own = rulesets.filter((ruleset) => ruleIn(ruleset, rule) !== undefined);
  const all = own.length > 0 ? own : rulesets.filter((ruleset) => isPublished(ruleset, rule));
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

/**
 * The rulesets in which exceptions are tried, each with what the rule fires on.
 *
 * @throws UsageError where nothing would show what an exception of a published rule hides
 */
function trialsOf(
  { rulesets, project, reference }: Tuned,
  rule: string,
): { readonly trials: readonly Trial[]; readonly published: boolean } {
  const found = rulesetsWith(rulesets, rule);
  const published = ruleIn(found[0]!, rule) === undefined;
  const fires = published ? publishedDetectorOf(rule) : detectorOf(rule);
  const tried = published ? found.map((ruleset) => withPlaceholder(ruleset, rule)) : found;
  const unknown = tried.find(({ result }) => !result.loads);
  if (unknown !== undefined)
    throw new UsageError(
      `${unknown.name} changes what only the published text of "${rule}" has, so nothing can be tried on it: tune needs the rules file that defines the rule.`,
    );
  const running = tried.filter((ruleset) => ruleIn(ruleset, rule) !== undefined);
  if (running.length === 0)
    throw new UsageError(
      `Nothing among the files loads a plugin with the event source of "${rule}", so nothing can be tried on it.`,
    );
  const trials = running.map((ruleset) => ({
    ruleset,
    acts: actsOf(ruleset, rule, project, reference, fires),
  }));
  if (published && !trials.some(({ acts }) => acts.some(({ kind }) => kind === "attack")))
    throw new UsageError(
      `No reference attack is recorded for the published rule "${rule}", so nothing shows what an exception would hide: tune needs the rules file that defines it.`,
    );
  return { trials, published };
}

/** Looks for the smallest exceptions that silence the chosen alerts, loads them, and evaluates what they do. */
export function tune(tuned: Tuned, given: CollectedAlerts): Tuning {
  const { rule, others } = given;
  const { trials, published } = trialsOf(tuned, rule);
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
  const known = { alerts, published, refusals, silenced, kept };
  if (proposed.length === 0) return { ...known, file: undefined, verdicts: [] };
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
  return { ...known, file: isSound ? file : undefined, verdicts };
}
