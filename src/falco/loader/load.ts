import {
  Engine,
  type EngineOptions,
  type FalcoVersion,
  FieldProblem,
  isCompatible,
  parseRequiredVersion,
  type VersionNumbers,
} from "../catalog/index.ts";
import { parse } from "../language/index.ts";
import { parseYaml } from "../yaml/index.ts";
import { Collector } from "./collector.ts";
import { Compiler } from "./compiler.ts";
import { ConditionChecker } from "./condition-checker.ts";
import {
  type KnownDefinitions,
  type ListDefinition,
  listDefinition,
  type MacroDefinition,
  macroDefinition,
  type RuleDefinition,
  ruleDefinition,
} from "./definitions.ts";
import { Context, type Diagnostic, type ErrorCode, type WarningCode } from "./diagnostic.ts";
import type { Compiled } from "./entries.ts";
import { EventTypeAnalysis } from "./event-types.ts";
import type { RulesText } from "./item-reader.ts";
import { references } from "./macros.ts";
import { type ParsedRulesText, readRules } from "./reader.ts";
import { TracedText } from "./traced-text.ts";

export interface LoadOptions extends EngineOptions {
  /** Definitions in earlier files that are not available. Their content is not checked. */
  readonly known?: KnownDefinitions;
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

/** Loads rules files as Falco would, in this order. Throws only for a version of Falco that does not exist. */
export function load(files: readonly (RulesText | ParsedRulesText)[], options: LoadOptions = {}): LoadResult {
  return loadCompiled(files, options).result;
}

/** Like {@link load}, with the engine's own view of the definitions. */
export function loadCompiled(
  files: readonly (RulesText | ParsedRulesText)[],
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
      ruleDefinition(info, compiled.rules.get(info.name), engine.features, options.known),
    ),
    macros: [...collector.macros.values()].map((info) =>
      macroDefinition(info, compiled.macros.get(info.name), engine.features),
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

/** A file as the loader reads it, to be loaded several times. */
export function parseRules(file: RulesText): ParsedRulesText {
  return { ...file, yaml: parseYaml(file.text) };
}

function runThrough(files: readonly (RulesText | ParsedRulesText)[], options: LoadOptions) {
  const engine = engineFor(options);
  const read = files.map((file) => ("yaml" in file ? file : parseRules(file)));
  const strict = new Run(read, engine, options.known, false);
  const run = strict.failed ? new Run(read, engine, options.known, true) : strict;
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
    files: readonly ParsedRulesText[],
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

  #load(file: ParsedRulesText, index: number): void {
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
  const nothing = TracedText.join();
  const base = { context, index: 0, visibility: 0, external: true };
  for (const { name } of known.lists ?? []) collector.defineList({ ...base, name, items: [], parts: [] });
  for (const { name } of known.macros ?? [])
    collector.defineMacro({
      ...base,
      name,
      condition: nothing,
      conditionContext: context,
      parts: [],
    });
  for (const rule of known.rules ?? []) collector.addExternalRule(rule, context);
}
