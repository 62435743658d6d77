import {
  type Compiled,
  CompileError,
  type Condition,
  compile,
  EvaluationError,
  type Event,
  type OutputNames,
  run,
} from "../falco/index.ts";

import type { Location } from "../project/index.ts";
import { compileOutput } from "./rendered-output.ts";

/** A rule as it is when all files of a test are loaded: exceptions and overrides are part of it. */
export interface LoadedRule {
  readonly name: string;
  /** Event source. */
  readonly source: string;
  /** Macros and lists are resolved. */
  readonly condition: Condition;
  readonly output: string;
  readonly enabled: boolean;
  /** Names of the exceptions that have values: each is an `and not` at the end of the condition. */
  readonly exceptions: readonly string[];
  /** Where it is defined. */
  readonly location: Location | undefined;
}

/** Rules that are loaded together, in the order in which the engine tries them. */
export interface LoadedRules {
  readonly rules: readonly LoadedRule[];
  /** Names of rules that are defined, and that Falco does not load. */
  readonly leftOut?: ReadonlySet<string>;
  /** What conditions and outputs can name in rules of an event source. */
  readonly names: (source: string) => OutputNames;
}

/** A rule that can be evaluated. */
export interface CompiledRule extends LoadedRule {
  readonly compiled: Compiled;
  readonly names: OutputNames;
  /** The output for an event. */
  readonly render: (event: Event) => string;
}

/** Compiled rules by name; what does not compile says why. */
export class RuleSet {
  readonly #loaded: LoadedRules;
  readonly #compiled = new Map<LoadedRule, CompiledRule | { readonly problem: string }>();
  readonly #byName: ReadonlyMap<string, LoadedRule>;

  constructor(loaded: LoadedRules) {
    this.#loaded = loaded;
    this.#byName = new Map(loaded.rules.map((rule) => [rule.name, rule]));
  }

  get names(): Iterable<string> {
    return this.#byName.keys();
  }

  find(name: string): CompiledRule | { readonly problem: string } | undefined {
    const rule = this.#byName.get(name);
    if (rule !== undefined) return this.#compile(rule);
    return this.#loaded.leftOut?.has(name) ? { problem: "Falco does not load this rule" } : undefined;
  }

  /** The enabled rules of an event source that fire on an event, in the order of loading. */
  matching(source: string, event: Event): readonly CompiledRule[] {
    const matching: CompiledRule[] = [];
    for (const rule of this.#loaded.rules) {
      if (rule.source !== source || !rule.enabled) continue;
      const compiled = this.#compile(rule);
      if ("compiled" in compiled && fires(compiled, event)) matching.push(compiled);
    }
    return matching;
  }

  #compile(rule: LoadedRule): CompiledRule | { readonly problem: string } {
    let result = this.#compiled.get(rule);
    if (result === undefined) {
      result = compileRule(rule, this.#loaded.names(rule.source));
      this.#compiled.set(rule, result);
    }
    return result;
  }
}

/** A condition that would end the engine does not fire. */
function fires(rule: CompiledRule, event: Event): boolean {
  try {
    return run(rule.compiled, event);
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

function compileRule(rule: LoadedRule, names: OutputNames): CompiledRule | { readonly problem: string } {
  try {
    const compiled = compile(rule.condition, names.vocabulary);
    return { ...rule, names, compiled, render: compileOutput(rule.output, names) };
  } catch (error) {
    if (error instanceof CompileError) return { problem: `the condition does not compile: ${error.message}` };
    if (error instanceof RangeError) return { problem: "the condition nests too deep" };
    throw error;
  }
}
