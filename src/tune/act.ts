import { loadMeasurement } from "../compliance/index.ts";
import {
  type Compiled,
  CompileError,
  compile,
  EvaluationError,
  Event,
  type FieldValue,
  type RuleDefinition,
  readEvent,
  run,
  type Vocabulary,
  vocabularyFor,
} from "../falco/index.ts";
import { ofKind, type Project } from "../project/index.ts";
import { Measurement, type ReferenceEvents, readSuite, type Scenario } from "../proof/index.ts";
import type { Ruleset } from "../stack/index.ts";

/** Something on which the rule fires today: tests and attacks must keep firing, everyday behaviour is reported. */
export interface Act {
  readonly kind: "test" | "attack" | "everyday";
  /** For people. */
  readonly name: string;
  /** The fields of each event on which the rule fires. */
  readonly events: readonly ReadonlyMap<string, FieldValue>[];
  readonly stillFires: (changed: Ruleset) => boolean;
}

export type Detector = (ruleset: Ruleset, scenario: Scenario) => boolean;

/** The rule as a ruleset loads it; undefined where its text is not available or Falco does not run it. */
export function ruleIn({ result }: Ruleset, name: string): RuleDefinition | undefined {
  return result.rules.find((rule) => rule.name === name && !rule.external && rule.loaded && rule.resolved);
}

/** What a rule names in conditions, as the Falco of a ruleset knows it. */
export function vocabularyOf({ result: { engine } }: Ruleset, source: string): Vocabulary {
  return vocabularyFor(engine.fields, engine.events, [source]);
}

/** All on which a rule fires: its firing tests, the reference attacks that it detects, and everyday reference events. */
export function actsOf(
  ruleset: Ruleset,
  name: string,
  project: Project,
  reference: ReferenceEvents,
  fires: Detector,
): readonly Act[] {
  return [...testsOf(ruleset, name, project), ...referenceActs(ruleset, reference, fires)];
}

function testsOf(ruleset: Ruleset, name: string, project: Project): Act[] {
  const tests = ofKind(project, "rule-tests").flatMap((source) => readSuite(source).tests);
  const cases = tests
    .filter(({ rule }) => rule === name)
    .flatMap((test) => test.cases.filter(({ fires }) => fires));
  return cases.flatMap((one) => {
    const fields = new Map(
      Object.entries(one.values).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined),
    );
    const stillFires = (changed: Ruleset) => firesOn(changed, name, one.values);
    const { file, start } = one.text.locate(one.span);
    const act: Act = {
      kind: "test",
      name: `"${one.name}" (${file}:${start.line})`,
      events: [fields],
      stillFires,
    };
    return stillFires(ruleset) ? [act] : [];
  });
}

/** A case whose event cannot be, or would end the engine, fires nothing. */
function firesOn(ruleset: Ruleset, name: string, values: Parameters<typeof readEvent>[0]): boolean {
  const rule = ruleIn(ruleset, name);
  if (rule?.resolved === undefined) return false;
  const vocabulary = vocabularyOf(ruleset, rule.source);
  return guarded(() => run(compile(rule.resolved!, vocabulary), readEvent(values, vocabulary)));
}

/** Whether a condition holds on values that may be of another type than their fields. */
export function holdsOn(compiled: Compiled, fields: ReadonlyMap<string, FieldValue>): boolean {
  return guarded(() => run(compiled, new Event(fields)));
}

function guarded(evaluate: () => boolean): boolean {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof CompileError || error instanceof RangeError)
      return false;
    throw error;
  }
}

function referenceActs(ruleset: Ruleset, { corpora }: ReferenceEvents, fires: Detector): Act[] {
  return [...corpora.values()].flatMap(({ signal, attacks, everyday }) =>
    [
      ...attacks.map((act) => ({ ...act, kind: "attack" as const })),
      ...everyday.map((act) => ({ ...act, kind: "everyday" as const })),
    ].flatMap(({ name: act, kind, scenarios }) => {
      const fired = scenarios.filter((scenario) => fires(ruleset, scenario));
      if (fired.length === 0) return [];
      const events = fired.flatMap((scenario) => firingEvents(scenario, ruleset, fires));
      const stillFires = (changed: Ruleset) => fired.every((scenario) => fires(changed, scenario));
      return [{ kind, name: `"${act}" (${signal})`, events, stillFires }];
    }),
  );
}

/** Tells whether a rule fires on a scenario as a ruleset has it. */
export function detectorOf(name: string): Detector {
  const measurement = new Measurement();
  const loads = new Map<Ruleset, ReturnType<typeof loadMeasurement>>();
  return (ruleset, scenario) => {
    const rule = ruleIn(ruleset, name);
    if (rule === undefined) return false;
    const loaded = loads.get(ruleset) ?? loadMeasurement(ruleset.result, measurement, [rule]);
    loads.set(ruleset, loaded);
    return loaded.rulesOn(scenario).length > 0;
  };
}

/** The events of a scenario on which the rule fires, each tried by itself. */
function firingEvents(scenario: Scenario, ruleset: Ruleset, fires: Detector): Act["events"] {
  return scenario.runs.flatMap((events, run) =>
    events.flatMap((event, index) => {
      const single = { ...scenario, id: `${scenario.id}#${run}.${index}`, runs: [[event]] };
      return fires(ruleset, single) ? [event.values] : [];
    }),
  );
}
