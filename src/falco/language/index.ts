export {
  type Check,
  type Comparison,
  type ComparisonOperator,
  type Condition,
  comparisonOperators,
  type Field,
  listOperators,
  type MacroReference,
  type Modifier,
  modifiers,
  type Operand,
  type OperandList,
  type Transformation,
  type TransformerInput,
  type TransformerName,
  transformers,
  type Value,
  valueOperators,
} from "./ast.ts";
export { byteLength, firstBytes, printable, toBytes } from "./bytes.ts";
export { fieldsIn } from "./field-walk.ts";
export { type Grammar, newestGrammar } from "./grammar.ts";
export type { ConditionError } from "./lexer.ts";
export { parse, parseOperandAt } from "./parse.ts";
export { type PrintStyle, print, printOperand } from "./print.ts";
export {
  type ConditionToken,
  conditionTokens,
  type Expected,
  expectedAfter,
  isName,
  type TokenKind,
} from "./tokens.ts";
