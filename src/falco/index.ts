export type * from "./condition/ast.ts";
export { parse } from "./condition/parse.ts";
export { print, printOperand } from "./condition/print.ts";
export { type Description, describe } from "./describe.ts";
export {
  type Diagnostic,
  errorCodes,
  type FalcoCode,
  warningCodes,
} from "./diagnostic.ts";
export { type DeclaredField, plugins } from "./fields.ts";
export {
  type KnownDefinitions,
  type ListDefinition,
  type LoadOptions,
  type LoadResult,
  load,
  type MacroDefinition,
  type PlacedText,
  type RuleDefinition,
  type RuleException,
} from "./load.ts";
export type { RulesText } from "./reader.ts";
export { TracedText } from "./traced-text.ts";
export { type ValidationResult, validate } from "./validate.ts";
export { falcoVersions, findVersion, newestVersion } from "./versions.ts";
