import type { Condition } from "../falco/condition/ast.ts";
import { type Compiled, compile } from "../falco/evaluate/compile.ts";
import { CompileError } from "../falco/evaluate/operand.ts";
import type { OutputNames } from "../falco/output.ts";
import type { Place } from "../project/text.ts";

/** A rule as it is when all files of a test are loaded: exceptions and overrides are part of it. */
export interface LoadedRule {
  readonly name: string;
  /** Event source. */
  readonly source: string;
  /** Macros and lists are resolved. */
  readonly condition: Condition;
  readonly output: string;
  readonly enabled: boolean;
  /** Where it is defined. */
  readonly place: Place | undefined;
}

/** Rules that are loaded together, in the order in which the engine tries them. */
export interface LoadedRules {
  readonly rules: readonly LoadedRule[];
  /** What conditions and outputs can name in rules of an event source. */
  readonly names: (source: string) => OutputNames;
}

/** A rule that can be evaluated. */
export interface CompiledRule extends LoadedRule {
  readonly compiled: Compiled;
  readonly names: OutputNames;
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
    return rule && this.#compile(rule);
  }

  /** The rules of an event source that can be evaluated and are enabled, in the order of loading. */
  *ofSource(source: string): Iterable<CompiledRule> {
    for (const rule of this.#loaded.rules) {
      if (rule.source !== source || !rule.enabled) continue;
      const compiled = this.#compile(rule);
      if ("compiled" in compiled) yield compiled;
    }
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

function compileRule(rule: LoadedRule, names: OutputNames): CompiledRule | { readonly problem: string } {
  try {
    return { ...rule, names, compiled: compile(rule.condition, names.vocabulary) };
  } catch (error) {
    if (error instanceof CompileError) return { problem: error.message };
    if (error instanceof RangeError) return { problem: "the condition nests too deep" };
    throw error;
  }
}
