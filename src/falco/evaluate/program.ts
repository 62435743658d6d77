import {
  type Check,
  type Comparison,
  type ComparisonOperator,
  type Condition,
  type Operand,
  print,
  printOperand,
  type Transformation,
} from "../language/index.ts";
import { EvaluationError, type Event, fromHex } from "./event.ts";
import { compileListMatcher, compileMatcher, type Matcher } from "./match.ts";
import { Memory } from "./memory.ts";
import {
  type CompiledOperand,
  CompileError,
  compileOperand,
  type FieldResolver,
  type FieldUse,
  OperatorError,
  PatternError,
} from "./operand.ts";
import { specialTest, type Test } from "./special.ts";
import { describeShape, operatorsFor, supportsOperator } from "./types.ts";
import { type EngineValue, maxTextBytes, parseLiteral } from "./value.ts";

/** The names that conditions can use: fields, values of `evt.type`, and service names for ports. */
export interface Vocabulary {
  readonly resolve: FieldResolver;
  readonly hasEvent: (name: string) => boolean;
  readonly ports: ReadonlyMap<string, number>;
  /** Fields by the keys of event values, filled as events name them: the same few keys recur in every event. */
  readonly eventFields: Map<string, FieldUse>;
}

/** A condition that can be evaluated. Its nodes refer to the nodes of its AST. */
export type Compiled = CompiledGroup | CompiledNot | CompiledCheck;

interface CompiledGroup {
  readonly kind: "and" | "or";
  readonly children: readonly Compiled[];
}

interface CompiledNot {
  readonly kind: "not";
  readonly child: Compiled;
}

export interface CompiledCheck {
  readonly kind: "check";
  readonly check: Check;
  readonly left: CompiledOperand;
  readonly test: Test;
}

/**
 * Compiles a resolved condition with the engine's rules on fields, operators, types and values.
 *
 * @throws CompileError for the first part that does not compile
 */
export function compile(condition: Condition, vocabulary: Vocabulary): Compiled {
  return compileNode(condition, vocabulary, new Memory());
}

function compileNode(condition: Condition, vocabulary: Vocabulary, memory: Memory): Compiled {
  switch (condition.kind) {
    case "and":
    case "or":
      return {
        kind: condition.kind,
        children: condition.children.map((child) => compileNode(child, vocabulary, memory)),
      };
    case "not":
      return { kind: "not", child: compileNode(condition.child, vocabulary, memory) };
    case "macro":
      if (condition.condition === undefined)
        throw new CompileError(`there is no macro \`${condition.name}\``, condition);
      return compileNode(condition.condition, vocabulary, memory);
    default:
      return compileCheck(condition, vocabulary, memory);
  }
}

/** Evaluates from left to right and stops as soon as the result is certain. */
export function run(compiled: Compiled, event: Event): boolean {
  switch (compiled.kind) {
    case "and":
      for (const child of compiled.children) if (!run(child, event)) return false;
      return true;
    case "or":
      for (const child of compiled.children) if (run(child, event)) return true;
      return false;
    case "not":
      return !run(compiled.child, event);
    case "check":
      return compiled.test(event);
  }
}

/**
 * Compiles one check of a condition.
 *
 * @param memory shared by all checks of a condition; none for a check by itself
 * @throws CompileError
 */
export function compileCheck(check: Check, vocabulary: Vocabulary, memory?: Memory): CompiledCheck {
  const left = compileSide(check.left, vocabulary, memory);
  const test = compileTest(check, left, vocabulary, memory);
  return {
    kind: "check",
    check,
    left,
    test: memory && isRemembered(left) ? memory.once(print(check), test) : test,
  };
}

/** The engine does not cache networks. */
function isRemembered({ type }: CompiledOperand): boolean {
  return type !== "IPNET";
}

/** Compiles one side of a check. The engine does not cache operands inside of others. */
function compileSide(operand: Operand, vocabulary: Vocabulary, memory: Memory | undefined): CompiledOperand {
  const compiled = compileOperand(operand, vocabulary.resolve);
  // A field needs no cache.
  if (memory === undefined || compiled.field !== undefined || !isRemembered(compiled)) return compiled;
  return { ...compiled, extract: memory.once(printOperand(operand), compiled.extract) };
}

function compileTest(
  check: Check,
  left: CompiledOperand,
  vocabulary: Vocabulary,
  memory: Memory | undefined,
): Test {
  if (check.kind === "exists") return testOf(check, left, [], (event) => left.extract(event) !== undefined);
  if (!supportsOperator(left.type, left.list, check.operator)) {
    const works = ["exists", ...operatorsFor(left)].map((operator) => `\`${operator}\``).join(", ");
    throw new OperatorError(
      `\`${check.operator}\` does not work on ${describeShape(left)}; use one of ${works}`,
      { at: check.at, span: check.operatorSpan },
    );
  }
  return check.right.kind === "transformation"
    ? compareWithOperand(check, left, compileSide(check.right, vocabulary, memory), check.right)
    : compareWithValues(check, left, literals(check, left, vocabulary));
}

/** The values on the right-hand side, parsed as the type on the left. */
function literals(check: Comparison, left: CompiledOperand, vocabulary: Vocabulary): readonly EngineValue[] {
  const { right, operator } = check;
  if (right.kind === "transformation") return [];
  return (right.kind === "list" ? right.values : [right]).map((value) => {
    const { text } = value;
    if (left.field?.name === "evt.rawarg" && left.type === "BYTEBUF") {
      throw new CompileError(
        `${left.field.key} is a buffer of bytes, which the engine compares with no value`,
        value,
      );
    }
    if (operator === "bcontains" || operator === "bstartswith") {
      const bytes = fromHex(text);
      if (bytes === undefined)
        throw new CompileError(`\`${operator}\` takes pairs of hexadecimal digits`, value);
      if (bytes.length > maxTextBytes)
        throw new CompileError(`\`${operator}\` takes at most ${maxTextBytes} bytes`, value);
      return bytes;
    }
    if (left.root?.name === "evt.type" && !vocabulary.hasEvent(text)) {
      throw new CompileError(`there is no event or system call \`${text}\``, value);
    }
    const parsed = parseLiteral(text, left.type, vocabulary.ports);
    if ("problem" in parsed)
      throw new CompileError(parsed.problem + addressHint(left.field?.key, text), value);
    return parsed.value;
  });
}

/** The related field that accepts the value: a network, or the name of a host. */
function addressHint(field: string | undefined, text: string): string {
  const [end] = /^fd\.[cslr]?(?=ip$|net$)/.exec(field ?? "") ?? [];
  if (end === undefined) return "";
  if (field === `${end}net`)
    return /^[\d.]+$|^[\da-f]*:[\da-f:]*$/i.test(text) ? `; for an address write \`${end}ip\`` : "";
  if (/^[\d.]+\/\d+$|^[\da-f:]+\/\d+$/i.test(text)) return `; for a network write \`${end}net\``;
  const isHost = end !== "fd." && /^(?:[\w-]+\.)+[a-z]+$/i.test(text);
  return isHost ? `; for the name of a host write \`${end}ip.name\`` : "";
}

function testOf(check: Check, left: CompiledOperand, right: readonly EngineValue[], ordinary: Test): Test {
  return left.field === undefined ? ordinary : specialTest({ field: left.field, check, right, ordinary });
}

function compareWithValues(check: Comparison, left: CompiledOperand, right: readonly EngineValue[]): Test {
  if (left.list) {
    const matches = compileListMatcher(check.operator, left.type, right);
    return (event) => {
      const values = left.extract(event);
      return values !== undefined && matches(values);
    };
  }
  const matches = compileMatcher(check.operator, check.modifier, left.type, right);
  if (matches === undefined)
    throw new PatternError(
      `this is not a regular expression in RE2's POSIX syntax${posixHint(check.right)}`,
      check.right,
    );
  return testOf(check, left, right, (event) => matchScalar(left.extract(event), matches));
}

/** Syntax of other regular expressions, and what to write instead. */
const otherSyntax: readonly (readonly [found: RegExp, instead: string])[] = [
  [/\\d/, "`[0-9]` for `\\d`"],
  [/\\w/, "`[0-9A-Za-z_]` for `\\w`"],
  [/\\s/, "`[[:space:]]` for `\\s`"],
  [/\\[DWS]/, "a negated class such as `[^0-9]`"],
  [/\\b/, "the characters around the word, as there is no `\\b`"],
  [/\(\?i/, "both cases of a letter, as there is no `(?i)`, or use `icontains` or `iglob`"],
  [/\(\?/, "`(...)`, as no group begins with `?`"],
  [/[*+?}]\?/, "the repetition without the `?` behind it"],
];

function posixHint(right: Comparison["right"]): string {
  const texts =
    right.kind === "list" ? right.values.map(({ text }) => text) : "text" in right ? [right.text] : [];
  const hint = otherSyntax.find(([found]) => texts.some((text) => found.test(text)))?.[1];
  return hint === undefined ? "" : `; write ${hint}`;
}

function matchScalar(values: readonly EngineValue[] | undefined, matches: Matcher): boolean {
  const value = values?.[0];
  if (values === undefined || value === undefined) return false;
  if (values.length > 1) throw new EvaluationError("a single value was expected, and a list came");
  return matches(value);
}

/**
 * With a combination of fields on the left, the engine loses the field on the right and has nothing to compare with.
 */
function compareWithNothing(operator: ComparisonOperator, left: CompiledOperand): Test {
  return (event) => {
    const values = left.extract(event);
    if (values === undefined || operator === "intersects") return false;
    // Every element of an empty list is in the empty set.
    if (operator === "in") return left.list && values.length === 0;
    throw new EvaluationError(
      `a combination of fields on the left of \`${operator}\` and a field on the right end the engine`,
    );
  };
}

function compareWithOperand(
  { operator }: Comparison,
  left: CompiledOperand,
  right: CompiledOperand,
  at: Transformation,
): Test {
  const fail = (problem: string): never => {
    throw new CompileError(problem, at);
  };
  if (operator === "pmatch" || operator === "regex")
    fail(`\`${operator}\` does not compare with another field`);
  if (left.type === "IPNET") fail("a network is not compared with another field");
  for (const side of [left, right]) {
    if (!side.comparable) fail(`${side.field?.key ?? "this"} cannot be compared with another field`);
  }
  if (!left.combined && (left.type !== right.type || left.list !== right.list)) {
    fail(`${describeShape(left)} is not compared with ${describeShape(right)}`);
  }
  if (left.combined) return compareWithNothing(operator, left);
  return (event) => {
    const values = left.extract(event);
    if (values === undefined) return false;
    const others = right.extract(event);
    if (others === undefined) return false;
    if (left.list) return compileListMatcher(operator, left.type, others)(values);
    const matches = compileMatcher(operator, undefined, left.type, others);
    return matches !== undefined && matchScalar(values, matches);
  };
}
