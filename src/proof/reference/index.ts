export { readCorpora, type Scenario, type SignalCorpus } from "./corpus.ts";
export { type LoadedMeasurement, Measurement } from "./measure.ts";
export { type DataKind, dataKinds, type Organisation } from "./organisation.ts";
export { problemsOf } from "./problems.ts";
export type { Profiles, SignalFile } from "./signal-file.ts";
export { upstreamDetections } from "./upstream.ts";
