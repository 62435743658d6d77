export { ConditionChecker } from "./condition-checker.ts";
export { type Description, describe } from "./describe.ts";
export { type Diagnostic, errorCodes, type FalcoCode, warningCodes } from "./diagnostic.ts";
export type { ExceptionEntry } from "./exceptions.ts";
export type { RulesText } from "./item-reader.ts";
export {
  type KnownDefinitions,
  type ListDefinition,
  LoaderEngine,
  type LoadOptions,
  type LoadResult,
  type LocatedText,
  load,
  loadCompiled,
  type MacroDefinition,
  type RuleDefinition,
  type RuleException,
} from "./load.ts";
export { type OutputNames, readOutput } from "./output.ts";
export { type FileSpan, TracedText } from "./traced-text.ts";
export { type ValidationResult, validate } from "./validate.ts";
