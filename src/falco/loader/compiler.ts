import type { Collector, ListInfo, MacroInfo } from "./collector.ts";
import { ConditionCompiler } from "./condition-compiler.ts";
import { Dependencies } from "./dependencies.ts";
import type { Context } from "./diagnostic.ts";
import {
  type Compiled,
  type CompiledRule,
  type Entry,
  inOrder,
  ListEntry,
  MacroEntry,
  ReferableEntry,
  RuleEntry,
  type StepName,
  steps,
  stepsOf,
} from "./entries.ts";
import { textsIn } from "./exceptions.ts";
import { isOneWord, ListSubstitution, wordsOf } from "./lists.ts";
import { MacroResolver } from "./macros.ts";
import { type CompileEnvironment, RuleCompiler } from "./rule-compiler.ts";
import { type CompileReport, StepRunner, Stopped } from "./step-runner.ts";
import { type SourceScalar, TracedText } from "./traced-text.ts";

/** Limit of macros whose problems are searched. Falco stops at the first. */
const maxProblematic = 50;

/**
 * Compiles all definitions of a collector. The engine compiles everything again after each file and repeats its
 * diagnostics; this class compiles only what a file affects.
 */
export class Compiler implements Compiled {
  readonly lists = new Map<string, ListEntry>();
  readonly macros = new Map<string, MacroEntry>();
  readonly #rules = new Map<string, RuleEntry>();
  /** Collected on demand after a compilation, as every definition of a result asks for it. */
  #compiledRules: ReadonlyMap<string, CompiledRule> | undefined;
  readonly #collector: Collector;
  readonly #steps = new StepRunner();
  readonly #conditions: ConditionCompiler;
  readonly #ruleCompiler: RuleCompiler;
  readonly #listsInOrder: ListEntry[] = [];
  readonly #substitution = new ListSubstitution();
  readonly #resolver = new MacroResolver(this.macros);
  /** Not kept for the last file. */
  readonly #dependencies: Dependencies<Entry> | undefined;
  readonly #problematic = new Set<MacroEntry>();
  /** Entries whose step is due, or whose diagnostics are to be repeated. */
  readonly #due: Readonly<Record<StepName, Set<Entry>>> = {
    list: new Set(),
    "parse macro": new Set(),
    "resolve macro": new Set(),
    rule: new Set(),
  };

  /** @param files number of compilations to come */
  constructor(collector: Collector, environment: CompileEnvironment, files: number) {
    this.#dependencies = files > 1 ? new Dependencies() : undefined;
    this.#collector = collector;
    this.#conditions = new ConditionCompiler({
      collector,
      grammar: environment.features.grammar,
      lists: this.lists,
      listsInOrder: this.#listsInOrder,
      macros: this.macros,
      substitution: this.#substitution,
      dependencies: this.#dependencies,
      steps: this.#steps,
    });
    this.#ruleCompiler = new RuleCompiler({
      collector,
      environment,
      macros: this.macros,
      resolver: this.#resolver,
      conditions: this.#conditions,
      steps: this.#steps,
    });
  }

  /** The rules, compiled as far as possible, in the order of first definitions. */
  get rules(): ReadonlyMap<string, CompiledRule> {
    this.#compiledRules ??= this.#collectCompiledRules();
    return this.#compiledRules;
  }

  #collectCompiledRules(): ReadonlyMap<string, CompiledRule> {
    const rules = new Map<string, CompiledRule>();
    for (const name of this.#collector.rules.keys()) {
      const compiled = this.#rules.get(name)?.compiled;
      if (compiled !== undefined) rules.set(name, compiled);
    }
    return rules;
  }

  /** Updates everything from the collector, and reports the diagnostics of all of it. */
  compile(report: CompileReport): void {
    this.#steps.start(report);
    this.#compiledRules = undefined;
    this.#forgetStale();
    try {
      for (const name of steps) {
        const due = this.#due[name];
        for (const entry of inOrder(due)) {
          this.#steps.take(name, entry, () => this.#run(name, entry));
          if (entry.steps[name]!.diagnostics.length === 0) due.delete(entry);
        }
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
    if (!this.#steps.failed) this.#warnUnused();
  }

  #run(name: StepName, entry: Entry): void {
    if (entry instanceof ListEntry) this.#compileList(entry);
    else if (entry instanceof RuleEntry) this.#ruleCompiler.compile(entry);
    else if (entry instanceof MacroEntry) {
      if (name === "parse macro") this.#parseMacro(entry);
      else this.#resolveMacro(entry);
    }
  }

  /** Makes entries for new definitions, and forgets the results of everything that a change can affect. */
  #forgetStale(): void {
    const { list, macro, rule, broken } = this.#collector.takeChanges();
    const names = [...list, ...macro, ...broken];
    // The engine also finds such names inside of words.
    const all = [...list].some((name) => !isOneWord(name));
    for (const name of list) {
      const info = this.#collector.lists.get(name)!;
      // The values of a list that is not available are unknown, so its name stays.
      if (info.external) continue;
      this.#forget(this.lists.get(name) ?? this.#addList(info));
    }
    for (const name of macro) {
      const info = this.#collector.macros.get(name)!;
      const entry = this.macros.get(name) ?? this.#add(this.macros, new MacroEntry(info));
      entry.info = info;
      this.#forget(entry);
    }
    for (const name of rule) {
      const info = this.#collector.rules.get(name)!;
      if (info.external || info.unknownSource) continue;
      this.#forget(this.#rules.get(name) ?? this.#add(this.#rules, new RuleEntry(info)));
    }
    if (all)
      for (const entries of [this.lists, this.macros, this.#rules])
        for (const entry of entries.values()) this.#forget(entry);
    else this.#forgetUsersOf(names);
  }

  #addList(info: ListInfo): ListEntry {
    const entry = this.#add(this.lists, new ListEntry(info, this.#listsInOrder.length));
    this.#listsInOrder.push(entry);
    // Checkers skip the names of lists that are not available, as this one was.
    if (info.elsewhere) this.#ruleCompiler.forgetCheckers();
    return entry;
  }

  #add<E extends Entry>(entries: Map<string, E>, entry: E): E {
    entries.set(entry.name, entry);
    if (entry instanceof ReferableEntry) this.#steps.unused.add(entry);
    return entry;
  }

  #forgetUsersOf(names: readonly string[]): void {
    const queue = [...names];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      for (const entry of this.#dependencies?.usersOf(name) ?? [])
        if (this.#forget(entry) && entry.kind !== "rule") queue.push(entry.name);
    }
  }

  /** Returns whether there was something to forget. */
  #forget(entry: Entry): boolean {
    const before = Object.values(entry.steps);
    for (const { used } of before)
      for (const each of used) if (--each.users === 0) this.#steps.unused.add(each);
    entry.steps = {};
    for (const name of stepsOf[entry.kind]) this.#due[name].add(entry);
    if (entry instanceof RuleEntry) entry.compiled = undefined;
    if (entry instanceof MacroEntry) {
      delete entry.resolved;
      delete entry.extent;
      this.#problematic.delete(entry);
    }
    return before.length > 0;
  }

  #compileList(entry: ListEntry): void {
    const { lists } = this.#collector;
    const list = lists.get(entry.name)!;
    const items: SourceScalar[] = [];
    for (const item of list.items) {
      const other = lists.get(item.value);
      if (other === undefined || other.external || other.index >= list.visibility) items.push(item);
      else {
        this.#steps.use(this.lists.get(other.name)!);
        for (const value of other.items) items.push(value);
      }
    }
    entry.items = items;
    this.#dependencies?.add(entry, () => list.items.map(({ value }) => value));
    this.#substitution.set({ name: entry.name, items: items.map(TracedText.of) }, entry.position);
  }

  #parseMacro(entry: MacroEntry): void {
    const { info } = entry;
    entry.external = true;
    entry.text = info.condition;
    entry.condition = undefined;
    if (info.external) return;
    // A macro that fails here counts as unknown, so its users do not report it as missing.
    const { text, condition } = this.#conditions.parse(entry, info.condition, info.conditionContext);
    entry.external = false;
    entry.text = text;
    entry.condition = condition;
  }

  #resolveMacro(entry: MacroEntry): void {
    const thorough = this.#problematic.size <= maxProblematic;
    const [problem] = this.#resolver.resolveMacro(entry, thorough, (macro) =>
      this.#steps.use(macro as MacroEntry),
    );
    if (problem === undefined) return;
    this.#problematic.add(entry);
    this.#conditions.failMacro(problem, entry.info.context, entry);
  }

  /** The words of what is appended to conditions and exceptions of rules and macros that are not available, so not compiled. */
  #wordsAddedElsewhere(): ReadonlySet<string> {
    const { rules, macros } = this.#collector;
    const external = [...rules.values(), ...macros.values()].filter((info) => info.external);
    const exceptions = [...rules.values()].flatMap((info) => (info.external ? info.exceptions : []));
    return new Set([
      ...external.flatMap(({ condition }) => [...wordsOf(condition.text)]),
      ...exceptions.flatMap(({ values }) => values.flatMap(textsIn)),
    ]);
  }

  #warnUnused(): void {
    const added = this.#wordsAddedElsewhere();
    const unused = inOrder(this.#steps.unused).filter(({ name }) => !added.has(name));
    for (const entry of unused) {
      if (!(entry instanceof MacroEntry) || entry.info.external || entry.info.elsewhere) continue;
      const message = `no rule and no macro uses macro \`${entry.name}\``;
      const { info } = entry;
      this.#steps.warn(info.context.diagnostic("LOAD_UNUSED_MACRO", message, nameOf(info, "macro")));
    }
    for (const { kind, name } of unused) {
      const info = kind === "list" ? this.#collector.lists.get(name) : undefined;
      if (info === undefined || info.elsewhere) continue;
      const message = `no condition and no list uses list \`${name}\``;
      this.#steps.warn(info.context.diagnostic("LOAD_UNUSED_LIST", message, nameOf(info, "list")));
    }
  }
}

function nameOf(info: { context: Context; parts: MacroInfo["parts"] }, key: string) {
  const part = info.parts.find(({ action }) => action === "define");
  const span = part?.keys.get(key)?.value;
  return part === undefined || span === undefined ? info.context : { fileIndex: part.fileIndex, span };
}
