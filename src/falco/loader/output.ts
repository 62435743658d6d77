import type { Span } from "../../project/index.ts";
import type { FieldProblem } from "../catalog/index.ts";
import { CompileError, compileOperand, type Vocabulary } from "../evaluate/index.ts";
import {
  type Grammar,
  type Operand,
  parseOperandAt,
  printOperand,
  type TransformerInput,
} from "../language/index.ts";

/** A field or a transformer in an output, after a `%`. */
export interface OutputToken {
  readonly operand: Operand;
  /** In the output's text, with the `%` and the width. */
  readonly span: Span;
}

export interface OutputProblem {
  readonly message: string;
  /** In the output's text. */
  readonly span: Span;
  /** Whether `skip-if-unknown-filter` tolerates it. */
  readonly unknown: boolean;
}

export type OutputResult =
  | { readonly tokens: readonly OutputToken[]; readonly problem?: undefined }
  | { readonly tokens?: undefined; readonly problem: OutputProblem };

/** The names that an output can use. */
export interface OutputNames {
  readonly grammar: Grammar;
  readonly vocabulary: Vocabulary;
  /** Why a name is not a field. */
  readonly problemOf: (name: string, argument?: string) => FieldProblem | undefined;
}

/** Names longer than this are cut before the lookup, as no field name is that long. */
const longestName = 4096;

/**
 * Parses an output as the engine does. It takes the longest field name after a `%`, so text can follow directly:
 * `%proc.names` is the name of the process and an `s`.
 */
export function readOutput(text: string, names: OutputNames): OutputResult {
  if (text === "")
    return {
      problem: {
        message: "the output is empty; write what Falco should report",
        span: { start: 0, end: 0 },
        unknown: false,
      },
    };
  const tokens: OutputToken[] = [];
  const fail = (message: string, span: Span, unknown = false): OutputResult => ({
    problem: { message, span, unknown },
  });
  // A leading star keeps an output with fields that have no value; it is not part of the text.
  for (let i = text.indexOf("%", text[0] === "*" ? 1 : 0); i !== -1; i = text.indexOf("%", i)) {
    if (i === text.length - 1)
      return fail("an output cannot end with `%`; name a field after it", { start: i, end: i + 1 });
    let start = i + 1;
    while (isDigit(text[start])) start++;
    if (start === text.length)
      return fail("an output cannot end with the width of a field; name the field", { start: i, end: start });
    const found = readToken(text, start, names);
    if ("problem" in found) {
      const { message, span, unknown } = found.problem;
      return fail(message, { start: i, end: Math.max(span.end, i + 1) }, unknown);
    }
    tokens.push({ operand: found.operand, span: { start: i, end: found.end } });
    i = found.end;
  }
  return { tokens };
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

function readToken(
  text: string,
  start: number,
  names: OutputNames,
): { operand: Operand; end: number } | { problem: OutputProblem } {
  // The message is made on demand, as most failures are only attempts.
  let first: (() => OutputProblem) | undefined;
  for (const argument of [true, false]) {
    const parsed = parseOperandAt(text, start, argument, names.grammar);
    if (parsed.error !== undefined) {
      const { message, span } = parsed.error;
      first ??= () => ({ message, span, unknown: true });
      continue;
    }
    const { operand, end } = parsed;
    const problem = problemOf(operand, names);
    if (problem === undefined) return { operand, end };
    // The engine crashes at a transformer with too many values.
    const unknown = !isOverfull(operand);
    first ??= () => ({ message: problem.message, span: { start, end }, unknown });
    if (!unknown) break;
    const shortened = !argument && operand.kind === "field" ? shorter(text, start, end, names) : undefined;
    if (shortened !== undefined) return shortened;
  }
  return { problem: first!() };
}

/** A field whose name is only the start of the text. */
function shorter(
  text: string,
  start: number,
  end: number,
  names: OutputNames,
): { operand: Operand; end: number } | undefined {
  for (let length = Math.min(end - start, longestName) - 1; length > 0; length--) {
    const name = text.slice(start, start + length);
    if (name.endsWith(".") || names.problemOf(name) !== undefined) continue;
    const span = { start, end: start + length };
    return { operand: { kind: "field", name, span, at: start }, end: span.end };
  }
  return undefined;
}

function problemOf(operand: Operand, names: OutputNames): { readonly message: string } | undefined {
  if (operand.kind === "field") return names.problemOf(operand.name, operand.argument?.text);
  try {
    compileOperand(operand, names.vocabulary.resolve);
    return undefined;
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
}

const combiners: ReadonlySet<string> = new Set(["join", "concat", "getopt"]);

/** Whether a transformer for one value has several, anywhere inside. */
function isOverfull(input: TransformerInput): boolean {
  if (input.kind === "operands") return input.items.some(isOverfull);
  if (input.kind !== "transformation") return false;
  const { transformer, inputs } = input;
  return (
    (inputs.length > 1 && transformer !== "val" && !combiners.has(transformer)) || inputs.some(isOverfull)
  );
}

/**
 * Names of the fields and transformers in an output, as the engine lists them, including the fields inside
 * transformers.
 */
export function outputFields(tokens: readonly OutputToken[]): string[] {
  const names: string[] = [];
  for (const { operand } of tokens) {
    let lastIsTransformer = false;
    const visit = (input: TransformerInput): void => {
      if (input.kind === "value") return;
      if (input.kind === "operands") {
        input.items.forEach(visit);
        return;
      }
      if (input.kind === "transformation") {
        input.inputs.forEach(visit);
        // Of nested transformers only the outermost is kept.
        if (lastIsTransformer) names.pop();
      }
      names.push(printOperand(input));
      lastIsTransformer = input.kind === "transformation";
    };
    visit(operand);
  }
  return names;
}
