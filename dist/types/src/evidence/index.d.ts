export { countArrivals } from "./arrivals.js";
export { nodesOf } from "./nodes.js";
export { Operation } from "./operation.js";
export { type Period, periodOf } from "./period.js";
export { deploymentsOf, type Revision } from "./revision.js";
export { readMetrics } from "./series.js";
export { type AssessedRule, type OperationSummary, summariseOperation } from "./summary.js";
