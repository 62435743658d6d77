import { type Priority, plugins } from "../catalog/index.ts";
import {
  type Comparison,
  type Condition,
  type Operand,
  parse,
  print,
  printable,
  type TransformerInput,
} from "../language/index.ts";
import { mergeTags } from "./collector.ts";
import type { CompiledMacro, CompiledRule } from "./entries.ts";
import type { EventTypes } from "./event-types.ts";
import { type ExceptionEntry, itemsOf, textOf } from "./exceptions.ts";
import type { RulesText } from "./item-reader.ts";
import { type LoaderEngine, type LoadOptions, type LoadResult, loadCompiled } from "./load.ts";
import { outputFields } from "./output.ts";

/** The output of `falco -L` with `json_output`: the definitions as the engine sees them. */
export interface Description {
  readonly required_engine_version: string;
  readonly required_plugin_versions: readonly RequiredPlugin[];
  readonly rules: readonly RuleDescription[];
  readonly macros: readonly MacroDescription[];
  readonly lists: readonly ListDescription[];
}

export interface RequiredPlugin {
  readonly name: string;
  readonly version: string;
  readonly alternatives: readonly { readonly name: string; readonly version: string }[];
}

interface ConditionDetails {
  /** Macros and lists that the condition as written names. */
  readonly macros: readonly string[];
  readonly lists: readonly string[];
  readonly condition_operators: readonly string[];
  readonly condition_fields: readonly string[];
  readonly events: readonly string[];
  readonly condition_compiled: string;
  readonly plugins: readonly string[];
}

export interface RuleDescription {
  readonly info: {
    readonly name: string;
    readonly condition: string;
    readonly priority: Priority;
    readonly output: string;
    readonly description: string;
    readonly enabled: boolean;
    readonly source: string;
    /** Since 0.42. */
    readonly capture?: boolean;
    readonly capture_duration?: number;
    readonly tags: readonly string[];
  };
  readonly details: ConditionDetails & {
    readonly output_fields: readonly string[];
    readonly output_compiled: string;
    readonly exception_names: readonly string[];
    readonly exception_fields: readonly string[];
    readonly exception_operators: readonly string[];
  };
}

export interface MacroDescription {
  readonly info: { readonly name: string; readonly condition: string };
  readonly details: ConditionDetails & { readonly used: boolean };
}

export interface ListDescription {
  readonly info: { readonly name: string; readonly items: readonly string[] };
  readonly details: {
    readonly used: boolean;
    readonly lists: readonly string[];
    readonly items_compiled: readonly string[];
    readonly plugins: readonly string[];
  };
}

/** The definitions of files that Falco loads in this order, as its engine sees them; undefined if they do not load. */
export function describe(files: readonly RulesText[], options: LoadOptions = {}): Description | undefined {
  const { result, compiled, engine } = loadCompiled(files, options);
  if (!result.loads) return undefined;
  const describer = new Describer(result, engine);
  return {
    required_engine_version: result.requiredEngineVersion.join("."),
    required_plugin_versions: result.requiredPlugins.map(([first, ...alternatives]) => ({
      name: first!.name,
      version: first!.version,
      alternatives,
    })),
    rules: [...compiled.rules.values()].filter(({ loaded }) => loaded).map((rule) => describer.rule(rule)),
    macros: [...compiled.macros.values()]
      .filter(({ external }) => !external)
      .map((macro) => describer.macro(macro)),
    lists: result.lists
      .filter(({ external }) => !external)
      .map(({ name, items, values, used }) => {
        const compiledItems = values.map(({ text }) => text);
        const known = new Set(compiledItems);
        const texts = items.map(({ text }) => text);
        return {
          info: { name, items: texts.filter((text) => known.has(text)) },
          details: {
            used,
            lists: sorted(texts.filter((text) => !known.has(text))),
            items_compiled: compiledItems,
            plugins: [],
          },
        };
      }),
  };
}

class Describer {
  readonly #macros: ReadonlySet<string>;
  readonly #lists: ReadonlySet<string>;
  readonly #engine: LoaderEngine;

  constructor(result: LoadResult, engine: LoaderEngine) {
    this.#macros = new Set(result.macros.map(({ name }) => name));
    this.#lists = new Set(result.lists.map(({ name }) => name));
    this.#engine = engine;
  }

  rule({ info, resolved, output, outputTokens, eventTypes }: CompiledRule): RuleDescription {
    const output_fields = outputFields(outputTokens).map(printable);
    const details = this.#details(info.condition.text, resolved!, eventTypes ?? pluginEvents);
    return {
      info: {
        name: info.name,
        condition: info.condition.text,
        priority: info.priority,
        output: info.output.text,
        description: info.description,
        enabled: info.enabled,
        source: info.source,
        ...(this.#engine.features.capture && {
          capture: info.capture,
          capture_duration: info.captureDuration,
        }),
        tags: mergeTags(info.tags).map(({ value }) => value),
      },
      details: {
        ...details,
        output_fields,
        output_compiled: output,
        exception_names: sorted(info.exceptions.map(({ name }) => name)),
        exception_fields: sorted(
          info.exceptions.flatMap(({ fields, values }) => (values.length === 0 ? [] : oneOrMore(fields))),
        ),
        exception_operators: sorted(info.exceptions.flatMap(({ comps }) => operatorsOf(comps))),
        plugins: this.#pluginsOf(info.source, [...details.condition_fields, ...output_fields], resolved!),
      },
    };
  }

  macro({ info, resolved, used }: CompiledMacro): MacroDescription {
    const found = this.#engine.eventTypes.of(resolved!);
    const details = this.#details(info.condition.text, resolved!, "problem" in found ? pluginEvents : found);
    return { info: { name: info.name, condition: info.condition.text }, details: { used, ...details } };
  }

  #details(text: string, resolved: Condition, { names }: Pick<EventTypes, "names">): ConditionDetails {
    const written = parse(text, this.#engine.features.grammar).condition;
    const references =
      written === undefined ? noReferences() : referencesOf(written, this.#macros, this.#lists);
    const compiled = referencesOf(resolved, this.#macros, this.#lists);
    return {
      macros: sorted(references.macros),
      lists: sorted(references.lists),
      condition_operators: sorted(compiled.operators),
      condition_fields: sorted(compiled.fields).map(printable),
      events: sorted([...names, "asyncevent"]),
      condition_compiled: printable(print(resolved, this.#engine.features.printStyle)),
      plugins: [],
    };
  }

  /** Loaded plugins that bring the rule's source, one of its fields or one of its events. */
  #pluginsOf(source: string, fields: readonly string[], resolved: Condition): string[] {
    const names = new Set(fields.map((field) => field.split("[", 1)[0]!));
    const { eventNames } = referencesOf(resolved, this.#macros, this.#lists);
    const used = [...this.#engine.plugins.keys()].filter((name) => {
      const plugin = plugins.get(name);
      if (plugin === undefined) return false;
      if (plugin.providesSource && plugin.source === source) return true;
      if (plugin.source !== source && plugin.source !== "*") return false;
      return (
        plugin.fields.some((field) => names.has(field.name)) ||
        plugin.events.some((event) => eventNames.has(event))
      );
    });
    return sorted(used);
  }
}

/** Events of a plugin's source have no types of their own. */
const pluginEvents = { names: new Set(["pluginevent"]) };

interface References {
  readonly fields: Set<string>;
  readonly operators: Set<string>;
  readonly macros: Set<string>;
  readonly lists: Set<string>;
  readonly eventNames: Set<string>;
}

function noReferences(): References {
  return {
    fields: new Set(),
    operators: new Set(),
    macros: new Set(),
    lists: new Set(),
    eventNames: new Set(),
  };
}

/** The names in a condition, including those of its macros if it is resolved. */
function referencesOf(
  condition: Condition,
  macros: ReadonlySet<string>,
  lists: ReadonlySet<string>,
): References {
  const references = noReferences();
  const seen = new Set<Condition>();
  const visit = (node: Condition): void => {
    switch (node.kind) {
      case "and":
      case "or":
        node.children.forEach(visit);
        return;
      case "not":
        visit(node.child);
        return;
      case "macro":
        if (node.condition === undefined) {
          if (macros.has(node.name)) references.macros.add(node.name);
        } else if (!seen.has(node.condition)) {
          seen.add(node.condition);
          visit(node.condition);
        }
        return;
      case "exists":
        addFields(node.left, references.fields);
        references.operators.add("exists");
        return;
      default:
        addComparison(node, references, lists);
    }
  };
  visit(condition);
  return references;
}

function addComparison(node: Comparison, references: References, lists: ReadonlySet<string>): void {
  const last = addFields(node.left, references.fields);
  references.operators.add(node.modifier === undefined ? node.operator : `${node.operator} ${node.modifier}`);
  const { right } = node;
  if (right.kind === "transformation") {
    addFields(right, references.fields);
    return;
  }
  const isEvent = last === "evt.type" || last === "evt.asynctype";
  if (right.kind === "value") {
    if (isEvent) references.eventNames.add(right.text);
    return;
  }
  for (const { text } of right.values) {
    if (lists.has(text)) references.lists.add(text);
    else if (isEvent) references.eventNames.add(text);
  }
}

/** Adds the fields of an operand and returns the last. */
function addFields(operand: Operand | TransformerInput, fields: Set<string>): string {
  switch (operand.kind) {
    case "field": {
      const { name, argument } = operand;
      const full = argument === undefined || argument.text === "" ? name : `${name}[${argument.text}]`;
      fields.add(full);
      return full;
    }
    case "transformation":
      return operand.inputs.map((input) => addFields(input, fields)).findLast((name) => name !== "") ?? "";
    case "operands":
      return operand.items.map((item) => addFields(item, fields)).findLast((name) => name !== "") ?? "";
    default:
      return "";
  }
}

function oneOrMore(entry: ExceptionEntry): string[] {
  return entry.kind === "list" ? entry.items.map(textOf) : [textOf(entry)];
}

function operatorsOf(comps: ExceptionEntry): string[] {
  if (comps.kind !== "list") return [textOf(comps)];
  return comps.items.flatMap((comp) => (comp.kind === "list" ? itemsOf(comp).map(textOf) : [textOf(comp)]));
}

function sorted(names: Iterable<string>): string[] {
  return [...new Set(names)].sort();
}
