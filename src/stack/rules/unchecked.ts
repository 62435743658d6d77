import {
  type Condition,
  coreFields,
  type Diagnostic,
  fieldsIn,
  plugins as knownPlugins,
  type LoadResult,
  type MacroDefinition,
  type RuleDefinition,
} from "../../falco/index.ts";
import { nearest } from "../../project/index.ts";
import type { Stack } from "../model/index.ts";
import { namespaceOf } from "./plugin-fields.ts";
import type { Unchecked } from "./ruleset.ts";

/** First words of the names of all fields that are known. */
const namespaces: ReadonlySet<string> = new Set(
  [...coreFields, ...[...knownPlugins.values()].flatMap(({ fields }) => fields)].map(({ name }) =>
    namespaceOf(name),
  ),
);
const sources: ReadonlySet<string> = new Set(
  [...knownPlugins.values()].filter(({ providesSource }) => providesSource).map(({ source }) => source),
);

/** Whether fields with this first word are Falco's or those of a plugin that is known. */
export function isKnownNamespace(namespace: string): boolean {
  return namespaces.has(namespace);
}

/** A verdict without diagnostics about unknown plugins, and the rules that are left unchecked for it. */
export interface CheckedResult {
  readonly result: LoadResult;
  readonly unchecked: readonly Unchecked[];
}

/**
 * Takes out of a verdict what it says of events and fields of plugins that are not known: Falco may know them.
 *
 * @param stack the deployment, which tells whether it loads such a plugin; undefined where there is none to ask
 */
export function withoutUnknownPlugins(result: LoadResult, stack: Stack | undefined): CheckedResult {
  if (stack !== undefined && !mayLoadOthers(stack)) return { result, unchecked: [] };
  const finder = new Finder(result);
  const rules = result.rules.flatMap((rule) => {
    const about = rule.external ? undefined : finder.subjectOf(rule);
    return about === undefined ? [] : [{ rule, about }];
  });
  const macros = result.macros.filter((macro) => !macro.external && finder.unknownIn(macro) !== undefined);
  if (rules.length + macros.length === 0) return { result, unchecked: [] };

  const parts = [...rules.map(({ rule }) => rule), ...macros].flatMap((definition) => definition.parts);
  const isAbout = ({ fileIndex, span }: Diagnostic): boolean =>
    parts.some(
      (part) => part.fileIndex === fileIndex && part.span.start <= span.start && span.start < part.span.end,
    );
  const files = result.files.map((file) => {
    const errors = file.errors.filter((error) => !isAbout(error));
    return { ...file, errors, warnings: file.warnings.filter((warning) => !isAbout(warning)) };
  });
  const subjects = new Map<string, Unchecked>();
  for (const { rule, about } of rules) {
    const key = `${about.kind} ${about.name}`;
    const before = subjects.get(key)?.rules ?? [];
    subjects.set(key, { ...about, rules: [...before, rule] });
  }
  return { result: { ...result, files }, unchecked: [...subjects.values()] };
}

/** Whether a deployment loads, or may load, a plugin that is not known. */
function mayLoadOthers({ config, plugins }: Stack): boolean {
  return config.state === "unknown" || plugins.some(({ name }) => !knownPlugins.has(name));
}

/** A field in an output, which may be one that cannot be read. */
const outputField = /%\d*(?:\w+\()?([a-z]\w*(?:\.\w+)+)/g;

type Subject = Pick<Unchecked, "kind" | "name">;

class Finder {
  readonly #result: LoadResult;
  readonly #macros: ReadonlyMap<string, MacroDefinition>;
  /** Names of the fields that the repository tells. */
  readonly #declared: readonly string[];
  readonly #found = new Map<MacroDefinition, string | undefined>();

  constructor(result: LoadResult) {
    this.#result = result;
    this.#declared = (result.options.fields ?? []).map(({ name }) => name);
    this.#macros = new Map(result.macros.map((macro) => [macro.name, macro]));
  }

  subjectOf(rule: RuleDefinition): Subject | undefined {
    const { source, condition, output } = rule;
    const others = [...this.#result.engine.sources, ...sources];
    // A source that resembles a known one is misspelled.
    if (!others.includes(source) && nearest(source, others) === undefined)
      return { kind: "source", name: source };
    const name =
      this.#inCondition(condition, source) ??
      [...output.text.matchAll(outputField)].map(([, field]) => this.#unknown(field!, source)).find(Boolean);
    return name === undefined ? undefined : { kind: "fields", name };
  }

  /** The first word of fields of a macro that are not known. */
  unknownIn(macro: MacroDefinition): string | undefined {
    if (this.#found.has(macro)) return this.#found.get(macro);
    // A macro that leads to itself is no way to a field.
    this.#found.set(macro, undefined);
    const found = this.#inCondition(macro.condition, "syscall");
    this.#found.set(macro, found);
    return found;
  }

  #inCondition(condition: Condition | undefined, source: string): string | undefined {
    if (condition === undefined) return undefined;
    switch (condition.kind) {
      case "and":
      case "or":
        return condition.children.map((child) => this.#inCondition(child, source)).find(Boolean);
      case "not":
        return this.#inCondition(condition.child, source);
      case "macro": {
        const macro = this.#macros.get(condition.name);
        return macro && this.unknownIn(macro);
      }
      default:
        return [...fieldsIn(condition)].map(({ name }) => this.#unknown(name, source)).find(Boolean);
    }
  }

  /** The first word of the name, if no plugin that is known has fields with it, and it is no slip for one that has. */
  #unknown(field: string, source: string): string | undefined {
    const namespace = namespaceOf(field);
    if (namespace === "" || namespaces.has(namespace)) return undefined;
    // A macro has no event source, so that the one of a declared field is not asked for.
    if (this.#declared.includes(field)) return undefined;
    if (this.#result.engine.fields.findText(source, field).field !== undefined) return undefined;
    const declared = this.#declared.filter((name) => namespaceOf(name) === namespace);
    const isSlip =
      declared.length > 0
        ? nearest(field, declared) !== undefined
        : nearest(namespace, namespaces) !== undefined;
    return isSlip ? undefined : namespace;
  }
}
