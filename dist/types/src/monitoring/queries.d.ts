import type { Resource } from "../kubernetes/index.js";
import { type Project, type Text } from "../project/index.js";
import type { Runbook } from "../runbook/index.js";
import type { Expression } from "./promql.js";
/** An expression in Prometheus' language, and its location. */
export interface Query {
    /** The expression, which the spans of `expression` lead into. */
    readonly text: Text;
    readonly expression: Expression;
    /** What asks it. */
    readonly asker: "rule" | "dashboard" | "runbook";
    /** The name of the alerting rule whose expression it is. */
    readonly alert?: string | undefined;
}
/** The queries that the repository sends to Prometheus, and what it records there. */
export interface Monitoring {
    readonly queries: readonly Query[];
    /** Names of metrics that recording rules make. */
    readonly recorded: ReadonlySet<string>;
    /** What alerting rules tell people, such as the runbook to open. */
    readonly annotations: readonly Text[];
}
/** Reads alerting and recording rules, dashboards, and the fences of runbooks. */
export declare function readMonitoring(project: Project, resources: readonly Resource[], runbooks: readonly Runbook[]): Promise<Monitoring>;
