import {
  type Check,
  type ComparisonOperator,
  type Compiled,
  type CompiledCheck,
  compileCheck,
  EvaluationError,
  Event,
  print,
  run,
  type Vocabulary,
} from "../falco/index.ts";
import { listItems, withItems } from "./condition-coverage.ts";
import type { TestCase } from "./suite.ts";

/** A condition with one small mistake in it. */
export interface Mutant {
  readonly compiled: Compiled;
  /** What was changed, for people. */
  readonly change: string;
}

/** How many mistakes in a condition its tests would notice. */
export interface MutationScore {
  readonly total: number;
  readonly killed: number;
  /** Share of `killed` in `total`, in whole percent, rounded down. */
  readonly percent: number;
  /** The mistakes that no test notices. */
  readonly survivors: readonly string[];
}

const opposite: Partial<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "!=",
  "==": "!=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

/**
 * The condition with one operator turned into its opposite, `and` and `or` exchanged, one value of a list removed,
 * or one `not` dropped: one change at a time.
 */
export function* mutants(node: Compiled, vocabulary: Vocabulary): Iterable<Mutant> {
  switch (node.kind) {
    case "check":
      yield* checkMutants(node, vocabulary);
      return;
    case "not":
      yield { compiled: node.child, change: `without \`not\` before \`${brief(node.child)}\`` };
      for (const mutant of mutants(node.child, vocabulary)) {
        // Twice turned around is nothing changed, and dropping this `not` is a mutant already.
        if (mutant.compiled.kind === "not" && mutant.compiled.child === node.child) continue;
        yield { ...mutant, compiled: { kind: "not", child: mutant.compiled } };
      }
      return;
    default: {
      const kind = node.kind === "and" ? "or" : "and";
      yield { compiled: { ...node, kind }, change: `\`${kind}\` for \`${node.kind}\` in \`${brief(node)}\`` };
      for (const [index, child] of node.children.entries()) {
        for (const { compiled, change } of mutants(child, vocabulary)) {
          yield { compiled: { ...node, children: node.children.with(index, compiled) }, change };
        }
      }
    }
  }
}

function* checkMutants(node: CompiledCheck, vocabulary: Vocabulary): Iterable<Mutant> {
  const { check } = node;
  const flipped = check.kind === "comparison" ? opposite[check.operator] : undefined;
  if (check.kind === "comparison" && flipped !== undefined) {
    const changed: Check = { ...check, operator: flipped };
    yield {
      compiled: compileCheck(changed, vocabulary),
      change: `\`${print(changed)}\` for \`${brief(node)}\``,
    };
  } else yield { compiled: { kind: "not", child: node }, change: `\`not\` before \`${brief(node)}\`` };
  const items = listItems(node);
  for (const [index, item] of items.entries()) {
    // Removing one of two equal values changes nothing.
    if (items.some((other, at) => at !== index && other.text === item.text)) continue;
    const changed = withItems(node, items.toSpliced(index, 1));
    yield {
      compiled: compileCheck(changed, vocabulary),
      change: `\`${item.text}\` removed from \`${brief(node)}\``,
    };
  }
}

/** How many of the mutants at least one of the cases tells from the condition. */
export function mutationScore(
  compiled: Compiled,
  vocabulary: Vocabulary,
  cases: readonly Pick<TestCase, "fires" | "values">[],
): MutationScore {
  // A case that does not pass anyway notices nothing.
  const events = cases
    .map(({ fires, values }) => ({ fires, event: new Event(values) }))
    .filter(({ fires, event }) => !differs(compiled, event, fires));
  let total = 0;
  const survivors: string[] = [];
  for (const mutant of mutants(compiled, vocabulary)) {
    total++;
    if (!events.some(({ fires, event }) => differs(mutant.compiled, event, fires)))
      survivors.push(mutant.change);
  }
  const killed = total - survivors.length;
  return { total, killed, percent: total === 0 ? 100 : Math.floor((killed * 100) / total), survivors };
}

function differs(compiled: Compiled, event: Event, fires: boolean): boolean {
  try {
    return run(compiled, event) !== fires;
  } catch (error) {
    if (error instanceof EvaluationError) return true;
    throw error;
  }
}

const briefLength = 80;

/** The condition as the engine prints it, as much of it as people want to see. */
function brief(node: Compiled): string {
  let text = "";
  for (const part of printed(node)) {
    text += part;
    if (text.length > briefLength) return `${text.slice(0, briefLength - 1)}…`;
  }
  return text;
}

function* printed(node: Compiled): Iterable<string> {
  if (node.kind === "check") yield print(node.check);
  else if (node.kind === "not") {
    yield "not ";
    yield* printed(node.child);
  } else {
    yield "(";
    for (const [index, child] of node.children.entries()) {
      if (index > 0) yield ` ${node.kind} `;
      yield* printed(child);
    }
    yield ")";
  }
}
