import { type Blocker, type ControlChange, type RuleMove, type Rung, rungs } from "../compliance/index.ts";

/** The controls that one thing takes down, or up; each control is in one of them alone. */
export interface ChangeCause {
  /** The rule whose way changed; undefined where something else holds the controls. */
  readonly rule: RuleMove | undefined;
  /** What holds the controls now; null for those that went up. */
  readonly blocker: Blocker | null;
  /** The worst first. */
  readonly controls: readonly ControlChange[];
  /** Names of the other rules that the same controls had and that went the same way. */
  readonly others: readonly string[];
}

interface Candidate {
  readonly rule: RuleMove | undefined;
  readonly blocker: Blocker | null;
  /** Those that no cause before it explains. */
  readonly controls: Set<ControlChange>;
  /** How many of them changed sides. */
  decided: number;
}

/**
 * Groups controls by what moved them: first the cause that explains most, then of what is left the next one. A
 * control with several such rules is shown under one of them, with the others by name.
 */
export function causesOfChanges(changes: readonly ControlChange[]): ChangeCause[] {
  const byChange = candidatesOf(changes);
  const candidates = [...new Set([...byChange.values()].flat())];
  const causes: ChangeCause[] = [];
  let open = changes.length;
  // One that changed sides outweighs any number that are on another rung.
  const weight = ({ controls, decided }: Candidate) => decided * changes.length + controls.size;
  while (open > 0) {
    const best = candidates.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    const controls = [...best.controls];
    open -= controls.length;
    for (const change of controls) {
      for (const candidate of byChange.get(change) ?? []) {
        candidate.controls.delete(change);
        candidate.decided -= decides(change);
      }
    }
    const names = controls.flatMap((change) => movesOf(change).map(({ name }) => name));
    causes.push({
      rule: best.rule,
      blocker: best.blocker,
      controls: controls.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
      others: [...new Set(names)].filter((name) => name !== best.rule?.name),
    });
  }
  const decided = ({ controls }: ChangeCause) => controls.filter((change) => decides(change) === 1).length;
  return causes.toSorted((a, b) => decided(b) - decided(a));
}

const order: readonly ControlChange["kind"][] = ["lost", "gained", "lowered", "raised"];

/** 1 for a control that is on the other side of the level now. */
function decides({ kind }: ControlChange): 0 | 1 {
  return kind === "lost" || kind === "gained" ? 1 : 0;
}

function candidatesOf(changes: readonly ControlChange[]): Map<ControlChange, readonly Candidate[]> {
  const candidates = new Map<string, Candidate>();
  const candidateOf = (change: ControlChange, move: RuleMove | undefined): Candidate => {
    const blocker = move === undefined ? change.cause : move.blockedBy;
    const rule = stopsAll(blocker) ? undefined : move;
    const key = JSON.stringify([rule?.name, blocker?.reason, blocker?.file, blocker?.line]);
    const candidate = candidates.get(key) ?? { rule, blocker, controls: new Set(), decided: 0 };
    candidates.set(key, candidate);
    if (!candidate.controls.has(change)) candidate.decided += decides(change);
    candidate.controls.add(change);
    return candidate;
  };
  return new Map(
    changes.map((change) => {
      const moves = movesOf(change);
      const rules = moves.length === 0 ? [undefined] : moves;
      return [change, [...new Set(rules.map((rule) => candidateOf(change, rule)))]];
    }),
  );
}

/** Whether it stops all rules alike: Falco loads all rules files or none, so one line that it refuses is the cause. */
function stopsAll(blocker: Blocker | null): boolean {
  return blocker?.rung === "valid" && blocker.file !== undefined;
}

/** The rules that went the way of the control. */
function movesOf({ kind, rules }: ControlChange): RuleMove[] {
  const isDown = kind === "lost" || kind === "lowered";
  return rules.filter(({ from, to }) => (isDown ? height(to) < height(from) : height(to) > height(from)));
}

function height(rung: Rung | null): number {
  return rung === null ? -1 : rungs.indexOf(rung);
}
