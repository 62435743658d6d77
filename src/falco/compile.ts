import { nearest } from "../project/nearest.ts";
import { ConditionChecker, type Finding } from "./check.ts";
import type { Collector, MacroInfo, RuleInfo, Warn } from "./collector.ts";
import type { Condition, Field, MacroReference, Operand, Value } from "./condition/ast.ts";
import { type ConditionError, parse } from "./condition/parse.ts";
import { type Context, type Diagnostic, LoadError } from "./diagnostic.ts";
import type { EventTypeAnalysis, EventTypes } from "./event-types.ts";
import type { EventTable } from "./events.ts";
import { withExceptions } from "./exceptions.ts";
import type { LoaderFeatures } from "./features.ts";
import type { FieldTable } from "./fields.ts";
import { ListSubstitution } from "./lists.ts";
import { type MacroProblem, MacroResolver, type MacroState, references } from "./macros.ts";
import { type OutputToken, readOutput } from "./output.ts";
import type { FileSpan, SourceScalar } from "./traced-text.ts";
import { TracedText } from "./traced-text.ts";

/** What rules are compiled against. */
export interface CompileEnvironment {
  readonly fields: FieldTable;
  readonly events: EventTable;
  readonly eventTypes: EventTypeAnalysis;
  readonly features: LoaderFeatures;
}

export interface CompiledList {
  readonly name: string;
  /** With the items of the lists that it names, of those that the engine sees. */
  readonly items: readonly SourceScalar[];
  used: boolean;
}

export interface CompiledMacro extends MacroState {
  readonly info: MacroInfo;
  /** What `condition` was parsed from: with the values of lists. */
  readonly text: TracedText;
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

/** Compiles all definitions, as the engine does after each file. What was compiled before an error is kept. */
export function compileDefinitions(
  collector: Collector,
  environment: CompileEnvironment,
  report: CompileReport,
): Compiled {
  const compiler = new Compiler(collector, environment, report);
  compiler.run();
  return compiler;
}

class Compiler implements Compiled {
  readonly lists: Map<string, CompiledList>;
  readonly macros = new Map<string, CompiledMacro>();
  readonly rules = new Map<string, CompiledRule>();
  readonly #collector: Collector;
  readonly #environment: CompileEnvironment;
  readonly #report: CompileReport;
  readonly #listsInOrder: readonly CompiledList[];
  readonly #substitution: ListSubstitution;
  readonly #checkers = new Map<string, ConditionChecker>();
  /** Macros with no field that is warned of. */
  readonly #plain = new WeakSet<Condition>();
  #failed = false;

  constructor(collector: Collector, environment: CompileEnvironment, report: CompileReport) {
    this.#collector = collector;
    this.#environment = environment;
    this.#report = report;
    this.lists = this.#compileLists();
    this.#listsInOrder = [...this.lists.values()];
    const values = this.#listsInOrder.map(({ name, items }) => ({
      name,
      items: items.map(TracedText.of),
    }));
    this.#substitution = new ListSubstitution(values);
  }

  run(): void {
    try {
      for (const info of this.#collector.macros.values()) this.#attempt(() => this.#parseMacro(info));
      const resolver = new MacroResolver(this.macros);
      resolver.resolveAll((macro, problems) =>
        this.#attempt(() =>
          this.#failMacro(problems[0]!, (macro as CompiledMacro).info.context, macro as CompiledMacro),
        ),
      );
      for (const info of this.#collector.rules.values())
        if (!info.external && !info.unknownSource) this.#compileRuleOrLeaveOut(info, resolver);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
    if (!this.#failed) this.#warnUnused();
  }

  #attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      this.#failed = true;
      if (!this.#report.fail(error.diagnostic, error.follows)) throw new Stopped();
    }
  }

  #compileLists(): Map<string, CompiledList> {
    const lists = new Map<string, CompiledList>();
    const used = new Set<string>();
    for (const list of this.#collector.lists.values()) {
      // What a list in a file that is not at hand stands for is not known, so its name stays.
      if (list.external) continue;
      const items: SourceScalar[] = [];
      for (const item of list.items) {
        const other = this.#collector.lists.get(item.value);
        if (other === undefined || other.external || other.index >= list.visibility) items.push(item);
        else {
          used.add(other.name);
          for (const value of other.items) items.push(value);
        }
      }
      lists.set(list.name, { name: list.name, items, used: false });
    }
    for (const name of used) lists.get(name)!.used = true;
    return lists;
  }

  #parseMacro(info: MacroInfo): void {
    const { name, index, visibility, external } = info;
    const state = { name, index, visibility, external, info, used: false };
    if (external) {
      this.macros.set(name, { ...state, text: info.condition, condition: undefined });
      return;
    }
    try {
      const { text, condition } = this.#parse(info.condition, info.conditionContext);
      this.macros.set(name, { ...state, text, condition });
    } catch (error) {
      // So that those who use it are not told that it is not there.
      this.macros.set(name, { ...state, external: true, text: info.condition, condition: undefined });
      throw error;
    }
  }

  #parse(source: TracedText, context: Context): { text: TracedText; condition: Condition } {
    const expanded = this.#substitution.expand(source);
    if (expanded === undefined)
      throw new LoadError(
        context.diagnostic(
          "LOAD_ERR_COMPILE_CONDITION",
          "the lists that this names have too many items in all",
        ),
      );
    for (const index of expanded.used) this.#listsInOrder[index]!.used = true;
    const { text } = expanded;
    const { condition, error } = parse(text.text, this.#environment.features.grammar);
    if (condition !== undefined) return { text, condition };
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
    const place = text.locate(error.span);
    return at.diagnostic("LOAD_ERR_COMPILE_CONDITION", error.message, place, error.suggestion);
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
    const place = text.locate(reference.span) ?? context;
    const list = this.#listsAsMacros(source).find((other) => this.#holds(other.name, place));
    if (list !== undefined)
      throw new LoadError(at.diagnostic("LOAD_ERR_VALIDATE", isList(list.name), source.locate(list.span)));
    const [message, near] = this.#macroMessage(kind, name);
    const follows = kind === "unknown" && this.#collector.broken.has(`macro ${name}`);
    throw new LoadError(at.diagnostic("LOAD_ERR_VALIDATE", message, place, near), follows);
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

  /** Whether a place is in one of the items of a list. */
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
      );
      this.#checkers.set(source, checker);
    }
    return checker;
  }

  #compileRuleOrLeaveOut(info: RuleInfo, resolver: MacroResolver): void {
    try {
      this.#attempt(() => this.#compileRule(info, resolver));
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
    }
  }

  #compileRule(info: RuleInfo, resolver: MacroResolver): void {
    const checker = this.#checker(info.source);
    const condition =
      info.exceptions.length === 0
        ? info.condition
        : withExceptions(info.condition, info.exceptions, this.#environment.features.parenthesizes);
    const output = this.#outputOf(info);
    // Filled in as far as the compilation gets.
    const rule: Writable<CompiledRule> = { info, text: condition, output, outputTokens: [], loaded: false };
    this.rules.set(info.name, rule);
    let hasOutput = false;
    this.#attempt(() => {
      const tokens = this.#compileOutput(info, output, checker);
      if (tokens === undefined) throw new LeftOut();
      rule.outputTokens = tokens;
      hasOutput = true;
    });
    const { text, condition: parsed } = this.#parse(condition, info.conditionContext);
    const { condition: resolved, problems } = resolver.resolve(parsed);
    rule.text = text;
    rule.resolved = resolved;
    for (const problem of problems)
      this.#attempt(() => this.#failMacro(problem, info.context, { info: { condition }, text }));
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
    this.#report.warn(
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
      const place = output === info.output.text ? (info.output.locate(problem.span) ?? context) : context;
      if (!problem.unknown || !info.skipIfUnknownFilter)
        throw new LoadError(context.diagnostic("LOAD_ERR_COMPILE_OUTPUT", problem.message, place));
      this.#report.warn(context.diagnostic("LOAD_UNKNOWN_FILTER", leftOut(problem.message), place));
      return undefined;
    }
    for (const field of this.#environment.features.deprecatedFields) {
      const at = output.indexOf(field);
      if (at === -1) continue;
      const place =
        output === info.output.text ? info.output.locate({ start: at, end: at + field.length }) : undefined;
      this.#report.warn(context.diagnostic("LOAD_DEPRECATED_ITEM", deprecated(field), place));
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
      const place = finding.text.enginePosition(finding.at);
      return info.conditionContext.inCondition(source.text, place);
    };
    const place = (finding: Finding) => finding.text.locate(finding.span);
    if (first !== undefined) {
      if (first.unknown && info.skipIfUnknownFilter) {
        const message = leftOut(first.message);
        this.#report.warn(
          at(first).diagnostic("LOAD_UNKNOWN_FILTER", message, place(first), first.suggestion),
        );
        return false;
      }
      this.#failChecks(errors, at);
    }
    if (!this.#environment.features.warnsOfValues) return true;
    for (const warning of warnings)
      this.#report.warn(at(warning).diagnostic("LOAD_COMPILE_CONDITION", warning.message, place(warning)));
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
      this.#failed = true;
      if (!this.#report.fail(diagnostic, false)) throw new Stopped();
    }
    throw new LoadError(diagnostics.at(-1)!);
  }

  /** Warnings on fields by their name alone, which the engine gives for the condition as a whole. */
  #warnOfFields(info: RuleInfo, source: TracedText, resolved: Condition, text: TracedText): void {
    const seen = this.#seenIn(resolved, text);
    if (seen.unsafe === undefined && seen.deprecated.size === 0) return;
    const context = this.#fieldWarningContext(info, source);
    if (seen.unsafe !== undefined)
      this.#report.warn(
        context.diagnostic(
          "LOAD_UNSAFE_NA_CHECK",
          "a field without a value is not equal to `<NA>`; write `not FIELD exists`",
          seen.unsafe,
        ),
      );
    for (const field of this.#environment.features.deprecatedFields) {
      const place = seen.deprecated.get(field);
      if (place !== undefined)
        this.#report.warn(context.diagnostic("LOAD_DEPRECATED_ITEM", deprecated(field), place));
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
      this.#report.warn(
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
    for (const { info, used } of this.macros.values()) {
      if (used || info.external || info.elsewhere) continue;
      const message = `no rule and no macro uses macro \`${info.name}\``;
      this.#report.warn(info.context.diagnostic("LOAD_UNUSED_MACRO", message, nameOf(info, "macro")));
    }
    for (const { name, used } of this.lists.values()) {
      const info = this.#collector.lists.get(name);
      if (used || info === undefined || info.elsewhere) continue;
      const message = `no condition and no list uses list \`${name}\``;
      this.#report.warn(info.context.diagnostic("LOAD_UNUSED_LIST", message, nameOf(info, "list")));
    }
  }
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
