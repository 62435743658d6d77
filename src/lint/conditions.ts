import {
  type Check,
  type CompiledCheck,
  CompileError,
  type Condition,
  compileCheck,
  type FieldUse,
  type MacroDefinition,
  parse,
  printOperand,
  type RuleDefinition,
  type TracedText,
  type Value,
  type Vocabulary,
  vocabularyFor,
} from "../falco/index.ts";
import type { Location, Span } from "../project/index.ts";
import { distinctLoads, type Ruleset } from "../stack/index.ts";

/**
 * The conditions of all rules and macros, each once however many rules use it. Those of rules have their
 * exceptions in them; all have the values of lists, and macros stay names.
 */
export function* conditionsOf(rulesets: readonly Ruleset[]): Iterable<WrittenCondition> {
  for (const ruleset of distinctLoads(rulesets)) {
    const { result } = ruleset;
    const scope = new Scope(ruleset);
    for (const owner of [...result.macros, ...result.rules]) {
      if (owner.external || owner.resolved === undefined) continue;
      const condition = new WrittenCondition(scope, owner, owner.resolved);
      if (owner.kind === "macro") scope.macros.set(owner.name, condition);
      yield condition;
    }
  }
}

/** What the conditions of one ruleset have in common. */
class Scope {
  readonly ruleset: Ruleset;
  /** Lists whose values are not available. */
  readonly openLists: ReadonlySet<string>;
  readonly macros = new Map<string, WrittenCondition>();
  readonly #vocabularies = new Map<string, Vocabulary>();
  #uses: ReadonlyMap<Condition, Use> | undefined;

  constructor(ruleset: Ruleset) {
    this.ruleset = ruleset;
    this.openLists = new Set(ruleset.result.lists.filter(({ external }) => external).map(({ name }) => name));
  }

  /** A macro may be for any source, so the first that has a field counts. */
  vocabulary(source: string | undefined): Vocabulary {
    const { engine } = this.ruleset.result;
    const key = source ?? "*";
    let vocabulary = this.#vocabularies.get(key);
    if (vocabulary === undefined) {
      vocabulary = vocabularyFor(engine.fields, engine.events, source ? [source] : [...engine.sources]);
      this.#vocabularies.set(key, vocabulary);
    }
    return vocabulary;
  }

  use(check: Check): Use {
    this.#uses ??= usesIn(this.ruleset.result.rules);
    return this.#uses.get(check) ?? unused;
  }
}

/** Whether rules want a check to hold, or want it not to, all macros and negations on the way counted. */
export interface Use {
  wanted: boolean;
  unwanted: boolean;
}

const unused: Use = { wanted: false, unwanted: false };

function usesIn(rules: readonly RuleDefinition[]): ReadonlyMap<Condition, Use> {
  const uses = new Map<Condition, Use>();
  const visit = (node: Condition, negated: boolean): void => {
    let use = uses.get(node);
    if (use === undefined) {
      use = { wanted: false, unwanted: false };
      uses.set(node, use);
    }
    // Conditions of macros are shared, so that this ends the second time.
    if (negated ? use.unwanted : use.wanted) return;
    if (negated) use.unwanted = true;
    else use.wanted = true;
    switch (node.kind) {
      case "and":
      case "or":
        for (const child of node.children) visit(child, negated);
        return;
      case "not":
        visit(node.child, !negated);
        return;
      case "macro":
        if (node.condition !== undefined) visit(node.condition, negated);
    }
  };
  for (const { resolved } of rules) if (resolved !== undefined) visit(resolved, false);
  return uses;
}

export class WrittenCondition {
  readonly owner: RuleDefinition | MacroDefinition;
  readonly ruleset: Ruleset;
  readonly condition: Condition;
  readonly #scope: Scope;
  #checks: readonly WrittenCheck[] | undefined;
  #byNode: ReadonlyMap<Condition, WrittenCheck> | undefined;

  constructor(scope: Scope, owner: RuleDefinition | MacroDefinition, condition: Condition) {
    this.#scope = scope;
    this.ruleset = scope.ruleset;
    this.owner = owner;
    this.condition = condition;
  }

  /** What the spans of the condition lead into. */
  get text(): TracedText {
    return this.owner.expanded;
  }

  get vocabulary(): Vocabulary {
    return this.#scope.vocabulary(this.owner.kind === "rule" ? this.owner.source : undefined);
  }

  /** Undefined for what no file of the repository holds. */
  location(span: Span): Location | undefined {
    const found = this.text.locate(span);
    const source = found && this.ruleset.sources[found.fileIndex];
    return source && { text: source.text, span: found.span };
  }

  /** The text of the file from the first character of a part to its last. */
  written(span: Span): string | undefined {
    const inner = this.location(span);
    if (inner === undefined) return undefined;
    const location = inner.text.toFile(inner.span);
    return location.text.content.slice(location.span.start, location.span.end);
  }

  /** A part for a message: on one line, not too long, and with the names of lists where a file holds it as a whole. */
  quote({ span }: Condition): string {
    const expanded = this.text.text.slice(span.start, span.end);
    const written = this.written(span) ?? "";
    const isWhole = written[0] === expanded[0] && written.at(-1) === expanded.at(-1);
    const text = (isWhole ? written : expanded).replace(/\s+/g, " ");
    return `\`${text.length > 60 ? `${text.slice(0, 57)}...` : text}\``;
  }

  /** The condition of a macro that this one names; undefined where it is not available. */
  macro(name: string): WrittenCondition | undefined {
    return this.#scope.macros.get(name);
  }

  /** The checks that compile, from left to right, without those of its macros. */
  get checks(): readonly WrittenCheck[] {
    this.#checks ??= [...this.#find(this.condition, [])];
    return this.#checks;
  }

  /** The check that a part of the condition is; undefined where it is none, or does not compile. */
  checkAt(node: Condition): WrittenCheck | undefined {
    this.#byNode ??= new Map(this.checks.map((written) => [written.check, written]));
    return this.#byNode.get(node);
  }

  *#find(node: Condition, path: readonly Condition[]): Iterable<WrittenCheck> {
    switch (node.kind) {
      case "and":
      case "or":
        for (const child of node.children) yield* this.#find(child, [node, ...path]);
        return;
      case "not":
        yield* this.#find(node.child, [node, ...path]);
        return;
      case "macro":
        return;
      default: {
        const compiled = this.#compile(node);
        if (compiled !== undefined)
          yield new WrittenCheck(this, node, compiled, path, this.#scope.use(node), this.#isOpen(node));
      }
    }
  }

  #compile(check: Check): CompiledCheck | undefined {
    try {
      return compileCheck(this.#withoutOpenLists(check), this.vocabulary);
    } catch (error) {
      if (error instanceof CompileError) return undefined;
      throw error;
    }
  }

  #isOpen(check: Check): boolean {
    return valuesOf(check).some((value) => this.isOpenList(value));
  }

  /** Whether a value is the name of a list whose values are not available. */
  isOpenList({ text, quoted }: Value): boolean {
    return !quoted && this.#scope.openLists.has(text);
  }

  #withoutOpenLists(check: Check): Check {
    if (check.kind === "exists" || check.right.kind !== "list" || !this.#isOpen(check)) return check;
    const values = check.right.values.filter((value) => !this.isOpenList(value));
    return { ...check, right: { ...check.right, values } };
  }
}

/** A check of a condition, with its location in a file. */
export class WrittenCheck {
  readonly in: WrittenCondition;
  readonly check: Check;
  readonly compiled: CompiledCheck;
  /** The parts of the condition around the check, from the inside out. */
  readonly path: readonly Condition[];
  readonly use: Use;
  /** Whether there are more values to compare with, in lists that are not available. */
  readonly open: boolean;
  #location: { readonly at: Location | undefined } | undefined;

  constructor(
    condition: WrittenCondition,
    check: Check,
    compiled: CompiledCheck,
    path: readonly Condition[],
    use: Use,
    open: boolean,
  ) {
    this.in = condition;
    this.check = check;
    this.compiled = compiled;
    this.path = path;
    this.use = use;
    this.open = open;
  }

  /** The field on the left, where no transformer is applied to it. */
  get field(): FieldUse | undefined {
    return this.compiled.left.field;
  }

  /** The literals that the field is compared with, as far as they are available. */
  get values(): readonly Value[] {
    return valuesOf(this.check).filter((value) => !this.in.isOpenList(value));
  }

  /** The location of the check. */
  get location(): Location | undefined {
    this.#location ??= { at: this.in.location(this.check.span) };
    return this.#location.at;
  }

  /** Whether a value is written in the check itself, and not in a list that it names. */
  holds({ span }: Value): boolean {
    const check = this.location;
    const value = this.in.location(span);
    return (
      check !== undefined &&
      check.text === value?.text &&
      check.span.start <= value.span.start &&
      value.span.end <= check.span.end
    );
  }

  /**
   * Left and right side as the file has them, with names of lists and line breaks. Undefined where the check does
   * not be contiguous in a file, as in an exception, or not as the engine sees it, as between quotes of YAML.
   */
  get written(): { readonly at: Location; readonly left: string; readonly right: string } | undefined {
    const { check, location } = this;
    if (location === undefined) return undefined;
    const at = location;
    const text = at.text.content.slice(at.span.start, at.span.end);
    const { condition } = parse(text);
    if (!isSame(condition, check)) return undefined;
    const part = ({ start, end }: Span) => text.slice(start, end);
    return {
      at,
      left: part(condition.left.span),
      right: condition.kind === "exists" ? "" : part(condition.right.span),
    };
  }
}

function isSame(a: Condition | undefined, b: Check): a is Check {
  if (a === undefined || a.kind !== b.kind) return false;
  if (printOperand((a as Check).left) !== printOperand(b.left)) return false;
  if (a.kind !== "comparison" || b.kind !== "comparison") return true;
  return a.operator === b.operator && a.modifier === b.modifier && a.right.kind === b.right.kind;
}

function valuesOf(check: Check): readonly Value[] {
  if (check.kind === "exists" || check.right.kind === "transformation") return [];
  return check.right.kind === "list" ? check.right.values : [check.right];
}

/** The parts of an `and` or an `or`, with those of the same kind in parentheses; another condition itself. */
export function* partsOf(node: Condition, kind: "and" | "or"): Iterable<Condition> {
  if (node.kind !== kind) yield node;
  else for (const child of node.children) yield* partsOf(child, kind);
}
