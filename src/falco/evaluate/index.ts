export { isEndOfCall } from "./direction.ts";
export { type EvaluateOptions, type Evaluation, evaluate } from "./evaluate.ts";
export { EvaluationError, Event, type FieldValue, type FieldValues } from "./event.ts";
export { deciding, type ExplainedCheck, explain, printValue } from "./explanation.ts";
export { readEvent } from "./given.ts";
export { compareConditions, type Effect } from "./implication.ts";
export {
  type CompiledOperand,
  CompileError,
  compileOperand,
  type FieldUse,
  OperatorError,
  PatternError,
} from "./operand.ts";
export { type Compiled, type CompiledCheck, compile, compileCheck, run, type Vocabulary } from "./program.ts";
export { seenBy } from "./seen-value.ts";
export { isAllAncestors } from "./special.ts";
export { transformersFor } from "./transform.ts";
export { describeShape, type Kind, kindOf, operatorsFor } from "./types.ts";
export { type EngineValue, type Network, parseLiteral } from "./value.ts";
export { vocabularyFor } from "./vocabulary.ts";
