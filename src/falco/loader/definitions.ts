import type { Span } from "../../project/index.ts";
import type { EngineFeatures, Priority } from "../catalog/index.ts";
import { type Condition, parse } from "../language/index.ts";
import { type DefinitionPart, type ListInfo, type MacroInfo, mergeTags, type RuleInfo } from "./collector.ts";
import type { Compiled, CompiledMacro, CompiledRule } from "./entries.ts";
import { type ExceptionInfo, withExceptions } from "./exceptions.ts";
import { outputFields } from "./output.ts";
import type { FileSpan, SourceScalar, TracedText } from "./traced-text.ts";

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

export function listDefinition(info: ListInfo, compiled: Compiled): ListDefinition {
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

export function macroDefinition(
  info: MacroInfo,
  macro: CompiledMacro | undefined,
  features: EngineFeatures,
): MacroDefinition {
  const expanded = macro?.text ?? info.condition;
  const used = macro?.used ?? false;
  // There are many of these, and an object without getters is made much faster.
  if (info.external)
    return {
      ...definition(info),
      kind: "macro",
      text: info.condition,
      condition: undefined,
      expanded,
      resolved: undefined,
      used,
    };
  const condition = lazily(
    () => (expanded === info.condition ? macro?.condition : undefined) ?? parsed(info.condition, features),
  );
  return {
    ...definition(info),
    kind: "macro",
    text: info.condition,
    get condition() {
      return condition();
    },
    expanded,
    resolved: macro?.resolved,
    used,
  };
}

/** Rules of files that are not available, by name. An editor loads its files with the same ones at each key. */
const untouchedRules = new WeakMap<KnownDefinitions, Map<string, RuleDefinition>>();

/** Whether nothing is known of a rule but what was said of it, and no item changes that. */
function isUntouched({ external, parts }: RuleInfo): boolean {
  return external && parts.length === 0;
}

function untouchedRule(info: RuleInfo, known: KnownDefinitions = {}): RuleDefinition {
  const rules = untouchedRules.get(known) ?? new Map<string, RuleDefinition>();
  untouchedRules.set(known, rules);
  const definition = rules.get(info.name) ?? {
    ...knownOfRule(info, undefined),
    condition: undefined,
    eventTypes: undefined,
  };
  rules.set(info.name, definition);
  return definition;
}

export function ruleDefinition(
  info: RuleInfo,
  rule: CompiledRule | undefined,
  features: EngineFeatures,
  known: KnownDefinitions | undefined,
): RuleDefinition {
  if (isUntouched(info)) return untouchedRule(info, known);
  const condition = lazily(() => parsed(info.condition, features));
  return {
    ...knownOfRule(info, rule),
    get condition() {
      return info.external ? undefined : condition();
    },
    get eventTypes() {
      return rule?.eventTypes?.names;
    },
  };
}

/** All of a rule that costs nothing to work out. */
function knownOfRule(
  info: RuleInfo,
  rule: CompiledRule | undefined,
): Omit<RuleDefinition, "condition" | "eventTypes"> {
  return {
    ...definition(info),
    kind: "rule",
    text: info.condition,
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

function parsed(text: TracedText, features: EngineFeatures): Condition | undefined {
  return parse(text.text, features.grammar).condition;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
