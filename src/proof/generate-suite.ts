import { Document, isScalar, visit } from "yaml";
import {
  type Compiled,
  type CompiledCheck,
  EvaluationError,
  Event,
  type FieldValue,
  print,
  run,
} from "../falco/index.ts";
import { type CompiledRule, type LoadedRules, RuleSet } from "./compiled-rules.ts";
import { checksOf, listItems } from "./condition-coverage.ts";
import { type Assignment, fieldsOf, type Goal, solve } from "./solve.ts";

/** A case to start from: an event made from the condition. */
interface Skeleton {
  readonly name: string;
  readonly event: Assignment;
  /** Further values of fields, with each of which the outcome is the same. */
  readonly each: Readonly<Record<string, readonly FieldValue[]>>;
}

/** Events on which a rule fires, and near misses: for each part of the condition one that lacks it alone. */
interface RuleSkeleton {
  readonly rule: string;
  readonly fires: readonly Skeleton[];
  readonly silent: readonly Skeleton[];
  /** Why there are none. */
  readonly problem?: string;
}

/**
 * Test skeletons as the text of a test file, for a person to name and to check: they say what the condition does,
 * not what it should do.
 *
 * @param rulesFiles paths of the files with the rules, as the test file is to name them
 * @param wanted names of the rules; all when not given
 */
export function generateSuite(
  loaded: LoadedRules,
  rulesFiles: readonly string[],
  wanted: readonly string[] = loaded.rules.map(({ name }) => name),
): string {
  const ruleSet = new RuleSet(loaded);
  const tests = wanted.map((name) => {
    const rule = ruleSet.find(name);
    if (rule === undefined) return { rule: name, problem: "no such rule is loaded", fires: [], silent: [] };
    if ("problem" in rule) return { rule: name, problem: rule.problem, fires: [], silent: [] };
    try {
      return skeletonOf(rule);
    } catch (error) {
      // The search goes one call deeper with each check.
      if (!(error instanceof RangeError)) throw error;
      return { rule: name, problem: "the condition is too large to solve", fires: [], silent: [] };
    }
  });
  return toYaml(rulesFiles, tests);
}

function skeletonOf(rule: CompiledRule): RuleSkeleton {
  const root = rule.compiled;
  const base = solve([{ node: root, want: true }]);
  if (base === undefined || !comesTo(root, base, true)) {
    return { rule: rule.name, fires: [], silent: [], problem: "no event was found on which it fires" };
  }
  const fires: Skeleton[] = [
    { name: "all of the condition", event: base, each: eachOf(root, { root, event: base, want: true }) },
  ];
  for (const ways of alternatives(root, true)) {
    const event = firstSolution(root, true, [[...ways], ways.slice(0, 1)], [], base);
    if (event !== undefined)
      fires.push({
        name: `by ${title(ways[0]!)}`,
        event,
        each: eachOf(ways[0]!.node, { root, event, want: true }),
      });
  }
  const silent: Skeleton[] = [];
  const parts = conjuncts(root, true);
  for (const part of parts) {
    const others = parts.filter((other) => other !== part);
    const missed = { node: part.node, want: !part.want };
    for (const ways of [[missed], ...alternatives(missed.node, missed.want)]) {
      const event = firstSolution(
        root,
        false,
        [
          [missed, ...ways],
          [missed, ways[0]!],
        ],
        others,
        base,
      );
      const name = ways[0] === missed ? `all but ${title(part)}` : `but ${title(ways[0]!)}`;
      if (event !== undefined)
        silent.push({ name, event, each: eachOf(ways[0]!.node, { root, event, want: false }) });
    }
  }
  return { rule: rule.name, fires: distinct(unique(fires)), silent: distinct(unique(silent)) };
}

/** Values for the first of the sets of goals that can be reached, as long as the condition as a whole agrees. */
function firstSolution(
  root: Compiled,
  want: boolean,
  choices: readonly (readonly Goal[])[],
  others: readonly Goal[],
  base: Assignment,
): Assignment | undefined {
  for (const goals of choices) {
    const event = solve([...goals, ...(want ? [{ node: root, want }] : others)], base);
    if (event !== undefined && comesTo(root, event, want)) return event;
  }
  return undefined;
}

/** The parts that must all come out as they are wanted, as far as they are not alternatives. */
function conjuncts(node: Compiled, want: boolean): Goal[] {
  if (node.kind === "not") return conjuncts(node.child, !want);
  if (node.kind !== "check" && (node.kind === "and") === want)
    return node.children.flatMap((child) => conjuncts(child, want));
  return [{ node, want }];
}

/**
 * All choices that the condition leaves open: of each the part that is to decide, and then those next to it, which
 * are not to.
 */
function* alternatives(node: Compiled, want: boolean): Iterable<readonly Goal[]> {
  if (node.kind === "check") return;
  if (node.kind === "not") {
    yield* alternatives(node.child, !want);
    return;
  }
  const isChoice = (node.kind === "or") === want;
  for (const child of node.children) {
    const others = node.children.filter((other) => other !== child);
    if (isChoice) yield [{ node: child, want }, ...others.map((other) => ({ node: other, want: !want }))];
    yield* alternatives(child, want);
  }
}

/** Other values of the lists in a part of the condition, with which the condition comes to the same. */
function eachOf(
  part: Compiled,
  { root, event, want }: { root: Compiled; event: Assignment; want: boolean },
): Skeleton["each"] {
  const each: Record<string, readonly FieldValue[]> = {};
  for (const check of checksOf(part)) {
    const [field, ...others] = fieldsOf(check);
    if (field === undefined || others.length > 0 || each[field] !== undefined) continue;
    if (!comesTo(check, event, true)) continue;
    const values = listValues(check)
      .filter((value) => value !== String(event.get(field)))
      .filter((value) => comesTo(root, new Map(event).set(field, value), want));
    if (values.length > 0) each[field] = values;
  }
  return each;
}

/** Values of the field that stand for the items of a list. */
function listValues(compiled: CompiledCheck): readonly string[] {
  const { check, left } = compiled;
  if (check.kind !== "comparison" || left.field === undefined || left.list) return [];
  const items = listItems(compiled).map(({ text }) => text);
  if (check.operator === "pmatch") return items.map((path) => `${path.replace(/(?<!\/)\/+$/, "")}/x`);
  if (left.type === "IPNET") return items.map((network) => network.split("/")[0]!);
  return check.operator === "in" || check.operator === "intersects" ? items : [];
}

function comesTo(node: Compiled, event: Assignment, want: boolean): boolean {
  try {
    return run(node, new Event(event)) === want;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

/** Cases without those whose event another one has already. */
function unique(cases: readonly Skeleton[]): Skeleton[] {
  const byEvent = new Map<string, Skeleton>();
  for (const skeleton of cases) {
    const key = JSON.stringify([...skeleton.event].sort(), (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    if (!byEvent.has(key)) byEvent.set(key, skeleton);
  }
  return [...byEvent.values()];
}

/** Cases of which each has a name of its own: where parts of the condition read the same, the event says what differs. */
function distinct(cases: readonly Skeleton[]): Skeleton[] {
  return cases.map((one) => {
    const same = cases.filter(({ name }) => name === one.name);
    if (same.length === 1) return one;
    const own = [...one.event].filter(([field, value]) =>
      same.some((other) => other !== one && String(other.event.get(field)) !== String(value)),
    );
    const lacking = same
      .flatMap(({ event }) => [...event.keys()])
      .filter((field) => !one.event.has(field))
      .map((field) => `no ${field}`);
    const differences = [...own.map(([field, value]) => `${field} ${String(value)}`), ...new Set(lacking)];
    return { ...one, name: `${one.name}, with ${differences.join(", ")}` };
  });
}

const longestTitle = 70;

/** A part of a condition in a few words. */
function title({ node, want }: Goal): string {
  const text = printed(node, want);
  return text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1)}…`;
}

function printed(node: Compiled, want: boolean): string {
  if (node.kind === "not") return printed(node.child, !want);
  const text =
    node.kind === "check"
      ? print(node.check)
      : `(${node.children.map((child) => printed(child, true)).join(` ${node.kind} `)})`;
  return want ? text : `not ${text}`;
}

function toYaml(rulesFiles: readonly string[], tests: readonly RuleSkeleton[]): string {
  const document = new Document({
    rules: rulesFiles,
    tests: tests.map(({ rule, fires, silent }) => ({
      rule,
      fires: fires.map(caseData),
      silent: silent.map(caseData),
    })),
  });
  document.commentBefore =
    " Made from the conditions: check that each case is what you want of the rule, and name what happens in it.";
  const problems = tests.flatMap(({ rule, problem }) =>
    problem === undefined ? [] : [` ${rule}: ${problem}`],
  );
  if (problems.length > 0) document.comment = problems.join("\n");
  foldLists(document);
  return document.toString({ lineWidth: 110, flowCollectionPadding: false });
}

function caseData({ name, event, each }: Skeleton) {
  return {
    name,
    event: Object.fromEntries([...event].sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(Object.keys(each).length > 0 && { each }),
  };
}

/** Lists of values in one line, as people write them. */
function foldLists(document: Document): void {
  visit(document, {
    Seq(_, node) {
      if (node.items.every(isScalar)) node.flow = true;
    },
  });
}
