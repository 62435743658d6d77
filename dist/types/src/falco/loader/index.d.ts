export { ConditionChecker } from "./condition-checker.js";
export { type Description, describe } from "./describe.js";
export { type Diagnostic, errorCodes, type FalcoCode, warningCodes } from "./diagnostic.js";
export type { ExceptionEntry } from "./exceptions.js";
export type { RulesText } from "./item-reader.js";
export { type KnownDefinitions, type ListDefinition, LoaderEngine, type LoadOptions, type LoadResult, type LocatedText, load, loadCompiled, type MacroDefinition, type RuleDefinition, type RuleException, } from "./load.js";
export { type OutputNames, readOutput } from "./output.js";
export { type FileSpan, TracedText } from "./traced-text.js";
export { type ValidationResult, validate } from "./validate.js";
