export { Engine, type EngineOptions } from "./engine.ts";
export { EventTable, type ParameterInfo, parameters } from "./events.ts";
export { deploymentFeatures, type EngineFeatures, engineFeatures, knownLibraries } from "./features.ts";
export { type FieldLookup, FieldProblem } from "./field-problem.ts";
export { FieldTable } from "./field-table.ts";
export { coreFields, type DeclaredField, type FieldInfo, plugins } from "./fields.ts";
export { knownVersion } from "./known-version.ts";
export { type Priority, parsePriority, priorities } from "./priority.ts";
export { servicePorts } from "./services.ts";
export {
  classifyVersion,
  type FalcoVersion,
  falcoVersions,
  findVersion,
  isCompatible,
  isIn,
  isRemoved,
  newestVersion,
  parseRequiredVersion,
  type VersionNumbers,
} from "./versions.ts";
