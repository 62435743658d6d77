import {
  atLeast,
  type ControlChange,
  type Difference,
  type Rung,
  type TotalChange,
} from "../compliance/index.ts";
import { type ChangeCause, causesOfChanges } from "./change-causes.ts";
import { count, percentText } from "./controls.ts";

/**
 * The most important thing that a change does, without a full stop: what is lost first, and what does it.
 *
 * @param level the rung from which a control counts as covered
 */
export function changeSentence(difference: Difference, level: Rung): string {
  if (isQuiet(difference)) return "No change";
  if (isFirstAdoption(difference)) {
    const covered = difference.controls.filter(({ to, counted }) => counted && atLeast(to, level));
    return `Falco added: ${count(covered.length, "control")} covered`;
  }
  const of = (kind: ControlChange["kind"]) => difference.controls.filter((change) => change.kind === kind);
  const [lost, left, gained, lowered, raised] = (
    ["lost", "left", "gained", "lowered", "raised"] as const
  ).map(of) as [ControlChange[], ControlChange[], ControlChange[], ControlChange[], ControlChange[]];
  const also = (group: readonly ControlChange[], word: string) =>
    group.length === 0 ? "" : `, ${group.length} ${word}`;
  if (lost.length > 0)
    return `${count(lost.length, "control")} lost${also(left, "no longer asked for")}${also(gained, "gained")}: ${causesText(lost, difference)}`;
  if (left.length > 0) return `${count(left.length, "control")} no longer asked for${also(gained, "gained")}`;
  if (gained.length > 0)
    return `${count(gained.length, "control")} gained${also(lowered, "lowered")}${also(raised, "raised")}`;
  if (lowered.length > 0)
    return `No control lost, ${lowered.length} lowered: ${causesText(lowered, difference)}`;
  return withoutControls(difference, raised.length);
}

/** The sentence where no control is lost, gained or lowered. */
function withoutControls({ rules, deployments, findings }: Difference, raised: number): string {
  const weaker = deployments.filter(({ from, to }) => to.covered < from.covered);
  const parts = [
    ...(weaker.length === 0 ? [] : [`${count(weaker.length, "deployment")} weaker`]),
    ...(raised === 0 ? [] : [`${count(raised, "control")} raised`]),
    ...(rules.length === 0 ? [] : [`${count(rules.length, "rule")} changed`]),
    ...(findings.added.length === 0 ? [] : [count(findings.added.length, "new finding")]),
    ...(findings.fixed === 0 ? [] : [`${count(findings.fixed, "finding")} fixed`]),
  ];
  return ["No control lost", ...parts].join(", ");
}

/** Whether nothing is different. */
function isQuiet({ controls, rules, deployments, findings }: Difference): boolean {
  return controls.length + rules.length + deployments.length + findings.added.length + findings.fixed === 0;
}

/** Whether the older revision had no rule that got anywhere. */
export function isFirstAdoption({ controls, totals, rules }: Difference): boolean {
  const all = totals.find(({ framework }) => framework === undefined);
  return (
    (all?.from?.covered ?? 0) === 0 &&
    (all?.to?.covered ?? 0) > 0 &&
    rules.length > 0 &&
    rules.every(({ kind }) => kind === "added") &&
    controls.every(({ from, kind }) => (from === null || from === "mapped") && kind !== "left")
  );
}

/** More rules than this are counted in a sentence. */
const maxRules = 3;

/** What took controls down: the rules of the first kind of cause, and how many causes more there are. */
function causesText(changes: readonly ControlChange[], difference: Difference): string {
  const causes = causesOfChanges(changes);
  const removed = new Set(difference.rules.flatMap(({ name, kind }) => (kind === "removed" ? [name] : [])));
  const [first] = causes as [ChangeCause];
  if (first.rule === undefined)
    return (first.blocker?.reason ?? "nothing covers them now").replace(/\.$/, "") + more(causes.length - 1);
  const verb = verbOf(first, removed);
  const alike = causes.filter((cause) => cause.rule !== undefined && verbOf(cause, removed) === verb);
  const names = alike.map(({ rule }) => rule!.name);
  const shown = names.slice(0, maxRules);
  const rest = names.length - shown.length;
  const list = new Intl.ListFormat("en-GB").format(rest === 0 ? shown : [...shown, `${rest} more`]);
  return `${names.length === 1 ? "rule" : "rules"} ${list} ${verbs[verb][names.length === 1 ? 0 : 1]}${more(causes.length - alike.length)}`;
}

function more(causes: number): string {
  return causes === 0 ? "" : `, and ${count(causes, "other cause")}`;
}

const verbs = {
  gone: ["is removed", "are removed"],
  unnamed: ["is no longer named for it", "are no longer named for them"],
  mapped: ["is no longer named for it", "are no longer named for them"],
  valid: ["is no longer valid", "are no longer valid"],
  enabled: ["is not enabled", "are not enabled"],
  deployed: ["is not deployed", "are not deployed"],
  routed: ["no longer alerts anybody", "no longer alert anybody"],
  proven: ["is no longer proven", "are no longer proven"],
  operating: ["did not operate", "did not operate"],
} satisfies Record<Rung | "gone" | "unnamed", readonly [string, string]>;

function verbOf({ rule, blocker }: ChangeCause, removed: ReadonlySet<string>): keyof typeof verbs {
  if (rule !== undefined && removed.has(rule.name)) return "gone";
  return blocker?.rung ?? "unnamed";
}

/** The share before and after, such as "100% (86 of 86) to 98% (85 of 86)". */
export function shareText({ from, to }: TotalChange): string {
  if (from === null || to === null) return percentText((to ?? from)?.percent ?? null);
  if (from.total === 0 && to.total === 0) return "does not apply: no control is counted";
  const numbers = (share: typeof from) => `${share.covered} of ${share.total}`;
  if (numbers(from) === numbers(to)) return `stays ${percentText(to.percent)} (${numbers(to)})`;
  return `${percentText(from.percent)} (${numbers(from)}) to ${percentText(to.percent)} (${numbers(to)})`;
}
