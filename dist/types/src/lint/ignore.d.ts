import type { Location, Project } from "../project/index.js";
import type { Finding } from "./finding.js";
/** A comment `# falcoverage-ignore RULE, RULE: reason`. The location is that of its words. */
export interface Ignore extends Location {
    /** Ids of lint rules, or `<category>/*`, each with its location. */
    readonly rules: readonly (Location & {
        readonly id: string;
    })[];
    /** Undefined where there is none; the comment then hides nothing. */
    readonly reason: string | undefined;
    readonly lines: Lines;
}
/** The lines whose findings are hidden; one object for all comments above the same line. */
interface Lines {
    readonly file: string;
    readonly first: number;
    readonly last: number;
}
/** An ignore with those of its rules that had something to hide. */
export interface EvaluatedIgnore extends Ignore {
    readonly used: ReadonlySet<string>;
}
/**
 * The ignores of all files. One that is alone on its line is for the next line that is none; where that
 * starts a block of text, as `condition: >` does, for the block too. Any other is for its own line.
 */
export declare function readIgnores(project: Project): Ignore[];
type Located = Pick<Finding, "rule" | "file" | "line">;
/** Parts findings into those that are kept and those that a comment hides, and says which comments did. */
export declare function applyIgnores<F extends Located>(findings: readonly F[], ignores: readonly Ignore[]): {
    readonly kept: F[];
    readonly ignored: F[];
    readonly evaluated: readonly EvaluatedIgnore[];
};
export {};
