import { nearest } from "../../project/index.ts";
import type { EngineFeatures, EventTable, FieldTable } from "../catalog/index.ts";
import {
  type Condition,
  type ConditionError,
  type Field,
  type MacroReference,
  type Operand,
  parse,
  type Value,
} from "../language/index.ts";
import type { Collector, Kind, ListInfo, MacroInfo, RuleInfo, Warn } from "./collector.ts";
import { ConditionChecker, type Finding } from "./condition-checker.ts";
import { Dependencies } from "./dependencies.ts";
import { type Context, type Diagnostic, LoadError } from "./diagnostic.ts";
import type { EventTypeAnalysis, EventTypes } from "./event-types.ts";
import { withExceptions } from "./exceptions.ts";
import { isOneWord, ListSubstitution, wordsOf } from "./lists.ts";
import { type MacroProblem, MacroResolver, type MacroState, references } from "./macros.ts";
import { type OutputToken, readOutput } from "./output.ts";
import type { FileSpan, SourceScalar } from "./traced-text.ts";
import { TracedText } from "./traced-text.ts";

/** What rules are compiled against. */
export interface CompileEnvironment {
  readonly fields: FieldTable;
  readonly events: EventTable;
  readonly eventTypes: EventTypeAnalysis;
  readonly features: EngineFeatures;
}

export interface CompiledList {
  readonly name: string;
  /** With the items of the lists that it names, of those that the engine sees. */
  readonly items: readonly SourceScalar[];
  readonly used: boolean;
}

export interface CompiledMacro extends MacroState {
  readonly info: MacroInfo;
  /** What `condition` was parsed from: with the values of lists. */
  readonly text: TracedText;
  readonly used: boolean;
}

export interface CompiledRule {
  readonly info: RuleInfo;
  /** What `resolved` was parsed from: with exceptions and the values of lists. */
  readonly text: TracedText;
  readonly resolved?: Condition;
  readonly output: string;
  readonly outputTokens: readonly OutputToken[];
  /** Undefined for rules of plugins' events, and where the condition is broken. */
  readonly eventTypes?: EventTypes;
  /** Whether Falco runs it: a rule of an unknown source or with an unknown field may be left out. */
  readonly loaded: boolean;
}

export interface Compiled {
  readonly lists: ReadonlyMap<string, CompiledList>;
  readonly macros: ReadonlyMap<string, CompiledMacro>;
  readonly rules: ReadonlyMap<string, CompiledRule>;
}

/** Who hears of what is wrong. */
export interface CompileReport {
  readonly warn: Warn;
  /** Whether to go on with the next definition. */
  readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Ends the compilation at the first error. */
class Stopped extends Error {}
/** Ends that of a rule, which is left out. */
class LeftOut extends Error {}

type Said =
  | { readonly warning: Parameters<Warn>[0] }
  | { readonly error: Diagnostic; readonly follows: boolean };

/** What a step of the compilation said and used, as long as nothing changes that it looked at. */
interface Step {
  readonly said: Said[];
  readonly used: Usable[];
}

/** The steps, each taken for all definitions of a kind before the next. */
const steps = ["list", "parse macro", "resolve macro", "rule"] as const;
type StepName = (typeof steps)[number];

/** What was made of a definition. */
abstract class Entry {
  abstract readonly kind: Kind;
  readonly name: string;
  /** Position in the order of first definitions. */
  readonly index: number;
  steps: Partial<Record<StepName, Step>> = {};

  constructor({ name, index }: { readonly name: string; readonly index: number }) {
    this.name = name;
    this.index = index;
  }
}

/** What was made of a definition that others name. */
abstract class Usable extends Entry {
  abstract override readonly kind: "list" | "macro";
  /** Steps that use it. */
  users = 0;

  get used(): boolean {
    return this.users > 0;
  }
}

class ListEntry extends Usable implements CompiledList {
  readonly kind = "list";
  /** Position in the order in which lists are put into conditions. */
  readonly location: number;
  items: readonly SourceScalar[] = [];

  constructor(info: ListInfo, location: number) {
    super(info);
    this.location = location;
  }
}

class MacroEntry extends Usable implements CompiledMacro {
  readonly kind = "macro";
  info: MacroInfo;
  text: TracedText;
  condition: Condition | undefined;
  resolved?: Condition;
  extent?: NonNullable<MacroState["extent"]>;
  /** Whether what it stands for is not known, which holds for one that is broken too. */
  external = false;

  constructor(info: MacroInfo) {
    super(info);
    this.info = info;
    this.text = info.condition;
  }

  get visibility(): number {
    return this.info.visibility;
  }
}

class RuleEntry extends Entry {
  readonly kind = "rule";
  compiled: CompiledRule | undefined;
}

const stepsOf: Readonly<Record<Kind, readonly StepName[]>> = {
  list: ["list"],
  macro: ["parse macro", "resolve macro"],
  rule: ["rule"],
};

/** Macros with problems that are looked into. Falco stops at the first. */
const mostProblematic = 50;

/**
 * Compiles all definitions of a collector. The engine does it anew after each file and says all again; here only
 * what a file touches is compiled anew.
 */
export class Compiler implements Compiled {
  readonly lists = new Map<string, ListEntry>();
  readonly macros = new Map<string, MacroEntry>();
  readonly #rules = new Map<string, RuleEntry>();
  /** Collected on demand after a compilation, as every definition of a result asks for it. */
  #compiledRules: ReadonlyMap<string, CompiledRule> | undefined;
  readonly #collector: Collector;
  readonly #environment: CompileEnvironment;
  #report: CompileReport = { warn: () => {}, fail: () => false };
  readonly #listsInOrder: ListEntry[] = [];
  readonly #substitution = new ListSubstitution();
  readonly #resolver = new MacroResolver(this.macros);
  /** Not kept where nothing comes after. */
  readonly #dependencies: Dependencies<Entry> | undefined;
  readonly #checkers = new Map<string, ConditionChecker>();
  /** Macros with no field that is warned of. */
  readonly #plain = new WeakSet<Condition>();
  readonly #problematic = new Set<MacroEntry>();
  /** Entries for which a step is to be taken, or said again. */
  readonly #due: Readonly<Record<StepName, Set<Entry>>> = {
    list: new Set(),
    "parse macro": new Set(),
    "resolve macro": new Set(),
    rule: new Set(),
  };
  readonly #unused = new Set<Usable>();
  /** The step that is taken. */
  #step: Step | undefined;
  #failed = false;

  /** @param files number of times that it will compile */
  constructor(collector: Collector, environment: CompileEnvironment, files: number) {
    this.#dependencies = files > 1 ? new Dependencies() : undefined;
    this.#collector = collector;
    this.#environment = environment;
  }

  /** The rules that were compiled, as far as that went, in the order of first definitions. */
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

  /** Brings all up to date with the collector, and says what there is to say of all of it. */
  compile(report: CompileReport): void {
    this.#report = report;
    this.#compiledRules = undefined;
    this.#failed = false;
    this.#forgetStale();
    try {
      for (const name of steps) {
        const due = this.#due[name];
        for (const entry of inOrder(due)) {
          this.#take(name, entry);
          if (entry.steps[name]!.said.length === 0) due.delete(entry);
        }
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
    if (!this.#failed) this.#warnUnused();
  }

  /** Takes a step, or says again what it said before. */
  #take(name: StepName, entry: Entry): void {
    const before = entry.steps[name];
    if (before !== undefined) {
      for (const said of before.said) this.#tell(said);
      return;
    }
    const step: Step = { said: [], used: [] };
    this.#step = step;
    try {
      this.#attempt(() => this.#run(name, entry));
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
    } finally {
      this.#step = undefined;
    }
    entry.steps[name] = step;
    for (const used of step.used) if (used.users++ === 0) this.#unused.delete(used);
  }

  #run(name: StepName, entry: Entry): void {
    if (entry instanceof ListEntry) this.#compileList(entry);
    else if (entry instanceof RuleEntry) this.#compileRule(entry);
    else if (entry instanceof MacroEntry) {
      if (name === "parse macro") this.#parseMacro(entry);
      else this.#resolveMacro(entry);
    }
  }

  #tell(said: Said): void {
    this.#step?.said.push(said);
    if ("warning" in said) {
      this.#report.warn(said.warning);
      return;
    }
    this.#failed = true;
    if (!this.#report.fail(said.error, said.follows)) throw new Stopped();
  }

  #use(used: Usable): void {
    this.#step?.used.push(used);
  }

  /** Makes entries of what is new, and forgets what was made of all that a change can reach. */
  #forgetStale(): void {
    const { list, macro, rule, broken } = this.#collector.takeChanges();
    const names = [...list, ...macro, ...broken];
    // The names of such lists are not only looked for among words.
    const all = [...list].some((name) => !isOneWord(name));
    for (const name of list) {
      const info = this.#collector.lists.get(name)!;
      // What a list in a file that is not at hand stands for is not known, so its name stays.
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
    // Checkers pass the names of lists over that are not at hand, as this one was.
    if (info.elsewhere) this.#checkers.clear();
    return entry;
  }

  #add<E extends Entry>(entries: Map<string, E>, entry: E): E {
    entries.set(entry.name, entry);
    if (entry instanceof Usable) this.#unused.add(entry);
    return entry;
  }

  #forgetUsersOf(names: readonly string[]): void {
    const queue = [...names];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      for (const entry of this.#dependencies?.usersOf(name) ?? [])
        if (this.#forget(entry) && entry.kind !== "rule") queue.push(entry.name);
    }
  }

  /** Whether there was something to forget. */
  #forget(entry: Entry): boolean {
    const before = Object.values(entry.steps);
    for (const { used } of before) for (const each of used) if (--each.users === 0) this.#unused.add(each);
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

  #attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      this.#tell({ error: error.diagnostic, follows: error.follows });
    }
  }

  #warn(warning: Parameters<Warn>[0]): void {
    this.#tell({ warning });
  }

  #compileList(entry: ListEntry): void {
    const { lists } = this.#collector;
    const list = lists.get(entry.name)!;
    const items: SourceScalar[] = [];
    for (const item of list.items) {
      const other = lists.get(item.value);
      if (other === undefined || other.external || other.index >= list.visibility) items.push(item);
      else {
        this.#use(this.lists.get(other.name)!);
        for (const value of other.items) items.push(value);
      }
    }
    entry.items = items;
    this.#dependencies?.add(entry, () => list.items.map(({ value }) => value));
    this.#substitution.set({ name: entry.name, items: items.map(TracedText.of) }, entry.location);
  }

  #parseMacro(entry: MacroEntry): void {
    const { info } = entry;
    entry.external = true;
    entry.text = info.condition;
    entry.condition = undefined;
    if (info.external) return;
    // A macro that fails here stays as one that is not known, so that those who use it are not told that it is not there.
    const { text, condition } = this.#parse(entry, info.condition, info.conditionContext);
    entry.external = false;
    entry.text = text;
    entry.condition = condition;
  }

  #resolveMacro(entry: MacroEntry): void {
    const thorough = this.#problematic.size <= mostProblematic;
    const [problem] = this.#resolver.settle(entry, thorough, (macro) => this.#use(macro as MacroEntry));
    if (problem === undefined) return;
    this.#problematic.add(entry);
    this.#failMacro(problem, entry.info.context, entry);
  }

  #parse(entry: Entry, source: TracedText, context: Context): { text: TracedText; condition: Condition } {
    const expanded = this.#substitution.expand(source);
    this.#dependencies?.add(entry, () => [
      ...wordsOf(source.text),
      ...(expanded === undefined || expanded.text === source ? [] : wordsOf(expanded.text.text)),
    ]);
    if (expanded === undefined)
      throw new LoadError(
        context.diagnostic(
          "LOAD_ERR_COMPILE_CONDITION",
          "the lists that this names have too many items in all",
        ),
      );
    for (const index of expanded.used) this.#use(this.#listsInOrder[index]!);
    const { text } = expanded;
    const { condition, error } = parse(text.text, this.#environment.features.grammar);
    if (condition !== undefined) {
      this.#dependencies?.add(entry, () => [...references(condition)].map(({ name }) => name));
      return { text, condition };
    }
    throw new LoadError(this.#parseDiagnostic(error, source, text, context));
  }

  #parseDiagnostic(
    error: ConditionError,
    source: TracedText,
    text: TracedText,
    context: Context,
  ): Diagnostic {
    const at = context.inCondition(text.text, text.enginePosition(error.at));
    const [list] = text === source ? [] : this.#listsAsMacros(source);
    if (list !== undefined)
      return at.diagnostic("LOAD_ERR_COMPILE_CONDITION", isList(list.name), source.locate(list.span));
    const location = text.locate(error.span);
    return at.diagnostic("LOAD_ERR_COMPILE_CONDITION", error.message, location, error.suggestion);
  }

  /** Lists that a condition names where a macro belongs. The engine has put their values there, and stumbles over those. */
  #listsAsMacros(source: TracedText): MacroReference[] {
    const { condition } = parse(source.text, this.#environment.features.grammar);
    return [...references(condition)].filter(({ name }) => this.lists.has(name));
  }

  #failMacro(
    problem: MacroProblem,
    context: Context,
    owner: { info: { condition: TracedText }; text: TracedText },
  ): never {
    const { reference, inMacro, kind } = problem;
    const { text, info } = inMacro === undefined ? owner : this.macros.get(inMacro)!;
    const source = info.condition;
    const { name } = reference;
    const at = context.inCondition(owner.info.condition.text, text.enginePosition(reference.at));
    const location = text.locate(reference.span) ?? context;
    const list = this.#listsAsMacros(source).find((other) => this.#holds(other.name, location));
    if (list !== undefined)
      throw new LoadError(at.diagnostic("LOAD_ERR_VALIDATE", isList(list.name), source.locate(list.span)));
    const [message, near] = this.#macroMessage(kind, name);
    const follows = kind === "unknown" && this.#collector.isBroken("macro", name);
    throw new LoadError(at.diagnostic("LOAD_ERR_VALIDATE", message, location, near), follows);
  }

  #macroMessage(kind: MacroProblem["kind"], name: string): [message: string, near?: string] {
    if (kind === "loop")
      return [`macro \`${name}\` stands for itself; one of the macros in between must not name it`];
    if (kind === "size") return ["the macros of this condition stand for too much; split the rule"];
    if (this.macros.has(name))
      return [`macro \`${name}\` is defined only after the macro that uses it; move it before that`];
    if (this.lists.has(name)) return [isList(name)];
    const near = nearest(name, this.macros.keys());
    if (near !== undefined) return [`there is no macro \`${name}\`; did you mean \`${near}\`?`, near];
    return [
      `there is no macro \`${name}\`; for a check write a field and an operator: \`proc.name = ${name}\``,
    ];
  }

  /** Whether a location is in one of the items of a list. */
  #holds(list: string, { fileIndex, span }: FileSpan): boolean {
    return this.lists
      .get(list)!
      .items.some(
        (item) => item.fileIndex === fileIndex && item.span.start <= span.start && span.end <= item.span.end,
      );
  }

  #checker(source: string): ConditionChecker {
    let checker = this.#checkers.get(source);
    if (checker === undefined) {
      const { fields, events } = this.#environment;
      const external = [...this.#collector.lists.values()]
        .filter((list) => list.external)
        .map(({ name }) => name);
      checker = new ConditionChecker(
        fields,
        events,
        source,
        new Set(external),
        (name) => this.macros.get(name)?.text,
        this.#environment.features,
      );
      this.#checkers.set(source, checker);
    }
    return checker;
  }

  #compileRule(entry: RuleEntry): void {
    const info = this.#collector.rules.get(entry.name)!;
    const checker = this.#checker(info.source);
    const condition =
      info.exceptions.length === 0
        ? info.condition
        : withExceptions(info.condition, info.exceptions, this.#environment.features.parenthesizes);
    const output = this.#outputOf(info);
    // Filled in as far as the compilation gets.
    const rule: Writable<CompiledRule> = { info, text: condition, output, outputTokens: [], loaded: false };
    entry.compiled = rule;
    let hasOutput = false;
    const checkOutput = () =>
      this.#attempt(() => {
        const tokens = this.#compileOutput(info, output, checker);
        if (tokens === undefined) throw new LeftOut();
        rule.outputTokens = tokens;
        hasOutput = true;
      });
    const { checksOutputFirst } = this.#environment.features;
    if (checksOutputFirst) checkOutput();
    const { text, condition: parsed } = this.#parse(entry, condition, info.conditionContext);
    const use = (macro: MacroState) => this.#use(macro as MacroEntry);
    const { condition: resolved, problems } = this.#resolver.resolve(parsed, use);
    rule.text = text;
    rule.resolved = resolved;
    for (const problem of problems)
      this.#attempt(() => this.#failMacro(problem, info.context, { info: { condition }, text }));
    if (!checksOutputFirst) checkOutput();
    if (!this.#checkCondition(info, condition, text, resolved, checker)) return;
    if (info.source === "syscall") rule.eventTypes = this.#eventTypesOf(info, text, resolved);
    rule.loaded = hasOutput && problems.length === 0;
  }

  #outputOf(info: RuleInfo): string {
    const { text } = info.output;
    if (!text.includes("%container.info")) return text;
    const { features } = this.#environment;
    if (!features.dropsContainerInfo) return text.replaceAll("%container.info", features.containerInfo);
    const at = text.indexOf("%container.info");
    this.#warn(
      info.context.diagnostic(
        "LOAD_DEPRECATED_ITEM",
        "`%container.info` says nothing any more, as Falco adds the fields of the container by itself; delete it",
        info.output.locate({ start: at, end: at + "%container.info".length }),
      ),
    );
    return text.replaceAll("%container.info", "");
  }

  /** Undefined when the rule is left out for a field that does not exist. */
  #compileOutput(
    info: RuleInfo,
    output: string,
    checker: ConditionChecker,
  ): readonly OutputToken[] | undefined {
    const { outputContext: context } = info;
    const { grammar } = this.#environment.features;
    const { vocabulary } = checker;
    const problemOf = (name: string, argument?: string) => checker.problemOf(name, argument);
    const { tokens, problem } = readOutput(output, { grammar, vocabulary, problemOf });
    if (problem !== undefined) {
      const location = output === info.output.text ? (info.output.locate(problem.span) ?? context) : context;
      if (!problem.unknown || !info.skipIfUnknownFilter)
        throw new LoadError(context.diagnostic("LOAD_ERR_COMPILE_OUTPUT", problem.message, location));
      this.#warn(context.diagnostic("LOAD_UNKNOWN_FILTER", leftOut(problem.message), location));
      return undefined;
    }
    for (const field of this.#environment.features.deprecatedFields) {
      const at = output.indexOf(field);
      if (at === -1) continue;
      const location =
        output === info.output.text ? info.output.locate({ start: at, end: at + field.length }) : undefined;
      this.#warn(context.diagnostic("LOAD_DEPRECATED_ITEM", deprecated(field), location));
    }
    return tokens;
  }

  /** Whether the rule is loaded. */
  #checkCondition(
    info: RuleInfo,
    source: TracedText,
    text: TracedText,
    resolved: Condition,
    checker: ConditionChecker,
  ): boolean {
    this.#warnOfFields(info, source, resolved, text);
    const { errors, warnings } = checker.check(resolved, text);
    const [first] = errors;
    const at = (finding: Finding) => {
      const location = finding.text.enginePosition(finding.at);
      return info.conditionContext.inCondition(source.text, location);
    };
    const location = (finding: Finding) => finding.text.locate(finding.span);
    if (first !== undefined) {
      if (first.unknown && info.skipIfUnknownFilter) {
        const message = leftOut(first.message);
        const context = this.#environment.features.locatesUnknownFilter ? at(first) : info.conditionContext;
        this.#warn(context.diagnostic("LOAD_UNKNOWN_FILTER", message, location(first), first.suggestion));
        return false;
      }
      this.#failChecks(errors, at);
    }
    if (!this.#environment.features.warnsOfValues) return true;
    for (const warning of warnings)
      this.#warn(at(warning).diagnostic("LOAD_COMPILE_CONDITION", warning.message, location(warning)));
    return true;
  }

  #failChecks(errors: readonly Finding[], at: (finding: Finding) => Context): never {
    const diagnostics = errors.map((finding) =>
      at(finding).diagnostic(
        "LOAD_ERR_COMPILE_CONDITION",
        finding.message,
        finding.text.locate(finding.span),
        finding.suggestion,
      ),
    );
    // The last is thrown, which ends this rule; the ones before are told on the way.
    for (const diagnostic of diagnostics.slice(0, -1)) {
      this.#tell({ error: diagnostic, follows: false });
    }
    throw new LoadError(diagnostics.at(-1)!);
  }

  /** Warnings on fields by their name alone, which the engine gives for the condition as a whole. */
  #warnOfFields(info: RuleInfo, source: TracedText, resolved: Condition, text: TracedText): void {
    const seen = this.#seenIn(resolved, text);
    if (seen.unsafe === undefined && seen.deprecated.size === 0) return;
    const context = this.#fieldWarningContext(info, source);
    if (seen.unsafe !== undefined)
      this.#warn(
        context.diagnostic(
          "LOAD_UNSAFE_NA_CHECK",
          "a field without a value is not equal to `<NA>`; write `not FIELD exists`",
          seen.unsafe,
        ),
      );
    for (const field of this.#environment.features.deprecatedFields) {
      const location = seen.deprecated.get(field);
      if (location !== undefined)
        this.#warn(context.diagnostic("LOAD_DEPRECATED_ITEM", deprecated(field), location));
    }
  }

  #fieldWarningContext(info: RuleInfo, source: TracedText): Context {
    switch (this.#environment.features.fieldWarningsAt) {
      case "rule":
        return info.context;
      case "rule condition":
        return info.conditionContext;
      default:
        return info.conditionContext.inCondition(source.text, { index: 0, line: 0, column: 0 });
    }
  }

  #seenIn(condition: Condition, text: TracedText): Seen {
    const seen: Seen = { unsafe: undefined, deprecated: new Map() };
    const { deprecatedFields } = this.#environment.features;
    const visit = (node: Condition, from: TracedText): void => {
      switch (node.kind) {
        case "and":
        case "or":
          for (const child of node.children) visit(child, from);
          return;
        case "not":
          visit(node.child, from);
          return;
        case "macro": {
          const macro = this.macros.get(node.name);
          const { condition: body } = node;
          if (body === undefined || macro === undefined || this.#plain.has(body)) return;
          const before = seen.deprecated.size + (seen.unsafe === undefined ? 0 : 1);
          visit(body, macro.text);
          if (before === 0 && seen.deprecated.size === 0 && seen.unsafe === undefined) this.#plain.add(body);
          return;
        }
        default: {
          const note = ({ name, span }: Field) => {
            if (deprecatedFields.includes(name) && !seen.deprecated.has(name))
              seen.deprecated.set(name, from.locate(span) ?? { fileIndex: 0, span: { start: 0, end: 0 } });
          };
          const fields = [...leavesOf(node.left)].filter((leaf) => leaf.kind === "field");
          fields.forEach(note);
          if (node.kind === "exists" || !/^(?:ka|jevt)\./.test(fields.at(-1)?.name ?? "")) return;
          if (!equality.has(node.operator) || node.modifier !== undefined) return;
          // Only here the engine looks at what is on the right.
          const { right } = node;
          for (const leaf of right.kind === "list" ? right.values : leavesOf(right)) {
            if (leaf.kind === "field") note(leaf);
            else if (leaf.text === "<NA>") seen.unsafe ??= from.locate(leaf.span);
          }
        }
      }
    };
    visit(condition, text);
    return seen;
  }

  #eventTypesOf(info: RuleInfo, text: TracedText, resolved: Condition): EventTypes {
    const result = this.#environment.eventTypes.of(resolved);
    if ("problem" in result) {
      const { node, problem } = result;
      const context = info.conditionContext.inCondition(text.text, text.enginePosition(node.at));
      throw new LoadError(context.diagnostic("LOAD_ERR_COMPILE_CONDITION", problem, text.locate(node.span)));
    }
    const { features } = this.#environment;
    const tooMany = result.codes > 100;
    if ((tooMany || (result.codes === 0 && features.warnsOfNoEvents)) && info.warnEventTypes)
      this.#warn(
        info.context.diagnostic(
          "LOAD_NO_EVTTYPE",
          tooMany
            ? "the rule looks at too many kinds of events, which is slow; begin the condition with `evt.type in (...)`"
            : "the condition can be true for no kind of event, so the rule never matches",
          info.condition.locate({ start: 0, end: info.condition.text.length }),
        ),
      );
    return result;
  }

  #warnUnused(): void {
    const unused = inOrder(this.#unused);
    for (const entry of unused) {
      if (!(entry instanceof MacroEntry) || entry.info.external || entry.info.elsewhere) continue;
      const message = `no rule and no macro uses macro \`${entry.name}\``;
      const { info } = entry;
      this.#warn(info.context.diagnostic("LOAD_UNUSED_MACRO", message, nameOf(info, "macro")));
    }
    for (const { kind, name } of unused) {
      const info = kind === "list" ? this.#collector.lists.get(name) : undefined;
      if (info === undefined || info.elsewhere) continue;
      const message = `no condition and no list uses list \`${name}\``;
      this.#warn(info.context.diagnostic("LOAD_UNUSED_LIST", message, nameOf(info, "list")));
    }
  }
}

function inOrder<E extends Entry>(entries: Iterable<E>): E[] {
  return [...entries].sort((a, b) => a.index - b.index);
}

interface Seen {
  unsafe: ReturnType<TracedText["locate"]>;
  readonly deprecated: Map<string, NonNullable<ReturnType<TracedText["locate"]>>>;
}

const equality: ReadonlySet<string> = new Set(["==", "=", "!=", "in", "intersects", "pmatch"]);

/** The fields and values in an operand, but for those in a list. The engine's warnings pass lists over. */
function* leavesOf(operand: Operand | Value): Iterable<Field | Value> {
  if (operand.kind !== "transformation") yield operand;
  else for (const input of operand.inputs) if (input.kind !== "operands") yield* leavesOf(input);
}

function isList(name: string): string {
  return `\`${name}\` is a list; write \`FIELD in (${name})\``;
}

function leftOut(message: string): string {
  return `Falco leaves the rule out, as \`skip-if-unknown-filter\` says: ${message}`;
}

function deprecated(field: string): string {
  if (field === "evt.dir")
    return "`evt.dir` is deprecated: Falco sees the end of system calls only, so `evt.dir = <` is always true; delete it";
  return `\`${field}\` is deprecated: Falco no longer sees where a system call starts, so it has no value; delete it`;
}

function nameOf(info: { context: Context; parts: MacroInfo["parts"] }, key: string) {
  const part = info.parts.find(({ action }) => action === "define");
  const span = part?.keys.get(key)?.value;
  return part === undefined || span === undefined ? info.context : { fileIndex: part.fileIndex, span };
}
