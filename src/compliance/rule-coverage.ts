import type { Operation } from "../evidence/index.ts";
import type { Diagnostic } from "../falco/index.ts";
import type { Proof } from "../proof/index.ts";
import type { Chain, Ruleset } from "../stack/index.ts";
import type { TaggedRule } from "./compliance.ts";
import { type Blocker, type RuleCoverage, type Rung, rungs } from "./coverage.ts";
import { feedBlocker } from "./kernel-feed.ts";
import { chainsOf, type Reach, reach, reachIn } from "./reach.ts";
import { startError } from "./start-error.ts";

/** The rules of the repository with their tags, each once, however many deployments load it. */
export function taggedRules(rulesets: readonly Ruleset[]): TaggedRule[] {
  const rules = new Map<string, TaggedRule>();
  for (const { sources, result } of rulesets) {
    for (const rule of result.rules) {
      const source = sources[rule.fileIndex];
      if (rule.external || source === undefined) continue;
      rules.set(`${source.name} ${rule.name}`, {
        name: rule.name,
        tags: rule.tags.flatMap(({ text: value, fileIndex, span }) => {
          const text = sources[fileIndex]?.text;
          return text === undefined ? [] : [{ value, text, span }];
        }),
      });
    }
  }
  return [...rules.values()];
}

/** How far a rule gets, and the ruleset in which it gets there: undefined where no ruleset has the rule. */
export interface RuleStanding {
  readonly coverage: RuleCoverage;
  readonly ruleset: Ruleset | undefined;
}

/**
 * How far a Falco rule of a name gets, in the best of the deployments.
 *
 * @param proofs what the rule tests say, by the rule's name
 * @param operation what records of a period say; without them no rule gets further than `proven`
 */
export function ruleCoverage(
  rulesets: readonly Ruleset[],
  proofs: ReadonlyMap<string, Proof>,
  operation?: Operation,
): (name: string) => RuleStanding {
  const known = new Map<string, RuleStanding>();
  const verdicts = new Map(rulesets.map((ruleset) => [ruleset, verdictOn(ruleset)]));
  return (name) => {
    const standing = known.get(name) ?? standingOf(verdicts, proofs, name, operation);
    known.set(name, standing);
    return standing;
  };
}

function standingOf(
  verdicts: ReadonlyMap<Ruleset, Verdict>,
  proofs: ReadonlyMap<string, Proof>,
  name: string,
  operation: Operation | undefined,
): RuleStanding {
  const rulesets = [...verdicts.keys()];
  const holders = rulesets.filter((ruleset) => verdicts.get(ruleset)!.names.has(name));
  const reached = reach(rulesets, name);
  if (holders.length === 0 || reached === undefined) {
    const blockedBy = { rung: "valid", reason: `No rule "${name}" is among the files checked.` } as const;
    return { coverage: { name, rung: null, blockedBy }, ruleset: undefined };
  }
  const proven = proofBlocker(proofs.get(name));
  const ways = waysIn(verdicts, name).map(({ chain, ruleset, refused, starved }) => {
    const reached = reachIn(chain);
    const enabled = reached.enabled ?? starved;
    const operating = operation && operationBlocker(operation, chain);
    return { coverage: climbed(name, refused, { ...reached, enabled }, proven, operating), ruleset };
  });
  if (ways.length === 0) {
    const ruleset = holders[0]!;
    const refused = refusalOf(verdicts.get(ruleset)!, ruleset, name);
    ways.push({ coverage: climbed(name, refused, reached, proven, undefined), ruleset });
  }
  return ways.reduce((best, next) => (isAbove(next.coverage, best.coverage) ? next : best));
}

/** The way of a rule through one deployment. */
export interface RuleWay {
  readonly chain: Chain;
  /** The ruleset that decides whether Falco takes the rule. */
  readonly ruleset: Ruleset;
  /** Why Falco does not load the rule; null where it does. */
  readonly refused: Blocker | null;
  /** Why no event reaches the rule; null where one can. */
  readonly starved: Blocker | null;
}

/** The way of a rule of a name through each deployment; none where no ruleset has it. */
export function ruleWays(rulesets: readonly Ruleset[]): (name: string) => readonly RuleWay[] {
  const verdicts = new Map(rulesets.map((ruleset) => [ruleset, verdictOn(ruleset)]));
  return (name) => waysIn(verdicts, name);
}

function waysIn(verdicts: ReadonlyMap<Ruleset, Verdict>, name: string): RuleWay[] {
  const rulesets = [...verdicts.keys()];
  const holders = rulesets.filter((ruleset) => verdicts.get(ruleset)!.names.has(name));
  if (holders.length === 0) return [];
  return chainsOf(rulesets, name).map((chain) => {
    const ruleset = holders.find(({ stack }) => stack === chain.stack) ?? holders[0]!;
    const rule = ruleset.definitions.get(name);
    return {
      chain,
      ruleset,
      refused: refusalOf(verdicts.get(ruleset)!, ruleset, name),
      starved: feedBlocker(ruleset, rule),
    };
  });
}

function refusalOf({ refused, leftOut }: Verdict, ruleset: Ruleset, name: string): Blocker | null {
  if (refused !== undefined) return located(ruleset, refused, `Falco does not start: ${refused.message}`);
  const left = leftOut.get(name);
  return left === undefined ? null : located(ruleset, left, `Falco leaves the rule out: ${left.message}`);
}

/** @param operating undefined: no records say whether it operated */
function climbed(
  name: string,
  valid: Blocker | null,
  reach: Reach,
  proven: Blocker | null,
  operating: Blocker | null | undefined,
): RuleCoverage {
  const steps: readonly (Blocker | null)[] = [
    null,
    valid,
    reach.enabled,
    reach.deployed,
    reach.routed,
    proven,
    ...(operating === undefined ? [] : [operating]),
  ];
  const blocked = steps.findIndex((blocker) => blocker !== null);
  const assumed =
    reach.assumed !== undefined && (blocked === -1 || blocked > rungs.indexOf("routed"))
      ? { assumed: reach.assumed }
      : {};
  return blocked === -1
    ? { name, rung: rungs[steps.length - 1]!, blockedBy: null, ...assumed }
    : { name, rung: rungs[blocked - 1]!, blockedBy: steps[blocked]!, ...assumed };
}

/** Of two ways that get as far, the one that takes nothing for granted counts. */
function isAbove(a: RuleCoverage, b: RuleCoverage): boolean {
  const difference = height(a.rung) - height(b.rung);
  return difference > 0 || (difference === 0 && a.assumed === undefined && b.assumed !== undefined);
}

function height(rung: Rung | null): number {
  return rung === null ? -1 : rungs.indexOf(rung);
}

/** What Falco says of a ruleset that keeps its rules from running. */
interface Verdict {
  readonly names: ReadonlySet<string>;
  readonly refused: Diagnostic | undefined;
  /** By the rule's name. */
  readonly leftOut: ReadonlyMap<string, Diagnostic>;
}

function verdictOn(ruleset: Ruleset): Verdict {
  const { result } = ruleset;
  const leftOut = new Map<string, Diagnostic>();
  for (const { warnings } of result.files) {
    for (const warning of warnings) {
      const { code, itemName } = warning;
      if (code === "LOAD_UNKNOWN_FILTER" && !leftOut.has(itemName)) leftOut.set(itemName, warning);
    }
  }
  return {
    names: new Set(result.rules.map(({ name }) => name)),
    refused: startError(ruleset),
    leftOut,
  };
}

function located({ sources }: Ruleset, { fileIndex, span }: Diagnostic, reason: string): Blocker {
  const range = sources[fileIndex]?.text.locate(span);
  return range === undefined
    ? { rung: "valid", reason }
    : {
        rung: "valid",
        reason,
        file: range.file,
        line: range.start.line,
        column: range.start.column,
      };
}

function operationBlocker(operation: Operation, { stack, rule }: Chain): Blocker | null {
  const { gap } = operation.of(rule.name, rule.source, stack);
  return gap === undefined ? null : { rung: "operating", reason: gap };
}

function proofBlocker(proof: Proof | undefined): Blocker | null {
  if (proof === undefined) return { rung: "proven", reason: "The rule has no test." };
  if (proof.passed) return null;
  const { file, start } = proof.location.text.locate(proof.location.span);
  const reason = proof.reason ?? "The rule's tests do not pass.";
  return { rung: "proven", reason, file, line: start.line, column: start.column };
}
