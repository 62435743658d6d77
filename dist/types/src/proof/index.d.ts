export { canFire, type EventFeed, type Firing } from "./can-fire.js";
export { generateSuite } from "./generate.js";
export { loadRules } from "./load-rules.js";
export { type Proof, provenRules } from "./proven.js";
export { type DataKind, dataKinds, type LoadedMeasurement, Measurement, type Scenario, type SignalCorpus, upstreamDetections, } from "./reference/index.js";
export type { CaseResult, RuleResult, SuiteResult } from "./run.js";
export { type ReferenceEvents, readReferenceEvents } from "./signals.js";
export { readTestProject, runTests, type TestOptions } from "./test-project.js";
export { watchTests } from "./watch.js";
