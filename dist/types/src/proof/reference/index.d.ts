export { readCorpora, type Scenario, type SignalCorpus } from "./corpus.js";
export { type LoadedMeasurement, Measurement } from "./measure.js";
export { type DataKind, dataKinds, type Organisation } from "./organisation.js";
export { problemsOf } from "./problems.js";
export type { Profiles, SignalFile } from "./signal-file.js";
export { upstreamDetections } from "./upstream.js";
