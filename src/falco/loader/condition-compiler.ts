import { nearest } from "../../project/index.ts";
import {
  type Condition,
  type ConditionError,
  type Grammar,
  type MacroReference,
  parse,
} from "../language/index.ts";
import type { Collector } from "./collector.ts";
import type { Dependencies } from "./dependencies.ts";
import { type Context, type Diagnostic, LoadError } from "./diagnostic.ts";
import type { Entry, ListEntry, MacroEntry } from "./entries.ts";
import { type ListSubstitution, wordsOf } from "./lists.ts";
import { type MacroProblem, references } from "./macros.ts";
import type { StepRunner } from "./step-runner.ts";
import type { FileSpan, TracedText } from "./traced-text.ts";

/** The state of a compilation that conditions are parsed against. */
export interface ConditionScope {
  readonly collector: Collector;
  readonly grammar: Grammar;
  readonly lists: ReadonlyMap<string, ListEntry>;
  readonly listsInOrder: readonly ListEntry[];
  readonly macros: ReadonlyMap<string, MacroEntry>;
  readonly substitution: ListSubstitution;
  readonly dependencies: Dependencies<Entry> | undefined;
  readonly steps: StepRunner;
}

/** Parses conditions with the values of lists in them, and explains errors in their macros. */
export class ConditionCompiler {
  readonly #collector: Collector;
  readonly #grammar: Grammar;
  readonly #lists: ReadonlyMap<string, ListEntry>;
  readonly #listsInOrder: readonly ListEntry[];
  readonly #macros: ReadonlyMap<string, MacroEntry>;
  readonly #substitution: ListSubstitution;
  readonly #dependencies: Dependencies<Entry> | undefined;
  readonly #steps: StepRunner;

  constructor(scope: ConditionScope) {
    this.#collector = scope.collector;
    this.#grammar = scope.grammar;
    this.#lists = scope.lists;
    this.#listsInOrder = scope.listsInOrder;
    this.#macros = scope.macros;
    this.#substitution = scope.substitution;
    this.#dependencies = scope.dependencies;
    this.#steps = scope.steps;
  }

  parse(entry: Entry, source: TracedText, context: Context): { text: TracedText; condition: Condition } {
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
    for (const index of expanded.used) this.#steps.use(this.#listsInOrder[index]!);
    const { text } = expanded;
    const { condition, error } = parse(text.text, this.#grammar);
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

  /**
   * Lists that a condition names where a macro belongs. The engine has already inserted their values, and fails
   * there.
   */
  #listsAsMacros(source: TracedText): MacroReference[] {
    const { condition } = parse(source.text, this.#grammar);
    return [...references(condition)].filter(({ name }) => this.#lists.has(name));
  }

  failMacro(
    problem: MacroProblem,
    context: Context,
    owner: { info: { condition: TracedText }; text: TracedText },
  ): never {
    const { reference, inMacro, kind } = problem;
    const { text, info } = inMacro === undefined ? owner : this.#macros.get(inMacro)!;
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
      return [`macro \`${name}\` expands to itself; one of the macros in between must not name it`];
    if (kind === "size") return ["the macros of this condition expand to too much; split the rule"];
    if (this.#macros.has(name))
      return [`macro \`${name}\` is defined only after the macro that uses it; move it before that`];
    if (this.#lists.has(name)) return [isList(name)];
    const near = nearest(name, this.#macros.keys());
    if (near !== undefined) return [`there is no macro \`${name}\`; did you mean \`${near}\`?`, near];
    return [
      `there is no macro \`${name}\`; for a check write a field and an operator: \`proc.name = ${name}\``,
    ];
  }

  /** Whether a location is in one of the items of a list. */
  #holds(list: string, { fileIndex, span }: FileSpan): boolean {
    return this.#lists
      .get(list)!
      .items.some(
        (item) => item.fileIndex === fileIndex && item.span.start <= span.start && span.end <= item.span.end,
      );
  }
}

function isList(name: string): string {
  return `\`${name}\` is a list; write \`FIELD in (${name})\``;
}
