import type { Condition, MacroReference } from "../language/index.ts";

/** A macro to resolve. */
export interface MacroState {
  readonly name: string;
  /** As parsed, with the values of lists in it. */
  readonly condition: Condition | undefined;
  /** Position in the order of first definitions. */
  readonly index: number;
  /** Macros first defined from this position on are not visible. */
  readonly visibility: number;
  /** Whether its condition is unknown. */
  readonly external: boolean;
  resolved?: Condition;
  /** Extent of `resolved` with all macros in it expanded. */
  extent?: Extent;
}

/** Called for each macro that is used. */
export type Use = (macro: MacroState) => void;

export interface MacroProblem {
  readonly kind: "unknown" | "loop" | "size";
  /** The reference at fault. */
  readonly reference: MacroReference;
  /** Name of the macro that contains the reference; undefined for the condition to resolve. */
  readonly inMacro: string | undefined;
}

interface Extent {
  readonly nodes: number;
  readonly depth: number;
}

/** Limits of nodes and levels in a condition with macros expanded. */
const maxNodes = 200_000;
const maxLevels = 1_000;

function isTooLarge({ nodes, depth }: Extent): boolean {
  return nodes > maxNodes || depth > maxLevels;
}

/** Replaces macro names with conditions. */
export class MacroResolver {
  readonly #macros: ReadonlyMap<string, MacroState>;

  constructor(macros: ReadonlyMap<string, MacroState>) {
    this.#macros = macros;
  }

  /**
   * Resolves a macro after all those that were first defined before it. With a problem it stays unresolved.
   *
   * @param thorough whether to search the macros that it refers to for problems
   */
  resolveMacro(macro: MacroState, thorough: boolean, use: Use): readonly MacroProblem[] {
    const fine = !thorough || this.#isFine(macro, use);
    const problems = fine ? [] : this.#problemsOf(macro, use);
    if (problems.length === 0) this.#finish(macro);
    if (macro.extent !== undefined && isTooLarge(macro.extent)) {
      const [reference] = references(macro.condition);
      problems.push({ kind: "size", reference: reference!, inMacro: undefined });
      delete macro.resolved;
    }
    return problems;
  }

  /** Resolves a condition. */
  resolve(condition: Condition, use: Use): { condition: Condition; problems: readonly MacroProblem[] } {
    const problems: MacroProblem[] = [];
    for (const reference of references(condition)) {
      const macro = this.#macros.get(reference.name);
      if (macro === undefined) problems.push({ kind: "unknown", reference, inMacro: undefined });
      else use(macro);
    }
    const resolved = this.#substitute(condition);
    if (isTooLarge(this.#extentOf(resolved))) {
      const [reference] = references(condition);
      problems.push({ kind: "size", reference: reference!, inMacro: undefined });
    }
    return { condition: resolved, problems };
  }

  /** Whether a macro refers only to resolved macros, as most do; marks those as used. */
  #isFine(macro: MacroState, use: Use): boolean {
    const targets: MacroState[] = [];
    for (const { name } of references(macro.condition)) {
      const target = this.#macros.get(name);
      const known = target !== undefined && target.index < macro.visibility;
      if (!known || !(target.index < macro.index || target.resolved !== undefined)) return false;
      targets.push(target);
    }
    targets.forEach(use);
    return true;
  }

  /**
   * Follows the references of a macro, also through macros that are resolved after it, and marks all of them as used.
   * As in the engine, loops take precedence over unknown names.
   */
  #problemsOf(macro: MacroState, use: Use): MacroProblem[] {
    const loops: MacroProblem[] = [];
    const unknown: MacroProblem[] = [];
    const seen = new Set<MacroState>();
    const path = new Set<string>();
    const stack = [...references(macro.condition)].reverse().map((reference) => ({
      reference,
      inMacro: undefined as string | undefined,
      leave: undefined as string | undefined,
    }));
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      const { reference, inMacro } = step;
      if (step.leave !== undefined) {
        path.delete(step.leave);
        continue;
      }
      const target = this.#macros.get(reference.name);
      if (target === undefined || target.index >= macro.visibility) {
        unknown.push({ kind: "unknown", reference, inMacro });
        continue;
      }
      if (path.has(target.name)) {
        loops.push({ kind: "loop", reference, inMacro });
        continue;
      }
      use(target);
      if (target.index < macro.index || seen.has(target)) continue;
      seen.add(target);
      path.add(target.name);
      stack.push({ reference, inMacro, leave: target.name });
      const inner = [...references(target.condition)].reverse();
      for (const next of inner) stack.push({ reference: next, inMacro: target.name, leave: undefined });
    }
    return [...loops, ...unknown];
  }

  /** Resolves a macro without problems, after those that it refers to. */
  #finish(macro: MacroState): void {
    const stack: MacroState[] = [macro];
    const started = new Set<MacroState>();
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      if (top.resolved !== undefined || top.condition === undefined) {
        stack.pop();
        continue;
      }
      const open = [...references(top.condition)]
        .map(({ name }) => this.#macros.get(name))
        .filter((target) => target !== undefined)
        .filter(
          (target) => target.resolved === undefined && target.condition !== undefined && !started.has(target),
        );
      if (!started.has(top) && open.length > 0) {
        started.add(top);
        stack.push(...open);
        continue;
      }
      top.resolved = this.#substitute(top.condition);
      top.extent = this.#extentOf(top.resolved);
      stack.pop();
    }
  }

  #substitute(condition: Condition): Condition {
    switch (condition.kind) {
      case "and":
      case "or": {
        const children = condition.children.map((child) => this.#substitute(child));
        return children.every((child, i) => child === condition.children[i])
          ? condition
          : { ...condition, children };
      }
      case "not": {
        const child = this.#substitute(condition.child);
        return child === condition.child ? condition : { ...condition, child };
      }
      case "macro": {
        const resolved = this.#macros.get(condition.name)?.resolved;
        return resolved === undefined ? condition : { ...condition, condition: resolved };
      }
      default:
        return condition;
    }
  }

  #extentOf(condition: Condition): Extent {
    switch (condition.kind) {
      case "and":
      case "or": {
        let nodes = 1;
        let depth = 0;
        for (const child of condition.children) {
          const extent = this.#extentOf(child);
          nodes = Math.min(nodes + extent.nodes, Number.MAX_SAFE_INTEGER);
          depth = Math.max(depth, extent.depth);
        }
        return { nodes, depth: depth + 1 };
      }
      case "not": {
        const { nodes, depth } = this.#extentOf(condition.child);
        return { nodes: nodes + 1, depth: depth + 1 };
      }
      case "macro": {
        const { nodes, depth } = this.#macros.get(condition.name)?.extent ?? { nodes: 0, depth: 0 };
        return { nodes: nodes + 1, depth: depth + 1 };
      }
      default:
        return { nodes: 1, depth: 1 };
    }
  }
}

/** The macro names in a condition, in order. */
export function* references(condition: Condition | undefined): Iterable<MacroReference> {
  switch (condition?.kind) {
    case "and":
    case "or":
      for (const child of condition.children) yield* references(child);
      return;
    case "not":
      yield* references(condition.child);
      return;
    case "macro":
      yield condition;
  }
}
