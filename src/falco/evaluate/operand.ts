import {
  type Field,
  type Operand,
  type OperandList,
  type Transformation,
  type TransformerInput,
  toBytes,
  type Value,
} from "../language/index.ts";
import { EvaluationError, type Event } from "./event.ts";
import {
  concat,
  getopt,
  join,
  printNumber,
  rawBytes,
  type Shape,
  transform,
  transformedShape,
  type UnaryTransformer,
} from "./transform.ts";
import { describeShape } from "./types.ts";
import type { EngineValue } from "./value.ts";

/** A field in a condition, with its argument. */
export interface FieldUse extends Shape {
  readonly name: string;
  /** Name and argument as in {@link FieldValues}. */
  readonly key: string;
  /** The argument, without brackets and quotes. */
  readonly argument?: string;
  /** Whether transformers can be applied to it. */
  readonly transformable: boolean;
  /** Whether it can be compared with another field, on either side. */
  readonly comparable: boolean;
}

/** Finds a field and checks its argument. */
export type FieldResolver = (field: Field) => FieldUse | { readonly problem: string };

/** Why a condition does not compile, with the part at fault. */
export class CompileError extends Error {
  readonly node: { readonly span: { readonly start: number; readonly end: number }; readonly at: number };
  constructor(problem: string, node: CompileError["node"]) {
    super(problem);
    this.node = node;
  }
}

/** An operator that does not work on the type on its left. */
export class OperatorError extends CompileError {}

/** An invalid regular expression. */
export class PatternError extends CompileError {}

/** One side of a comparison: a field, a literal, or the result of transformers. */
export interface CompiledOperand extends Shape {
  /** The shape before transformers of one value; the engine checks this one inside of other transformers. */
  readonly base: Shape;
  readonly transformable: boolean;
  readonly comparable: boolean;
  /** Set for a field without transformers. */
  readonly field?: FieldUse;
  /** The field, also inside transformers of one value: its rules on values hold for the result. */
  readonly root?: FieldUse;
  /**
   * Set for `join`, `concat` and `getopt`, also inside other transformers. The engine does not compare their type
   * with that of a field on the right.
   */
  readonly combined: boolean;
  /** Undefined if there is no value. */
  readonly extract: (event: Event) => readonly EngineValue[] | undefined;
}

const texts: Shape = { type: "CHARBUF", list: false };

export function compileOperand(operand: Operand, resolve: FieldResolver): CompiledOperand {
  return operand.kind === "field" ? compileField(operand, resolve) : compileTransformation(operand, resolve);
}

function compileField(node: Field, resolve: FieldResolver): CompiledOperand {
  const field = resolve(node);
  if ("problem" in field) throw new CompileError(field.problem, node);
  const { type, list, transformable, comparable } = field;
  const extract = ancestorFields.has(field.key)
    ? (event: Event) => ancestors(event, field)
    : (event: Event) => nonEmpty(event.values(field.key, type), field);
  const shape = { type, list };
  return { ...shape, base: shape, transformable, comparable, field, root: field, combined: false, extract };
}

/** Fields that stand for all ancestors of the process unless an argument selects one. */
export const ancestorFields: ReadonlySet<string> = new Set([
  "proc.apid",
  "proc.aname",
  "proc.aexe",
  "proc.aexepath",
  "proc.acmdline",
  "proc.aenv",
]);

/**
 * As one text, the texts of all ancestors are joined with blanks, starting at the first that is not empty. For
 * environments the engine uses that of the process itself.
 */
function ancestors(event: Event, { key, type }: FieldUse): readonly EngineValue[] | undefined {
  if (key === "proc.aenv") return event.values("proc.env", type);
  const values = event.values(key, type);
  if (values === undefined || !values.every((value) => value instanceof Uint8Array)) return undefined;
  const first = values.findIndex((value) => value.length > 0);
  return first === -1 ? undefined : [join(new Uint8Array([0x20]), values.slice(first))];
}

/** An empty list of a plugin's field counts as no value; the engine's own lists can be empty. */
function nonEmpty(
  values: readonly EngineValue[] | undefined,
  field: FieldUse,
): readonly EngineValue[] | undefined {
  if (values?.length !== 0) return values;
  return field.list && field.name.startsWith("fd.") ? values : undefined;
}

function compileTransformation(node: Transformation, resolve: FieldResolver): CompiledOperand {
  const inputs = node.inputs.map((input) => compileInput(input, resolve));
  const [first, ...others] = inputs;
  if (first === undefined) throw new CompileError(`\`${node.transformer}\` needs a field`, node);
  if (node.transformer === "val") {
    if (node.argument !== undefined)
      throw new CompileError("`val` takes no argument in brackets; write them after the field", node);
    return first;
  }
  if (node.transformer === "join" || node.transformer === "concat" || node.transformer === "getopt") {
    return compileCombination(node, node.transformer, inputs);
  }
  if (others.length > 0) throw new CompileError(`\`${node.transformer}\` takes one value`, node);
  if (node.argument !== undefined)
    throw new CompileError(`\`${node.transformer}\` takes no argument in brackets`, node);
  return applied(node.transformer, first, node);
}

function applied(
  transformer: UnaryTransformer,
  operand: CompiledOperand,
  node: Transformation,
): CompiledOperand {
  if (!operand.transformable) {
    throw new CompileError(`${operand.field?.key ?? "this"} cannot be used in a transformer`, node);
  }
  const shape = transformedShape(transformer, operand);
  if (shape === undefined) {
    throw new CompileError(`\`${transformer}\` cannot be applied to ${describeShape(operand)}`, node);
  }
  // The engine starts from the type of the untransformed field, which for `getopt` is not a list.
  const before = operand.combined ? { ...operand, list: operand.base.list } : operand;
  const { field: _, ...rest } = operand;
  return {
    ...rest,
    ...shape,
    extract: (event) => {
      const values = operand.extract(event);
      return values && transform(transformer, values, before);
    },
  };
}

function compileInput(input: TransformerInput | OperandList, resolve: FieldResolver): CompiledOperand {
  switch (input.kind) {
    case "value":
      return literal(input);
    case "operands":
      return literalList(input, resolve);
    default:
      return compileOperand(input, resolve);
  }
}

function literal(value: Value): CompiledOperand {
  const bytes = toBytes(value.text);
  return {
    ...texts,
    base: texts,
    transformable: true,
    comparable: true,
    combined: false,
    extract: () => [bytes],
  };
}

const numbers: ReadonlySet<string> = new Set(["PID", "INT64", "UINT64"]);

function literalList(list: OperandList, resolve: FieldResolver): CompiledOperand {
  const items = list.items.map((item) => compileInput(item, resolve));
  const shape = { type: "CHARBUF", list: true };
  return {
    ...shape,
    base: shape,
    transformable: true,
    comparable: true,
    combined: false,
    extract: (event) => {
      const result: EngineValue[] = [];
      for (const item of items) {
        const values = item.extract(event);
        if (numbers.has(item.base.type)) result.push(printNumber(values));
        else if (values === undefined) return undefined;
        else result.push(...values);
      }
      return result;
    },
  };
}

/** `join`, `concat` and `getopt` check the types that their inputs had before transformers. */
function compileCombination(
  node: Transformation,
  transformer: "join" | "concat" | "getopt",
  inputs: readonly CompiledOperand[],
): CompiledOperand {
  const [first, second] = inputs;
  if (first === undefined || second === undefined || (transformer !== "concat" && inputs.length !== 2))
    throw new CompileError(`\`${transformer}\` takes two values`, node);
  if (transformer === "getopt") return compileGetopt(node, first, second);
  if (node.argument !== undefined)
    throw new CompileError(`\`${transformer}\` takes no argument in brackets`, node);
  if (transformer === "join") {
    if (first.base.list || !second.base.list)
      throw new CompileError("`join` takes a separator and a list", node);
    return { ...combination, extract: (event) => extractJoin(first, second, event) };
  }
  if (!inputs.every(({ base }) => base.type === "CHARBUF" && !base.list))
    throw new CompileError("`concat` takes texts, not lists or numbers", node);
  return { ...combination, extract: (event) => extractConcat(inputs, event) };
}

const combination = { ...texts, base: texts, transformable: true, comparable: true, combined: true };

function compileGetopt(
  node: Transformation,
  words: CompiledOperand,
  options: CompiledOperand,
): CompiledOperand {
  if (!words.base.list || options.base.list)
    throw new CompileError("`getopt` takes a list of arguments and the options", node);
  if (words.base.type !== "CHARBUF" || options.base.type !== "CHARBUF")
    throw new CompileError("`getopt` takes texts", node);
  const selected = node.argument?.text;
  if (selected !== undefined && toBytes(selected).length !== 1)
    throw new CompileError("`getopt(...)[x]` takes one letter", node);
  const extract = (event: Event) => extractGetopt(words, options, selected, event);
  return { ...combination, list: selected === undefined, extract };
}

function firstText(values: readonly EngineValue[]): Uint8Array {
  const value = values[0];
  if (value === undefined)
    throw new EvaluationError(
      "the engine reads the first of an empty list, which is whatever the memory holds",
    );
  return rawBytes(value);
}

function extractConcat(inputs: readonly CompiledOperand[], event: Event): readonly EngineValue[] | undefined {
  const parts: Uint8Array[] = [];
  for (const input of inputs) {
    const values = input.extract(event);
    if (values === undefined) return undefined;
    parts.push(firstText(values));
  }
  return [concat(parts)];
}

function extractJoin(
  separator: CompiledOperand,
  list: CompiledOperand,
  event: Event,
): readonly EngineValue[] | undefined {
  const separators = separator.extract(event);
  const values = separators && list.extract(event);
  return values && [join(firstText(separators), values.map(rawBytes))];
}

function extractGetopt(
  list: CompiledOperand,
  options: CompiledOperand,
  selected: string | undefined,
  event: Event,
): readonly EngineValue[] | undefined {
  const letters = options.extract(event);
  if (letters === undefined || letters.length === 0) return undefined;
  const values = list.extract(event);
  return values && getopt(values.map(rawBytes), firstText(letters), selected);
}
