export { type Check, type Comparison, type ComparisonOperator, type Condition, comparisonOperators, type Field, listOperators, type MacroReference, type Modifier, modifiers, type Operand, type OperandList, type Transformation, type TransformerInput, type TransformerName, transformers, type Value, valueOperators, } from "./ast.js";
export { byteLength, firstBytes, printable, toBytes } from "./bytes.js";
export { fieldsIn } from "./field-walk.js";
export { type Grammar, newestGrammar } from "./grammar.js";
export type { ConditionError } from "./lexer.js";
export { parse, parseOperandAt } from "./parse.js";
export { type PrintStyle, print, printOperand } from "./print.js";
export { type ConditionToken, conditionTokens, type Expected, expectedAfter, isName, type TokenKind, } from "./tokens.js";
