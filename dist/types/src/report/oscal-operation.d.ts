import type { OperationSummary } from "../evidence/index.js";
/** What records of a period add to the result of a framework. */
interface OperationRecords {
    /** The period as the result's. */
    readonly dates: {
        readonly start: string;
        readonly end: string;
    };
    /** The nodes, as items of the inventory. */
    readonly nodes: readonly object[];
    readonly observations: readonly object[];
    /** Names of the rules that have an observation. */
    readonly rules: ReadonlySet<string>;
}
/** The observation on a rule's operation over the period. */
export declare function recordUuid(framework: string, rule: string): string;
/**
 * Observations of the records of a period: one for each rule that is named for a control, about the nodes.
 *
 * @param framework its id
 * @param names of the rules
 * @param collected when the report was made
 */
export declare function operationRecords(framework: string, operation: OperationSummary | undefined, names: readonly string[], collected: string): OperationRecords | undefined;
export {};
