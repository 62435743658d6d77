import { nearest, type Span } from "../../project/index.ts";
import type { EngineFeatures, EventTable, FieldProblem, FieldTable } from "../catalog/index.ts";
import {
  CompileError,
  compileCheck,
  OperatorError,
  PatternError,
  type Vocabulary,
  vocabularyFor,
} from "../evaluate/index.ts";
import {
  type Check,
  type Condition,
  type OperandList,
  type Transformation,
  type TransformerInput,
  transformers,
  type Value,
} from "../language/index.ts";
import type { TracedText } from "./traced-text.ts";

/** A diagnostic of the engine about a part of a condition. */
export interface Finding {
  readonly message: string;
  /** The text with the part: that of the rule or of a macro. */
  readonly text: TracedText;
  /** Offset in the text at which the engine reports. */
  readonly at: number;
  /** The part at fault. */
  readonly span: Span;
  /** Whether `skip-if-unknown-filter` tolerates it. */
  readonly unknown: boolean;
  readonly suggestion?: string;
}

export interface CheckResult {
  /** In the order of the engine, which stops at the first. */
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

const clean: CheckResult = { errors: [], warnings: [] };

type CheckFeatures = Pick<EngineFeatures, "locatesChecks" | "checksOperators" | "checksPatterns">;

/** Checks fields, operators, types and values of conditions for the rules of one event source. */
export class ConditionChecker {
  readonly #fields: FieldTable;
  readonly #source: string;
  /** Names of lists with unknown values. */
  readonly #openLists: ReadonlySet<string>;
  readonly #textOf: (macro: string) => TracedText | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #features: CheckFeatures;
  /** Macros without problems, which are not checked again. */
  readonly #clean = new WeakSet<Condition>();
  /** The unknown name of the current check. */
  #unknown: { readonly suggestion?: string | undefined } | undefined;

  /**
   * @param openLists names of lists with unknown values
   * @param textOf the text that a macro's resolved condition was parsed from
   */
  constructor(
    fields: FieldTable,
    events: EventTable,
    source: string,
    openLists: ReadonlySet<string>,
    textOf: (macro: string) => TracedText | undefined,
    features: CheckFeatures,
  ) {
    this.#features = features;
    this.#fields = fields;
    this.#source = source;
    this.#openLists = openLists;
    this.#textOf = textOf;
    const { ports, eventFields, resolve } = vocabularyFor(fields, events, [source]);
    this.#vocabulary = {
      ports,
      eventFields,
      resolve: (field) => {
        const use = resolve(field);
        if (!("problem" in use)) return use;
        const { problem } = fields.find(source, field.name, field.argument?.text);
        if (problem?.kind === "unknown") this.#unknown = problem;
        return use;
      },
      hasEvent: (name) => {
        if (events.has(name)) return true;
        const suggestion = nearest(name, events.names);
        this.#unknown = { suggestion };
        return false;
      },
    };
  }

  /** The names that operands can use. */
  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  /** Why a name is not a field. */
  problemOf(name: string, argument?: string): FieldProblem | undefined {
    return this.#fields.find(this.#source, name, argument).problem;
  }

  /** @param text what the resolved condition was parsed from */
  check(condition: Condition, text: TracedText): CheckResult {
    switch (condition.kind) {
      case "and":
      case "or":
        return join(condition.children.map((child) => this.check(child, text)));
      case "not":
        return this.check(condition.child, text);
      case "macro":
        return this.#macro(condition.name, condition.condition);
      default:
        return this.#check(condition, text);
    }
  }

  #macro(name: string, condition: Condition | undefined): CheckResult {
    const text = this.#textOf(name);
    if (condition === undefined || text === undefined || this.#clean.has(condition)) return clean;
    const result = this.check(condition, text);
    if (result.errors.length === 0 && result.warnings.length === 0) this.#clean.add(condition);
    return result;
  }

  #check(check: Check, text: TracedText): CheckResult {
    this.#unknown = undefined;
    try {
      compileCheck(this.#withoutOpenLists(check), this.#vocabulary);
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      if (error instanceof PatternError && !this.#features.checksPatterns) return clean;
      if (error instanceof OperatorError && !this.#features.checksOperators)
        return this.#valuesOf(check, text);
      return { errors: [this.#error(error, check, text)], warnings: [] };
    }
    const warnings = this.#warnings(check, text);
    return warnings.length === 0 ? clean : { errors: [], warnings };
  }

  /** Checks the values of a check whose operator does not work. */
  #valuesOf(check: Check, text: TracedText): CheckResult {
    if (check.kind === "exists" || check.operator === "in") return clean;
    const { modifier: _, ...rest } = check;
    return this.#check({ ...rest, operator: "in" }, text);
  }

  #withoutOpenLists(check: Check): Check {
    if (this.#openLists.size === 0 || check.kind === "exists" || check.right.kind !== "list") return check;
    const values = check.right.values.filter(({ text, quoted }) => quoted || !this.#openLists.has(text));
    return { ...check, right: { ...check.right, values } };
  }

  #error(error: CompileError, check: Check, text: TracedText): Finding {
    const unknown = this.#unknown as { readonly suggestion?: string | undefined } | undefined;
    const suggestion = unknown?.suggestion;
    const hint =
      suggestion === undefined || error.message.includes(suggestion)
        ? ""
        : `; did you mean \`${suggestion}\`?`;
    return {
      message: error.message + hint,
      text,
      at: this.#features.locatesChecks ? check.at : lastSeen(check, error.node),
      span: error.node.span,
      unknown: unknown !== undefined,
      ...(suggestion !== undefined && { suggestion }),
    };
  }

  #warnings(check: Check, text: TracedText): Finding[] {
    if (check.kind === "exists" || check.right.kind === "transformation") return [];
    const { right, operator } = check;
    const warnings: Finding[] = [];
    for (const value of right.kind === "list" ? right.values : [right]) {
      const warn = (message: string) =>
        warnings.push({ message, text, at: right.at, span: value.span, unknown: false });
      if (operator === "regex" && isPlainText(value.text))
        warn(
          `\`${value.text}\` needs no \`regex\`; \`=\`, \`contains\`, \`startswith\` or \`endswith\` is cheaper`,
        );
      this.#misusedName(value, warn);
    }
    return warnings;
  }

  /** Warns of values that look like a field name or a transformer. */
  #misusedName(value: Value, warn: (message: string) => void): void {
    // Names of fields have dots, and transformers have parentheses.
    if (!/[.(]/.test(value.text)) return;
    const text = value.text.replace(/[ \t\n\v\f\r]/g, "");
    const field = this.#fields.findText(this.#source, text);
    if (field.field !== undefined)
      warn(`\`${value.text}\` is compared as text; for the value of that field write \`val(${text})\``);
    // The engine stops at a name that it cannot parse.
    if (field.problem?.kind === "argument") return;
    for (const name of ["val", ...transformers])
      if (text.length >= name.length + 2 && text.startsWith(`${name}(`) && text.endsWith(")"))
        warn(
          `\`${value.text}\` is compared as text; write the transformer without quotes and outside of a list`,
        );
  }
}

/** The position of the engine when it rejects a part: it has seen everything before, including transformers. */
function lastSeen(check: Check, part: { readonly kind?: string; readonly at: number }): number {
  switch (part.kind) {
    case "field":
      return part.at;
    case "transformation":
      return lastIn(part as Transformation);
    case "value":
    case "list":
      return check.kind === "exists" ? part.at : check.right.at;
    default:
      return lastIn(check.left);
  }
}

function lastIn(operand: TransformerInput | OperandList): number {
  const last = operand.kind === "transformation" ? operand.inputs.at(-1) : undefined;
  return last === undefined ? operand.at : lastIn(last);
}

function join(results: readonly CheckResult[]): CheckResult {
  const found = results.filter((result) => result !== clean);
  if (found.length < 2) return found[0] ?? clean;
  return {
    errors: found.flatMap(({ errors }) => errors),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

/** Whether a regular expression only looks for a text, anywhere, at the start, at the end or as the whole. */
function isPlainText(expression: string): boolean {
  const last = expression.length - 1;
  for (let i = 0; i <= last; i++) {
    const character = expression[i]!;
    if ((i === 0 && character === "^") || (i === last && character === "$")) continue;
    const atEdge = (i === 0 && last > 0) || i === last - 1;
    if (atEdge && character === "." && "+*?".includes(expression[i + 1] ?? " ")) i++;
    else if (".+*?^$()[]{}|\\".includes(character)) return false;
  }
  return true;
}
