export { countArrivals } from "./arrivals.ts";
export { nodesOf } from "./nodes.ts";
export { Operation } from "./operation.ts";
export { type Period, periodOf } from "./period.ts";
export { deploymentsOf, type Revision } from "./revision.ts";
export { readMetrics } from "./series.ts";
export { type AssessedRule, type OperationSummary, summariseOperation } from "./summary.ts";
