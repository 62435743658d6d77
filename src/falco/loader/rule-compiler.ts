import type { EngineFeatures, EventTable, FieldTable } from "../catalog/index.ts";
import type { Condition } from "../language/index.ts";
import type { Collector, RuleInfo } from "./collector.ts";
import { ConditionChecker, type Finding } from "./condition-checker.ts";
import type { ConditionCompiler } from "./condition-compiler.ts";
import { type Context, LoadError } from "./diagnostic.ts";
import type { CompiledRule, MacroEntry, RuleEntry } from "./entries.ts";
import type { EventTypeAnalysis, EventTypes } from "./event-types.ts";
import { withExceptions } from "./exceptions.ts";
import { FieldWarnings } from "./field-warnings.ts";
import type { MacroResolver, MacroState } from "./macros.ts";
import { type OutputToken, readOutput } from "./output.ts";
import { LeftOut, type StepRunner } from "./step-runner.ts";
import type { TracedText } from "./traced-text.ts";

/** The environment of rules. */
export interface CompileEnvironment {
  readonly fields: FieldTable;
  readonly events: EventTable;
  readonly eventTypes: EventTypeAnalysis;
  readonly features: EngineFeatures;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The state of a compilation that rules are compiled against. */
export interface RuleScope {
  readonly collector: Collector;
  readonly environment: CompileEnvironment;
  readonly macros: ReadonlyMap<string, MacroEntry>;
  readonly resolver: MacroResolver;
  readonly conditions: ConditionCompiler;
  readonly steps: StepRunner;
}

/** Compiles rules: output, condition, checks of fields, event types. */
export class RuleCompiler {
  readonly #collector: Collector;
  readonly #environment: CompileEnvironment;
  readonly #macros: ReadonlyMap<string, MacroEntry>;
  readonly #resolver: MacroResolver;
  readonly #conditions: ConditionCompiler;
  readonly #steps: StepRunner;
  readonly #fieldWarnings: FieldWarnings;
  /** By event source. */
  readonly #checkers = new Map<string, ConditionChecker>();

  constructor(scope: RuleScope) {
    this.#collector = scope.collector;
    this.#environment = scope.environment;
    this.#macros = scope.macros;
    this.#resolver = scope.resolver;
    this.#conditions = scope.conditions;
    this.#steps = scope.steps;
    this.#fieldWarnings = new FieldWarnings(scope.macros, scope.environment.features.deprecatedFields);
  }

  /** Forgets the checkers, which skip the names of lists in files that are not available. */
  forgetCheckers(): void {
    this.#checkers.clear();
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
        (name) => this.#macros.get(name)?.text,
        this.#environment.features,
      );
      this.#checkers.set(source, checker);
    }
    return checker;
  }

  compile(entry: RuleEntry): void {
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
      this.#steps.attempt(() => {
        const tokens = this.#compileOutput(info, output, checker);
        if (tokens === undefined) throw new LeftOut();
        rule.outputTokens = tokens;
        hasOutput = true;
      });
    const { checksOutputFirst } = this.#environment.features;
    if (checksOutputFirst) checkOutput();
    const { text, condition: parsed } = this.#conditions.parse(entry, condition, info.conditionContext);
    const use = (macro: MacroState) => this.#steps.use(macro as MacroEntry);
    const { condition: resolved, problems } = this.#resolver.resolve(parsed, use);
    rule.text = text;
    rule.resolved = resolved;
    for (const problem of problems)
      this.#steps.attempt(() =>
        this.#conditions.failMacro(problem, info.context, { info: { condition }, text }),
      );
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
    this.#steps.warn(
      info.context.diagnostic(
        "LOAD_DEPRECATED_ITEM",
        "`%container.info` says nothing any more, as Falco adds the fields of the container by itself; delete it",
        info.output.locate({ start: at, end: at + "%container.info".length }),
      ),
    );
    return text.replaceAll("%container.info", "");
  }

  /** Undefined if the rule is skipped for an unknown field. */
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
      this.#steps.warn(context.diagnostic("LOAD_UNKNOWN_FILTER", leftOut(problem.message), location));
      return undefined;
    }
    for (const field of this.#environment.features.deprecatedFields) {
      const at = output.indexOf(field);
      if (at === -1) continue;
      const location =
        output === info.output.text ? info.output.locate({ start: at, end: at + field.length }) : undefined;
      this.#steps.warn(context.diagnostic("LOAD_DEPRECATED_ITEM", deprecated(field), location));
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
        this.#steps.warn(
          context.diagnostic("LOAD_UNKNOWN_FILTER", message, location(first), first.suggestion),
        );
        return false;
      }
      this.#failChecks(errors, at);
    }
    if (!this.#environment.features.warnsOfValues) return true;
    for (const warning of warnings)
      this.#steps.warn(at(warning).diagnostic("LOAD_COMPILE_CONDITION", warning.message, location(warning)));
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
    // Throwing the last one ends this rule; the earlier ones are reported directly.
    for (const diagnostic of diagnostics.slice(0, -1)) {
      this.#steps.report({ error: diagnostic, follows: false });
    }
    throw new LoadError(diagnostics.at(-1)!);
  }

  /** Warnings for names of fields, which the engine reports for the condition as a whole. */
  #warnOfFields(info: RuleInfo, source: TracedText, resolved: Condition, text: TracedText): void {
    const seen = this.#fieldWarnings.find(resolved, text);
    if (seen.unsafe === undefined && seen.deprecated.size === 0) return;
    const context = this.#fieldWarningContext(info, source);
    if (seen.unsafe !== undefined)
      this.#steps.warn(
        context.diagnostic(
          "LOAD_UNSAFE_NA_CHECK",
          "a field without a value is not equal to `<NA>`; write `not FIELD exists`",
          seen.unsafe,
        ),
      );
    for (const field of this.#environment.features.deprecatedFields) {
      const location = seen.deprecated.get(field);
      if (location !== undefined)
        this.#steps.warn(context.diagnostic("LOAD_DEPRECATED_ITEM", deprecated(field), location));
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
      this.#steps.warn(
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
}

function leftOut(message: string): string {
  return `Falco leaves the rule out, as \`skip-if-unknown-filter\` says: ${message}`;
}

function deprecated(field: string): string {
  if (field === "evt.dir")
    return "`evt.dir` is deprecated: Falco sees the end of system calls only, so `evt.dir = <` is always true; delete it";
  return `\`${field}\` is deprecated: Falco no longer sees where a system call starts, so it has no value; delete it`;
}
