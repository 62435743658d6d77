export { canFire, type EventFeed, type Firing, isCaptured } from "./can-fire.ts";
export { RuleSet } from "./compiled-rules.ts";
export { generateSuite } from "./generate-suite.ts";
export { loadRules } from "./load-rules.ts";
export { type Proof, provenRules } from "./proven.ts";
export {
  type DataKind,
  dataKinds,
  type LoadedMeasurement,
  Measurement,
  type Scenario,
  type SignalCorpus,
  upstreamDetections,
} from "./reference/index.ts";
export type { CaseResult, RuleResult, SuiteResult } from "./run-suites.ts";
export { runTests, type TestOptions } from "./run-tests.ts";
export { type ReferenceEvents, readReferenceEvents } from "./signals.ts";
export { readSuite, type TestCase } from "./suite.ts";
export { readTestProject } from "./test-project.ts";
export { watchTests } from "./watch.ts";
