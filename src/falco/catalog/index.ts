export { explainEvent, explainField, type FieldExplanation, fieldNames } from "./describe-field.ts";
export { Engine, type EngineOptions } from "./engine.ts";
export { EventTable, parameters } from "./events.ts";
export type { LoaderFeatures } from "./features.ts";
export {
  coreFields,
  type DeclaredField,
  type FieldLookup,
  FieldProblem,
  FieldTable,
  plugins,
} from "./fields.ts";
export { knownVersion } from "./known-version.ts";
export { type Priority, parsePriority, priorities } from "./priority.ts";
export { servicePorts } from "./services.ts";
export {
  compareVersions,
  type FalcoVersion,
  falcoVersions,
  findVersion,
  isCompatible,
  isIn,
  newestVersion,
  parseRequiredVersion,
  type VersionNumbers,
} from "./versions.ts";
