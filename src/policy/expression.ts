import {
  type ASTNode,
  Environment,
  EvaluationError,
  type ParseError,
  type TypeError as WrongType,
} from "@marcbachmann/cel-js";
import { RE2JS } from "re2js";
import { nearest, type Span } from "../project/index.ts";
import { recordTypes, type SubjectKind, subjectFields, subjectKinds } from "./fields.ts";

/** What is wrong with an expression, at the part at fault. */
export interface ExpressionProblem {
  readonly message: string;
  readonly span: Span;
}

/** The longest expression, in characters. */
const maxLength = 4000;

/** Functions of which none makes a text or a list longer than it was, so that memory is bounded by what is judged. */
const functions = ["size"];
const methods = ["size", "contains", "startsWith", "endsWith", "matches", "lowerAscii", "upperAscii", "trim"];
const comprehensions = ["all", "exists", "exists_one", "filter"];
const operators = new Set([
  ...["value", "id", ".", "[]", "call", "rcall", "list", "?:", "||", "&&", "!_"],
  ...["==", "!=", "in", "<", "<=", ">", ">="],
]);

/** Steps that one policy may take in all. */
export class StepBudget {
  #left: number;
  #weight = 1;
  #failure: { readonly error: unknown } | undefined;
  readonly #pause: () => void;

  /** @param pause called now and then; what it throws ends the work */
  constructor(steps: number, pause: () => void = () => {}) {
    this.#left = steps;
    this.#pause = pause;
  }

  /** From now on a step costs as much as the longest list that it may look through. */
  set weight(value: number) {
    this.#weight = Math.max(1, value);
  }

  get spent(): boolean {
    return this.#left < 0;
  }

  /** Takes a step; false where none is left. Never throws, as quantifiers go on after an error. */
  step(): boolean {
    if (this.spent) return false;
    const before = this.#left;
    this.#left -= this.#weight;
    if (Math.floor(before / 100_000) === Math.floor(this.#left / 100_000)) return !this.spent;
    try {
      this.#pause();
    } catch (error) {
      this.#failure = { error };
      this.#left = -1;
    }
    return !this.spent;
  }

  /** @throws what ended the work, if anything did */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}

/** The types and functions that expressions of one kind of subject know. */
class Language {
  readonly environment: Environment;
  budget = new StepBudget(0);

  constructor(kind: SubjectKind) {
    const environment = new Environment({
      limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 0, maxCallArguments: 3 },
    });
    const types = (fields: Readonly<Record<string, { readonly type: string }>>) =>
      Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, type]));
    for (const [name, fields] of Object.entries(recordTypes))
      environment.registerType(name, { fields: types(fields) });
    environment.registerType("Subject", { fields: types(subjectFields[kind]) });
    environment.registerVariable(kind, "Subject");
    environment.registerFunction("step(): bool", () => this.budget.step());
    environment.registerFunction("string.matchesLinear(string): bool", (text: string, pattern: string) =>
      compiledPattern(pattern).matcher(text).find(),
    );
    this.environment = environment;
  }
}

const languages = new Map<SubjectKind, Language>();

function languageOf(kind: SubjectKind): Language {
  const known = languages.get(kind) ?? new Language(kind);
  languages.set(kind, known);
  return known;
}

const patterns = new Map<string, RE2JS>();

/** Runs in linear time. @throws where it is no expression of RE2 */
function compiledPattern(pattern: string): RE2JS {
  const compiled = patterns.get(pattern) ?? RE2JS.compile(pattern);
  patterns.set(pattern, compiled);
  return compiled;
}

/** A checked expression over one kind of subject. */
export class Expression {
  readonly #language: Language;
  readonly #kind: SubjectKind;
  readonly #run: (context: Readonly<Record<string, unknown>>) => unknown;

  private constructor(kind: SubjectKind, language: Language, counted: string) {
    this.#kind = kind;
    this.#language = language;
    const parsed = language.environment.parse(counted);
    parsed.check();
    this.#run = parsed;
  }

  /** The expression, or what is wrong with it. */
  static compile(kind: SubjectKind, text: string): Expression | ExpressionProblem {
    const whole = { start: 0, end: text.length };
    if (text.length > maxLength)
      return { message: `The expression is longer than ${maxLength} characters.`, span: whole };
    const language = languageOf(kind);
    let ast: ASTNode;
    try {
      ast = language.environment.parse(text).ast;
    } catch (error) {
      return syntaxProblem(error as ParseError, text);
    }
    const unknown = unknownPart(ast);
    if (unknown !== undefined) return unknown;
    const { valid, type, error } = language.environment.check(text);
    if (!valid) return typeProblem(error!, kind, whole);
    if (type !== "bool")
      return { message: `The expression is of the type ${type}, and has to be true or false.`, span: whole };
    const counted = withSteps(ast, text);
    return typeof counted === "string" ? new Expression(kind, language, counted) : counted;
  }

  /** Whether it holds for a subject; or why that cannot be said, as words behind a colon. */
  holds(subject: unknown, budget: StepBudget): boolean | string {
    this.#language.budget = budget;
    budget.step();
    try {
      const result = this.#run({ [this.#kind]: subject });
      budget.check();
      return budget.spent ? "it takes too many steps" : result === true;
    } catch (error) {
      budget.check();
      if (!(error instanceof EvaluationError)) throw error;
      return budget.spent ? "it takes too many steps" : lowerFirst(error.summary);
    }
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function syntaxProblem(error: ParseError, text: string): ExpressionProblem {
  const span = error.range ?? { start: 0, end: text.length };
  if (error.code === "limit_exceeded")
    return { message: `The expression is too large, or has a map: ${lowerFirst(error.summary)}.`, span };
  const message = error.summary.replace("Unexpected token: EOF", "It ends where more is expected");
  return { message: `This is no CEL expression: ${lowerFirst(message)}.`, span };
}

/** What a node is made of. */
function partsOf({ args }: ASTNode): ASTNode[] {
  const isNode = (part: unknown): part is ASTNode =>
    typeof part === "object" && part !== null && "op" in part && "range" in part;
  const parts: readonly unknown[] = Array.isArray(args) ? args.flat(2) : [args];
  return parts.filter(isNode);
}

/** The first part that policies do not have. */
function unknownPart(node: ASTNode): ExpressionProblem | undefined {
  const own = problemOf(node);
  if (own !== undefined) return own;
  for (const part of partsOf(node)) {
    const found = unknownPart(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function problemOf(node: ASTNode): ExpressionProblem | undefined {
  const problem = (message: string, span: Span = node.range) => ({ message, span });
  if (!operators.has(node.op))
    return problem(
      `Policies compare and do not calculate or build maps: \`${node.op.replace("_", "")}\` is not available.`,
    );
  if (node.op === "list" && node.args.some(({ op }) => op !== "value"))
    return problem("A list that is written down has texts, numbers, true and false alone.");
  if (node.op === "[]" && node.args[1].op !== "value")
    return problem("An index is a number that is written down.");
  if (node.op === "call") return functionProblem(node.args[0], functions, node.range);
  if (node.op !== "rcall") return undefined;
  const [name, , [first]] = node.args;
  const unknown = functionProblem(name, [...methods, ...comprehensions], node.range);
  if (unknown !== undefined || name !== "matches") return unknown;
  const wrong = patternProblem(first);
  return wrong === undefined ? undefined : problem(wrong, first?.range);
}

function functionProblem(name: string, known: readonly string[], span: Span): ExpressionProblem | undefined {
  if (known.includes(name)) return undefined;
  const near = nearest(name, known);
  const hint = near === undefined ? ` There are: ${known.join(", ")}.` : ` Did you mean \`${near}\`?`;
  return { message: `There is no function \`${name}\` in policies.${hint}`, span };
}

function patternProblem(pattern: ASTNode | undefined): string | undefined {
  if (pattern?.op !== "value" || typeof pattern.args !== "string")
    return "`matches` takes a pattern that is written down.";
  try {
    compiledPattern(pattern.args);
    return undefined;
  } catch (error) {
    return `This is no pattern of RE2: ${(error as Error).message}.`;
  }
}

function typeProblem(error: ParseError | WrongType, kind: SubjectKind, whole: Span): ExpressionProblem {
  const span = error.range ?? whole;
  const name = /: (\w+)$/.exec(error.summary)?.[1] ?? "";
  if (error.code === "no_such_key") {
    const names = [subjectFields[kind], ...Object.values(recordTypes)].flatMap((fields) =>
      Object.keys(fields),
    );
    return { message: `There is no field \`${name}\`.${suggestion(name, names)}`, span };
  }
  if (error.code === "unknown_variable") {
    const other = subjectKinds.find((candidate) => candidate === name);
    const hint =
      other === undefined
        ? suggestion(name, [kind])
        : ` The policy is about each ${kind}, so only \`${kind}\` is.`;
    return { message: `There is no \`${name}\` here.${hint}`, span };
  }
  return { message: `The types do not fit: ${lowerFirst(error.summary)}.`, span };
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? "" : ` Did you mean \`${near}\`?`;
}

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The same expression, which asks for a step each time that it looks at an item of a list, and matches patterns in
 * linear time.
 */
function withSteps(root: ASTNode, text: string): string | ExpressionProblem {
  const edits: Edit[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    open.push(...partsOf(node));
    if (node.op !== "rcall") continue;
    const found = stepEdits(node, text);
    if (found === undefined)
      return { message: "Comments within an expression are not understood here.", span: node.range };
    edits.push(...found);
  }
  let written = text;
  for (const { at, remove, insert } of edits.toSorted((a, b) => b.at - a.at))
    written = written.slice(0, at) + insert + written.slice(at + remove);
  return written;
}

/** Undefined where something stands between the parts of a call. */
function stepEdits(node: ASTNode & { readonly op: "rcall" }, text: string): Edit[] | undefined {
  const [name, receiver, [first, second]] = node.args;
  if (first !== undefined && name === "matches") {
    const at = behind(/^[)\s]*\.\s*(?=matches)/, text, receiver.range.end, first.range.start);
    return at === undefined ? undefined : [{ at, remove: name.length, insert: "matchesLinear" }];
  }
  if (first === undefined || second === undefined || !comprehensions.includes(name)) return [];
  const at = behind(/^[)\s]*,/, text, first.range.end, second.range.start);
  if (at === undefined) return undefined;
  return [
    { at, remove: 0, insert: " step() && (" },
    { at: node.range.end - 1, remove: 0, insert: ")" },
  ];
}

function behind(pattern: RegExp, text: string, from: number, to: number): number | undefined {
  const found = pattern.exec(text.slice(from, to));
  return found === null ? undefined : from + found[0].length;
}
