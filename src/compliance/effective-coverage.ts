import type { Operation } from "../evidence/index.ts";
import type { Monitoring } from "../monitoring/index.ts";
import type { Day, Project } from "../project/index.ts";
import type { Proof } from "../proof/index.ts";
import { ownRuleNames, type Ruleset, ruleNames, type Stack } from "../stack/index.ts";
import type { Signal } from "./catalog.ts";
import type { Compliance } from "./compliance.ts";
import type { Coverage, ReferenceCounts, Rung, SignalCoverage } from "./coverage.ts";
import { climb } from "./ladder.ts";
import { hasPagingRoute } from "./paging.ts";
import { type RuleStanding, ruleCoverage } from "./rule-coverage.ts";
import type { SignalMeter } from "./signal-coverage.ts";
import { supportCoverage } from "./support.ts";

/** All that decides how far a control gets. */
export interface Evidence {
  readonly project: Project;
  readonly stacks: readonly Stack[];
  readonly rulesets: readonly Ruleset[];
  readonly monitoring: Monitoring;
  readonly compliance: Compliance;
  /** What the rule tests say, by the rule's name. */
  readonly proofs: ReadonlyMap<string, Proof>;
  /** What records of a period say; undefined where none are given. */
  readonly operation?: Operation | undefined;
  /** What rules detect of the reference events. */
  readonly meter: SignalMeter;
  /** What can be seen at run time, by id. */
  readonly signals: ReadonlyMap<string, Signal>;
  /** The rung from which a control counts as covered. */
  readonly level: Rung;
  readonly today: Day;
}

/** The coverage by all deployments together, and where there are several by each alone. */
export function effectiveCoverage(evidence: Evidence): Coverage {
  const { stacks } = evidence;
  const all = {
    ...coverageBy(stacks, evidence),
    signals: signalCoverage(evidence, stacks),
    ...(!stacks.some(hasPagingRoute) && { pagingAssumed: true as const }),
  };
  if (stacks.length === 0) return { ...all, undeployed: true };
  if (stacks.length < 2) return all;
  const deployments = stacks.map((stack) => {
    const { totals, frameworks } = coverageBy([stack], evidence);
    const signals = signalCoverage(evidence, [stack]);
    return {
      name: stack.name,
      totals,
      frameworks: frameworks.map(({ id, name, totals }) => ({ id, name, totals })),
      ...(signals.length > 0 && { reference: countEvents(signals) }),
    };
  });
  return { ...all, deployments };
}

/** The coverage by some of the deployments; rules that no deployment loads count with each. */
export function coverageBy(stacks: readonly Stack[], evidence: Evidence): Coverage {
  const { project, monitoring, compliance, proofs, meter, level, today } = evidence;
  const rulesets = evidence.rulesets.filter(({ stack }) => stack === undefined || stacks.includes(stack));
  const rule = ruleCoverage(rulesets, proofs, evidence.operation);
  const support = supportCoverage({
    project,
    stacks,
    rulesets,
    monitoring,
    rules: ownRuleNames(rulesets).map((name) => rule(name).coverage),
  });
  return climb(compliance, { level, today, rule, meter, support });
}

/** The reference events of each signal that a control in use asks for, with the rules of some of the deployments. */
function signalCoverage(evidence: Evidence, stacks: readonly Stack[]): SignalCoverage[] {
  const { compliance, signals, meter } = evidence;
  const standings = standingsIn(stacks, evidence);
  const asked = new Set(
    compliance.frameworks.flatMap(({ selected }) => selected.flatMap((control) => control.signals)),
  );
  return [...asked].flatMap((id) => {
    const signal = signals.get(id);
    return (signal && meter.coverage(signal, standings)) ?? [];
  });
}

/** The reference events of one signal, with the routed rules that fire on them; undefined for no signal's id. */
export function explainSignal(id: string, evidence: Evidence): SignalCoverage | undefined {
  const signal = evidence.signals.get(id);
  return signal && evidence.meter.coverage(signal, standingsIn(evidence.stacks, evidence));
}

/** Each rule as it stands in each of some deployments. */
function standingsIn(stacks: readonly Stack[], { rulesets, proofs, operation }: Evidence): RuleStanding[] {
  return stacks.flatMap((stack) => {
    const own = rulesets.filter((ruleset) => ruleset.stack === undefined || ruleset.stack === stack);
    return [...ruleNames(own)].map(ruleCoverage(own, proofs, operation));
  });
}

function countEvents(signals: readonly SignalCoverage[]): ReferenceCounts {
  const attacks = signals.flatMap((signal) => signal.attacks);
  const everyday = signals.flatMap((signal) => signal.everyday);
  const isAlerting = ({ rules }: { readonly rules: readonly unknown[] }) => rules.length > 0;
  return {
    attacks: attacks.length,
    detected: attacks.filter(isAlerting).length,
    everyday: everyday.length,
    alerting: everyday.filter(isAlerting).length,
    paging: everyday.filter(({ rules }) => rules.some(({ pages }) => pages)).length,
  };
}
