export { ConditionChecker } from "./condition-checker.ts";
export type {
  KnownDefinitions,
  ListDefinition,
  LocatedText,
  MacroDefinition,
  RuleDefinition,
  RuleException,
} from "./definitions.ts";
export { type Description, describe } from "./describe.ts";
export { type Diagnostic, errorCodes, type FalcoCode, warningCodes } from "./diagnostic.ts";
export type { ExceptionEntry } from "./exceptions.ts";
export type { RulesText } from "./item-reader.ts";
export {
  LoaderEngine,
  type LoadOptions,
  type LoadResult,
  load,
  loadCompiled,
  parseRules,
} from "./load.ts";
export { type OutputNames, readOutput } from "./output.ts";
export type { ParsedRulesText } from "./reader.ts";
export { type FileSpan, TracedText } from "./traced-text.ts";
export { type ValidationResult, validate } from "./validate.ts";
