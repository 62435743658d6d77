import { nearest, type Span } from "../../project/index.ts";
import {
  type FieldLookup,
  isCompatible,
  type Priority,
  parsePriority,
  parseRequiredVersion,
  type VersionNumbers,
} from "../catalog/index.ts";
import { comparisonOperators } from "../language/index.ts";
import { type Context, type Diagnostic, LoadError, type WarningCode } from "./diagnostic.ts";
import {
  type ExceptionEntry,
  type ExceptionInfo,
  hasModifier,
  isGiven,
  itemsOf,
  locationOf,
  textOf,
} from "./exceptions.ts";
import { type FileSpan, type SourceScalar, TracedText } from "./traced-text.ts";

/** An item of a rules file that defines something or changes it. */
export interface DefinitionPart extends FileSpan {
  readonly action: "define" | "append" | "replace" | "enable";
  /** Locations of its keys and their values; of a duplicate key the first, which is the one that counts. */
  readonly keys: ReadonlyMap<string, { readonly key: Span; readonly value: Span }>;
}

interface Info {
  readonly name: string;
  context: Context;
  /** Position in the order of first definitions. */
  index: number;
  /** Position in the order of all items; definitions after it are not visible. */
  visibility: number;
  /** Whether it is in a file that is not available. */
  readonly external: boolean;
  /** Whether a file that is not available defines it too, so rules there may use this one. */
  readonly elsewhere?: boolean;
  parts: DefinitionPart[];
}

export interface ListInfo extends Info {
  items: SourceScalar[];
}

export interface MacroInfo extends Info {
  condition: TracedText;
  conditionContext: Context;
}

export interface RuleInfo extends Info {
  condition: TracedText;
  conditionContext: Context;
  output: TracedText;
  outputContext: Context;
  description: string;
  priority: Priority;
  /** Undefined only for a rule in a file that is not available. */
  source: string;
  unknownSource: boolean;
  enabled: boolean;
  capture: boolean;
  captureDuration: number;
  warnEventTypes: boolean;
  skipIfUnknownFilter: boolean;
  /** In the order of the items; see {@link mergeTags}. */
  tags: SourceScalar[];
  exceptions: ExceptionInfo[];
}

/** The changes that an item makes to a rule. */
export interface RuleUpdate {
  readonly name: string;
  readonly context: Context;
  readonly part: DefinitionPart;
  source: string;
  condition?: TracedText;
  output?: TracedText;
  description?: string;
  tags?: SourceScalar[];
  exceptions?: ExceptionInfo[];
  priority?: Priority;
  enabled?: boolean;
  capture?: boolean;
  captureDuration?: number;
  warnEventTypes?: boolean;
  skipIfUnknownFilter?: boolean;
}

/** Plugins of which one has to be loaded, in a version that is compatible. */
export interface PluginRequirement {
  readonly context: Context;
  readonly alternatives: readonly { readonly name: string; readonly version: string }[];
}

/** What the collector needs from the engine. */
export interface Engine {
  readonly version: VersionNumbers;
  readonly sources: ReadonlySet<string>;
  /** Checks a field, which may have transformers, for an event source. */
  findField(source: string, field: string): FieldLookup["problem"];
  /** Whether exceptions trim blanks around operators and accept modifiers. */
  readonly exceptionModifiers: boolean;
  /** Whether an item that changes a rule has to match its source if it names one. */
  readonly checksSourceOfChanges: boolean;
}

export type Kind = "list" | "macro" | "rule";
/** Names of definitions by kind, in the order of the definitions that are new, and of items that had an error. */
export type Changes = Readonly<Record<Kind | "broken", Set<string>>>;

function noChanges(): Changes {
  return { list: new Set(), macro: new Set(), rule: new Set(), broken: new Set() };
}

export type Warn = (warning: Diagnostic & { readonly code: WarningCode }) => void;

/** Definitions of all files so far, each with the changes of later items. */
export class Collector {
  readonly lists = new Map<string, ListInfo>();
  readonly macros = new Map<string, MacroInfo>();
  readonly rules = new Map<string, RuleInfo>();
  readonly requirements: PluginRequirement[] = [];
  /** The newest required engine version. */
  requiredEngineVersion: VersionNumbers = [0, 0, 0];
  /** Items that had an error and were dropped, as `rule NAME`. */
  readonly #broken = new Set<string>();
  /** Definitions by kind that are new or changed since the last call. */
  #changes = noChanges();
  readonly #engine: Engine;
  #next = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Names of definitions that are new or changed since the last call. */
  takeChanges(): Changes {
    const changes = this.#changes;
    this.#changes = noChanges();
    return changes;
  }

  markBroken(kind: Kind, name: string): void {
    this.#broken.add(`${kind} ${name}`);
    this.#changes.broken.add(name);
  }

  /** Whether an item had an error and was dropped. */
  isBroken(kind: Kind, name: string): boolean {
    return this.#broken.has(`${kind} ${name}`);
  }

  requireEngine(wanted: VersionNumbers, context: Context): void {
    const { version } = this.#engine;
    if (!isCompatible(version, wanted)) {
      const why = wanted[0] !== version[0] ? "of another major version" : "newer";
      fail(
        context,
        `engine version ${wanted.join(".")} is asked for, which is ${why} than ${version.join(".")}`,
      );
    }
    if (!isCompatible(this.requiredEngineVersion, wanted)) this.requiredEngineVersion = wanted;
  }

  requirePlugin(requirement: PluginRequirement): void {
    const names = new Set<string>();
    for (const { name, version } of requirement.alternatives) {
      if (parseRequiredVersion(version) === undefined)
        fail(
          requirement.context,
          `\`${version}\` is not a version of plugin \`${name}\`; write three numbers: \`0.1.0\``,
        );
      if (names.has(name))
        fail(requirement.context, `plugin \`${name}\` is named twice; name each alternative once`);
      names.add(name);
    }
    this.requirements.push(requirement);
  }

  defineList(info: ListInfo): void {
    this.#define("list", this.lists, info);
  }

  appendList(info: ListInfo): void {
    const previous = this.#previous(this.lists, info, "list");
    previous.items.push(...info.items);
    this.#changed("list", previous, info.parts);
  }

  defineMacro(info: MacroInfo): void {
    this.#define("macro", this.macros, info);
  }

  appendMacro(info: MacroInfo): void {
    const previous = this.#previous(this.macros, info, "macro");
    previous.condition = TracedText.join(previous.condition, " ", info.condition);
    this.#changed("macro", previous, info.parts);
  }

  defineRule(info: RuleInfo, warn: Warn): void {
    this.#checkSource(info.name, info.source, info.context);
    info.unknownSource = !this.#engine.sources.has(info.source);
    if (info.unknownSource) {
      const near = nearest(info.source, this.#engine.sources);
      const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
      const message = `there are no events of source \`${info.source}\`, so Falco skips the rule${hint}`;
      warn(info.context.diagnostic("LOAD_UNKNOWN_SOURCE", message, info.context, near));
    }
    const source = info.unknownSource ? undefined : info.source;
    for (const exception of info.exceptions) {
      if (!isGiven(exception.fields))
        this.#failException(exception, "it needs `fields`: a field or a list of fields");
      this.#checkException(exception, source);
    }
    this.#define("rule", this.rules, info);
  }

  /** A rule in a file that is not available, of which little is known. */
  addExternalRule(
    rule: { name: string; source?: string; priority?: string; enabled?: boolean },
    context: Context,
  ): void {
    this.#define("rule", this.rules, {
      name: rule.name,
      context,
      condition: TracedText.join(),
      conditionContext: context,
      output: TracedText.join(),
      outputContext: context,
      description: "",
      priority: parsePriority(rule.priority ?? "") ?? "Debug",
      source: rule.source ?? "",
      unknownSource: rule.source === undefined,
      enabled: rule.enabled ?? true,
      capture: false,
      captureDuration: 0,
      warnEventTypes: true,
      skipIfUnknownFilter: false,
      tags: [],
      exceptions: [],
      index: 0,
      visibility: 0,
      external: true,
      parts: [],
    });
  }

  appendRule(update: RuleUpdate): void {
    const rule = this.#updated(update, "append");
    const { condition, output, description } = update;
    if (condition !== undefined && condition.text !== "")
      rule.condition = TracedText.join(rule.condition, " ", condition);
    if (output !== undefined && output.text !== "") rule.output = TracedText.join(rule.output, " ", output);
    if (description) rule.description += ` ${description}`;
    if (update.tags !== undefined) rule.tags.push(...update.tags);
    for (const exception of update.exceptions ?? []) this.#appendException(rule, exception);
    this.#changed("rule", rule, [update.part]);
  }

  #appendException(rule: RuleInfo, exception: ExceptionInfo): void {
    const previous = rule.exceptions.find(({ name }) => name === exception.name);
    if (previous !== undefined) {
      if (isGiven(exception.fields) && !rule.external)
        this.#failException(exception, "it is there already, so only `values` can be added; delete `fields`");
      if (isGiven(exception.comps) && !rule.external)
        this.#failException(exception, "it is there already, so only `values` can be added; delete `comps`");
      previous.values.push(...exception.values);
      return;
    }
    // The exceptions of a rule that is not available are unknown.
    if (rule.external && !isGiven(exception.fields)) return;
    if (!isGiven(exception.fields))
      this.#failException(exception, "it is new to the rule, so it needs `fields`");
    if (exception.values.length === 0)
      this.#failException(exception, "it is new to the rule, so it needs `values`");
    this.#checkException(exception, rule.unknownSource ? undefined : rule.source);
    rule.exceptions.push(exception);
  }

  replaceRule(update: RuleUpdate): void {
    const rule = this.#updated(update, "replace");
    const { name: _, context: __, part, source: ___, ...changes } = update;
    Object.assign(rule, changes);
    this.#changed("rule", rule, [part]);
  }

  enableRule(name: string, enabled: boolean, context: Context, part: DefinitionPart): void {
    const rule = this.rules.get(name);
    if (rule === undefined)
      this.#failMissing(
        this.rules,
        name,
        context,
        "rule",
        "`enabled` alone switches a rule of an earlier item",
      );
    rule.enabled = enabled;
    rule.parts.push(part);
    this.#changes.rule.add(name);
  }

  #define<T extends Info>(kind: Kind, infos: Map<string, T>, info: T): void {
    this.#changes[kind].add(info.name);
    const id = this.#next++;
    const previous = infos.get(info.name);
    info.index = previous?.index ?? id;
    info.visibility = id;
    if (previous === undefined) {
      infos.set(info.name, info);
      return;
    }
    previous.parts.push(...info.parts);
    const elsewhere = previous.external || previous.elsewhere === true;
    infos.set(info.name, { ...info, elsewhere, parts: previous.parts });
  }

  #changed(kind: Kind, info: Info, parts: readonly DefinitionPart[]): void {
    this.#changes[kind].add(info.name);
    info.visibility = this.#next++;
    info.parts.push(...parts);
  }

  #previous<T extends Info>(infos: Map<string, T>, info: T, kind: "list" | "macro"): T {
    return (
      infos.get(info.name) ??
      this.#failMissing(infos, info.name, info.context, kind, `this adds to a ${kind}`)
    );
  }

  #failMissing(infos: Map<string, Info>, name: string, context: Context, kind: Kind, why: string): never {
    const near = nearest(name, infos.keys());
    const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
    const message = `${why}, and there is no ${kind} \`${name}\` before it${hint}`;
    const diagnostic = context.diagnostic("LOAD_ERR_VALIDATE", message, context, near);
    throw new LoadError(diagnostic, this.isBroken(kind, name));
  }

  #checkSource(name: string, source: string, context: Context): RuleInfo | undefined {
    const previous = this.rules.get(name);
    if (previous === undefined || previous.source === "" || source === "" || previous.source === source)
      return previous;
    return fail(
      context,
      `rule \`${name}\` already exists for source \`${previous.source}\`; give this one another name`,
    );
  }

  #updated(update: RuleUpdate, action: "append" | "replace"): RuleInfo {
    const source = this.#engine.checksSourceOfChanges ? update.source : "";
    const rule = this.#checkSource(update.name, source, update.context);
    if (rule === undefined)
      return this.#failMissing(
        this.rules,
        update.name,
        update.context,
        "rule",
        action === "append" ? "this adds to a rule" : "this changes a rule",
      );
    const { name: _, context: __, part: ___, source: ____, ...changes } = update;
    if (Object.keys(changes).length === 0)
      fail(update.context, `there is nothing to ${action}; give a \`condition\` or \`exceptions\``);
    return rule;
  }

  #checkException(exception: ExceptionInfo, source: string | undefined): void {
    const { fields } = exception;
    if (fields.kind === "list") this.#checkTuple(exception, fields.items.length);
    else this.#checkSingle(exception);
    if (source === undefined) return;
    for (const field of fields.kind === "list" ? fields.items : [fields]) {
      const problem = this.#engine.findField(source, textOf(field));
      if (problem?.kind === "argument") {
        // The engine stops here without naming the exception.
        const file = topOf(exception.context);
        const message = `exception \`${exception.name}\`: ${problem.message}`;
        throw new LoadError(
          file.diagnostic("LOAD_ERR_VALIDATE", message, locationOf(field) ?? exception.context),
        );
      }
      if (problem !== undefined) this.#failException(exception, problem.message, field);
    }
  }

  #checkTuple(exception: ExceptionInfo, fields: number): void {
    if (!isGiven(exception.comps))
      exception.comps = {
        kind: "list",
        items: Array.from({ length: fields }, () => ({ kind: "text", text: "=" })),
      };
    const comps = itemsOf(exception.comps);
    if (comps.length !== fields)
      this.#failException(
        exception,
        `\`comps\` needs as many operators as \`fields\` has fields, which is ${fields}`,
        exception.comps,
      );
    const operators = comps.map(textOf).map((operator) => this.#normal(operator));
    exception.comps = {
      kind: "list",
      items: comps.map((comp, i) => (comp.kind === "text" ? { ...comp, text: operators[i]! } : comp)),
    };
    for (const [i, operator] of operators.entries()) {
      if (comparisonOperators.has(operator) || (this.#engine.exceptionModifiers && hasModifier(operator)))
        continue;
      const near = nearest(operator, comparisonOperators);
      const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
      this.#failException(exception, `\`${operator}\` is not an operator${hint}`, comps[i]);
    }
  }

  #checkSingle(exception: ExceptionInfo): void {
    if (!isGiven(exception.comps)) exception.comps = { kind: "text", text: "in" };
    if (exception.comps.kind === "list")
      this.#failException(
        exception,
        "`fields` is one field, so `comps` is one operator, not a list",
        exception.comps,
      );
    const operator = this.#normal(textOf(exception.comps));
    if (exception.comps.kind === "text") exception.comps = { ...exception.comps, text: operator };
    const works =
      operator === "in" ||
      operator === "pmatch" ||
      operator === "intersects" ||
      (this.#engine.exceptionModifiers && hasModifier(operator));
    if (works) return;
    const more = this.#engine.exceptionModifiers ? ", or one with a modifier such as `startswith anyof`" : "";
    this.#failException(
      exception,
      `with one field, \`comps\` is \`in\`, \`pmatch\` or \`intersects\`${more}; for \`${operator}\` write lists`,
      exception.comps,
    );
  }

  #normal(operator: string): string {
    return this.#engine.exceptionModifiers
      ? operator.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g, "")
      : operator;
  }

  #failException(exception: ExceptionInfo, problem: string, at?: ExceptionEntry): never {
    const message = `exception \`${exception.name}\`: ${problem}`;
    const location = (at && locationOf(at)) ?? exception.context;
    throw new LoadError(exception.context.diagnostic("LOAD_ERR_VALIDATE", message, location));
  }
}

/** Tags in the order of the engine's set, each once. */
export function mergeTags(tags: readonly SourceScalar[]): SourceScalar[] {
  const byValue = new Map<string, SourceScalar>();
  for (const tag of tags) if (!byValue.has(tag.value)) byValue.set(tag.value, tag);
  return [...byValue.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
}

function topOf(context: Context): Context {
  let top = context;
  while (top.parent !== undefined) top = top.parent;
  return top;
}

function fail(context: Context, message: string): never {
  throw new LoadError(context.diagnostic("LOAD_ERR_VALIDATE", message));
}
