import { type Location, type Node, type SchemaError, type SeqNode, type Source } from "../project/index.js";
import { type Runtime } from "./coverage.js";
/** A framework that the matrix says is in use. */
export interface FrameworkUse extends Location {
    readonly id: string;
    /** The edition that the control ids are of, where the matrix states it. */
    readonly version: string | undefined;
    readonly baseline: (Location & {
        readonly id: string;
    }) | undefined;
    /** Ids as written; undefined means all of the framework. */
    readonly selection: readonly (Location & {
        readonly id: string;
    })[] | undefined;
}
/** The statement that a control does not apply. */
export interface OutOfScope extends Location {
    readonly reason: string;
    readonly owner: string;
    /** Last day, `YYYY-MM-DD`; undefined for good. */
    readonly until: string | undefined;
}
/** What the matrix says of one control. The location is that of the control's id. */
export interface MatrixEntry extends Location {
    readonly framework: Location & {
        readonly id: string;
    };
    /** The control's id as written. */
    readonly controlId: string;
    readonly rules: readonly (Location & {
        readonly name: string;
    })[];
    /** The list of rules, to add to. */
    readonly rulesNode: SeqNode | undefined;
    readonly scope: OutOfScope | undefined;
    readonly runtime: (Location & {
        readonly class: Runtime;
        readonly reason: string;
    }) | undefined;
}
/** A matrix file, as written. What it names may not exist. */
export interface Matrix {
    readonly source: Source;
    readonly errors: readonly SchemaError[];
    readonly frameworks: readonly FrameworkUse[];
    readonly entries: readonly MatrixEntry[];
    /** The `controls` map, to add to. */
    readonly controls: Node | undefined;
}
/** Reads what can be read of a matrix file; what does not follow the schema is in `errors`. */
export declare function readMatrix(source: Source): Matrix;
