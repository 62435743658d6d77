import type { Span } from "../../project/index.ts";
import {
  Engine,
  type EngineOptions,
  type FalcoVersion,
  FieldProblem,
  isCompatible,
  type Priority,
  parseRequiredVersion,
  type VersionNumbers,
} from "../catalog/index.ts";
import { type Condition, parse } from "../language/index.ts";
import {
  Collector,
  type DefinitionPart,
  type ListInfo,
  type MacroInfo,
  mergeTags,
  type RuleInfo,
} from "./collector.ts";
import { Compiler } from "./compiler.ts";
import { ConditionChecker } from "./condition-checker.ts";
import { Context, type Diagnostic, type ErrorCode, type WarningCode } from "./diagnostic.ts";
import type { Compiled, CompiledMacro, CompiledRule } from "./entries.ts";
import { EventTypeAnalysis } from "./event-types.ts";
import { type ExceptionInfo, withExceptions } from "./exceptions.ts";
import type { RulesText } from "./item-reader.ts";
import { references } from "./macros.ts";
import { outputFields } from "./output.ts";
import { readRules } from "./reader.ts";
import { type FileSpan, type SourceScalar, TracedText } from "./traced-text.ts";

export interface LoadOptions extends EngineOptions {
  /** Definitions in earlier files that are not available. Their content is not checked. */
  readonly known?: KnownDefinitions;
}

/** Names that unavailable files define. */
export interface KnownDefinitions {
  readonly rules?: readonly {
    readonly name: string;
    readonly source?: string;
    readonly priority?: string;
    readonly tags?: readonly string[];
    readonly enabled?: boolean;
  }[];
  readonly macros?: readonly { readonly name: string }[];
  readonly lists?: readonly { readonly name: string }[];
}

/** Falco's verdict on files that it loads together, in this order. */
export interface LoadResult {
  /** Whether Falco starts with them. */
  readonly loads: boolean;
  readonly version: FalcoVersion;
  /** With what the files were loaded, to load other texts of them in the same way. */
  readonly options: LoadOptions;
  /** The fields and events of the Falco that loads the files. */
  readonly engine: LoaderEngine;
  readonly files: readonly FileResult[];
  /** Definitions in load order, each with the changes of all later items. */
  readonly rules: readonly RuleDefinition[];
  readonly macros: readonly MacroDefinition[];
  readonly lists: readonly ListDefinition[];
  /** The newest engine version that a file requires; 0.0.0 if none does. */
  readonly requiredEngineVersion: VersionNumbers;
  /** Plugins that files require; the first of each group is the preferred one, the others are alternatives. */
  readonly requiredPlugins: readonly (readonly { readonly name: string; readonly version: string }[])[];
}

/** Falco's diagnostics for one file. It compiles all definitions again after each file. */
export interface FileResult {
  readonly name: string;
  readonly successful: boolean;
  /** The first is Falco's; the others are those that it would find next. */
  readonly errors: readonly (Diagnostic & { readonly code: ErrorCode })[];
  readonly warnings: readonly (Diagnostic & { readonly code: WarningCode })[];
}

/** A text and the location where a file holds it. */
export interface LocatedText extends FileSpan {
  readonly text: string;
}

interface Definition extends FileSpan {
  readonly name: string;
  /** Whether it is in a file that is not available. */
  readonly external: boolean;
  /** Whether a file that is not available defines it too, so rules there may use this one. */
  readonly elsewhere: boolean;
  /** The items that define it and change it, in load order. `fileIndex` and `span` are those of the last that defines it. */
  readonly parts: readonly DefinitionPart[];
}

export interface ListDefinition extends Definition {
  readonly kind: "list";
  readonly items: readonly LocatedText[];
  /** Including the items of lists that it names. */
  readonly values: readonly LocatedText[];
  /** Whether a condition or another list names it. */
  readonly used: boolean;
}

export interface MacroDefinition extends Definition {
  readonly kind: "macro";
  /**
   * The condition as written, to which the spans of `condition` refer; {@link TracedText.locate} maps them to the
   * file.
   */
  readonly text: TracedText;
  /** Undefined if the text is not a condition. */
  readonly condition: Condition | undefined;
  /** The condition with the values of lists, to which the spans of `resolved` refer. */
  readonly expanded: TracedText;
  /** With macros and lists expanded; undefined if one of them is unknown. */
  readonly resolved: Condition | undefined;
  readonly used: boolean;
}

/** An exception with the values that all items give it. */
export interface RuleException extends FileSpan {
  readonly name: string;
  /** One field or operator with single values, or several with tuples. */
  readonly info: ExceptionInfo;
}

export interface RuleDefinition extends Definition {
  readonly kind: "rule";
  /** The condition as written, without exceptions. Spans of `condition` refer to it. */
  readonly text: TracedText;
  /** Undefined if the text is not a condition. */
  readonly condition: Condition | undefined;
  /** The condition with exceptions and the values of lists, to which the spans of `resolved` refer. */
  readonly expanded: TracedText;
  /** With exceptions, and with macros and lists expanded. */
  readonly resolved: Condition | undefined;
  readonly output: TracedText;
  readonly description: string;
  readonly priority: Priority;
  readonly source: string;
  readonly enabled: boolean;
  readonly tags: readonly LocatedText[];
  readonly exceptions: readonly RuleException[];
  readonly warnEventTypes: boolean;
  readonly skipIfUnknownFilter: boolean;
  readonly capture: boolean;
  readonly captureDuration: number;
  /** Whether Falco runs it if all files load; it skips some rules for their source or for an unknown field. */
  readonly loaded: boolean;
  /** Names of the events that it can match; undefined if unknown, or for events of a plugin. */
  readonly eventTypes: ReadonlySet<string> | undefined;
  /** Number of the engine's event codes with these names. */
  readonly eventCodes: number | undefined;
  /** As the engine names them: `proc.aname[2]`, `tolower(proc.name)`. */
  readonly outputFields: readonly string[];
}

/** Loads rules files as Falco would, in this order. Throws only for a version of Falco that does not exist. */
export function load(files: readonly RulesText[], options: LoadOptions = {}): LoadResult {
  return loadCompiled(files, options).result;
}

/** Like {@link load}, with the engine's own view of the definitions. */
export function loadCompiled(
  files: readonly RulesText[],
  options: LoadOptions = {},
): { result: LoadResult; collector: Collector; compiled: Compiled; engine: LoaderEngine } {
  const { engine, collector, compiled, results } = runThrough(files, options);
  const result: LoadResult = {
    loads: results.every(({ successful }) => successful),
    version: engine.version,
    options,
    engine,
    files: results,
    rules: [...collector.rules.values()].map((info) =>
      ruleDefinition(info, compiled.rules.get(info.name), engine),
    ),
    macros: [...collector.macros.values()].map((info) =>
      macroDefinition(info, compiled.macros.get(info.name), engine),
    ),
    lists: [...collector.lists.values()].map((info) => listDefinition(info, compiled)),
    requiredEngineVersion: collector.requiredEngineVersion,
    requiredPlugins: collector.requirements.map(({ alternatives }) => alternatives),
  };
  return { result, collector, compiled, engine };
}

/** Falco's verdict alone, without the definitions. */
export function loadResults(files: readonly RulesText[], options: LoadOptions = {}): readonly FileResult[] {
  return runThrough(files, options).results;
}

function runThrough(files: readonly RulesText[], options: LoadOptions) {
  const engine = engineFor(options);
  const strict = new Run(files, engine, options.known, false);
  const run = strict.failed ? new Run(files, engine, options.known, true) : strict;
  const results = files.map(({ name }, i) => fileResult(name, strict.reports[i]!, run.reports[i]!));
  return { engine, collector: run.collector, compiled: run.compiled, results };
}

interface Report {
  readonly errors: Diagnostic[];
  readonly warnings: Diagnostic[];
}

/** Falco's diagnostics, and those that it would report after the first error. */
function fileResult(name: string, strict: Report, lenient: Report): FileResult {
  const reported = new Set(strict.errors.map(identity));
  const further = lenient.errors.filter((error) => !reported.has(identity(error)));
  const errors = strict === lenient ? strict.errors : [...strict.errors, ...unique(further).map(asOurs)];
  return {
    name,
    successful: errors.length === 0,
    errors: errors as FileResult["errors"],
    warnings: strict.warnings as FileResult["warnings"],
  };
}

function asOurs(error: Diagnostic): Diagnostic {
  return { ...error, ours: true };
}

function identity({ code, fileIndex, span, message }: Diagnostic): string {
  return `${code} ${fileIndex} ${span.start} ${span.end} ${message}`;
}

function unique(errors: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(errors.map((error) => [identity(error), error])).values()];
}

/** Engines by version, plugins and fields, kept because callers load many rulesets for the same few. */
const engines = new Map<string, LoaderEngine>();
const maxEngines = 20;

function engineFor({ falcoVersion, plugins: given, fields }: LoadOptions): LoaderEngine {
  const key = JSON.stringify([falcoVersion, given, fields]);
  let engine = engines.get(key);
  if (engine === undefined) {
    engine = new LoaderEngine({
      ...(falcoVersion && { falcoVersion }),
      ...(given && { plugins: given }),
      ...(fields && { fields }),
    });
    if (engines.size >= maxEngines) engines.clear();
    engines.set(key, engine);
  }
  return engine;
}

/** A Falco of a version with its plugins. */
export class LoaderEngine extends Engine {
  readonly eventTypes: EventTypeAnalysis;

  /** @throws RangeError for an unknown version of Falco */
  constructor(options: EngineOptions) {
    super(options);
    this.eventTypes = new EventTypeAnalysis(this.events, this.features);
  }

  /** Why a field of an exception is not one of the event source. */
  findField(source: string, field: string): FieldProblem | undefined {
    if (!field.includes("(")) return this.fields.findText(source, field).problem;
    const { condition, error } = parse(`${field} exists`, this.features.grammar, 100);
    if (condition === undefined) return new FieldProblem("unknown", () => ({ message: error.message }));
    const checker = new ConditionChecker(
      this.fields,
      this.events,
      source,
      new Set(),
      () => undefined,
      this.features,
    );
    const [first] = checker.check(condition, TracedText.join(field)).errors;
    const macro = [...references(condition)][0];
    if (first === undefined && macro === undefined) return undefined;
    const message = first?.message ?? `\`${field}\` is not a field`;
    return new FieldProblem("unknown", () => ({ message }));
  }
}

/** One pass over the files. */
class Run {
  readonly reports: readonly Report[];
  readonly collector: Collector;
  readonly compiled: Compiled;
  readonly #compiler: Compiler;
  readonly #engine: LoaderEngine;
  readonly #lenient: boolean;
  #current: Report;
  #refused = false;

  /** @param lenient whether to continue after an error */
  constructor(
    files: readonly RulesText[],
    engine: LoaderEngine,
    known: KnownDefinitions | undefined,
    lenient: boolean,
  ) {
    this.#engine = engine;
    this.#lenient = lenient;
    this.reports = files.map(() => ({ errors: [], warnings: [] }));
    this.#current = this.reports[0] ?? { errors: [], warnings: [] };
    const { features, sources } = engine;
    this.collector = new Collector({
      version: features.engineVersion,
      sources,
      exceptionModifiers: features.exceptionModifiers,
      checksSourceOfChanges: features.checksSourceOfChanges,
      findField: (source, field) => engine.findField(source, field),
    });
    addKnown(this.collector, known ?? {});
    this.#compiler = new Compiler(this.collector, engine, files.length);
    this.compiled = this.#compiler;
    for (const [index, file] of files.entries()) this.#load(file, index);
  }

  get failed(): boolean {
    return this.reports.some(({ errors }) => errors.length > 0);
  }

  #load(file: RulesText, index: number): void {
    this.#current = this.reports[index]!;
    const { errors, warnings } = this.#current;
    const report = {
      warn: (warning: Diagnostic) => void warnings.push(warning),
      fail: (error: Diagnostic, follows: boolean) => {
        if (!follows || !this.#lenient) errors.push(error);
        return this.#lenient;
      },
    };
    const read = readRules(file, index, this.collector, this.#engine.features, report);
    if (read || this.#lenient) this.#compiler.compile(report);
    if (!this.#refused) this.#checkPlugins();
  }

  /** Falco does not start without the plugins that rules require, even if the rules are valid. */
  #checkPlugins(): void {
    for (const { alternatives, context } of this.collector.requirements) {
      const problem = this.#pluginProblem(alternatives);
      if (problem === undefined) continue;
      this.#refused = true;
      this.#current.errors.push(context.diagnostic("LOAD_ERR_VALIDATE", problem));
      return;
    }
  }

  #pluginProblem(alternatives: readonly { name: string; version: string }[]): string | undefined {
    for (const { name, version } of alternatives) {
      if (!this.#engine.plugins.has(name)) continue;
      const has = this.#engine.plugins.get(name);
      const numbers = has === undefined ? undefined : parseRequiredVersion(has);
      const wanted = parseRequiredVersion(version);
      if (numbers === undefined || wanted === undefined || isCompatible(numbers, wanted)) return undefined;
      return `plugin \`${name}\` is loaded in version ${has}, and ${version} is asked for`;
    }
    const names = alternatives.map(({ name, version }) => `\`${name}\` (${version} or newer)`).join(" or ");
    return `Falco does not start without plugin ${names}, which is not loaded`;
  }
}

function addKnown(collector: Collector, known: KnownDefinitions): void {
  const context = Context.file("", 0, 0);
  const base = { context, index: 0, visibility: 0, external: true, parts: [] };
  for (const { name } of known.lists ?? []) collector.defineList({ ...base, name, items: [], parts: [] });
  for (const { name } of known.macros ?? [])
    collector.defineMacro({
      ...base,
      name,
      condition: TracedText.join(),
      conditionContext: context,
      parts: [],
    });
  for (const rule of known.rules ?? []) collector.addExternalRule(rule, context);
}

function definition(info: RuleInfo | MacroInfo | ListInfo): Definition {
  const { name, external, elsewhere = false, parts } = info;
  const last = parts.findLast(({ action }) => action === "define") ?? parts[0];
  const nowhere: { fileIndex: number; span: Span } = { fileIndex: 0, span: { start: 0, end: 0 } };
  const { fileIndex, span } = last ?? nowhere;
  return { name, external, elsewhere, parts, fileIndex, span };
}

function located(scalar: SourceScalar): LocatedText {
  return { text: scalar.value, fileIndex: scalar.fileIndex, span: scalar.span };
}

function listDefinition(info: ListInfo, compiled: Compiled): ListDefinition {
  const list = compiled.lists.get(info.name);
  const items = info.items.map(located);
  return {
    ...definition(info),
    kind: "list",
    items,
    values: list?.items.map(located) ?? items,
    used: list?.used ?? false,
  };
}

function macroDefinition(
  info: MacroInfo,
  macro: CompiledMacro | undefined,
  engine: LoaderEngine,
): MacroDefinition {
  const expanded = macro?.text ?? info.condition;
  const condition = lazily(
    () => (expanded === info.condition ? macro?.condition : undefined) ?? parsed(info.condition, engine),
  );
  return {
    ...definition(info),
    kind: "macro",
    text: info.condition,
    get condition() {
      return info.external ? undefined : condition();
    },
    expanded,
    resolved: macro?.resolved,
    used: macro?.used ?? false,
  };
}

function ruleDefinition(
  info: RuleInfo,
  rule: CompiledRule | undefined,
  engine: LoaderEngine,
): RuleDefinition {
  const condition = lazily(() => parsed(info.condition, engine));
  return {
    ...definition(info),
    kind: "rule",
    text: info.condition,
    get condition() {
      return info.external ? undefined : condition();
    },
    expanded: rule?.text ?? withExceptionsIfPossible(info),
    resolved: rule?.resolved,
    output: info.output,
    description: info.description,
    priority: info.priority,
    source: info.source,
    enabled: info.enabled,
    tags: mergeTags(info.tags).map(located),
    exceptions: info.exceptions.map((exception) => ({
      name: exception.name,
      info: exception,
      fileIndex: exception.context.fileIndex,
      span: exception.context.span,
    })),
    warnEventTypes: info.warnEventTypes,
    skipIfUnknownFilter: info.skipIfUnknownFilter,
    capture: info.capture,
    captureDuration: info.captureDuration,
    loaded: rule?.loaded ?? info.external,
    get eventTypes() {
      return rule?.eventTypes?.names;
    },
    eventCodes: rule?.eventTypes?.codes,
    outputFields: outputFields(rule?.outputTokens ?? []),
  };
}

function withExceptionsIfPossible(info: RuleInfo): TracedText {
  try {
    return info.exceptions.length === 0
      ? info.condition
      : withExceptions(info.condition, info.exceptions, true);
  } catch {
    return info.condition;
  }
}

function parsed(text: TracedText, { features }: LoaderEngine): Condition | undefined {
  return parse(text.text, features.grammar).condition;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
