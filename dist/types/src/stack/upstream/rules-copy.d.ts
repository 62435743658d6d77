import type { Node, Source } from "../../project/index.js";
/** A rules file of the repository whose definitions are, for the most part, those of a published one. */
export interface RulesCopy {
    readonly source: Source;
    /** Name of the published file, such as `falco_rules.yaml`. */
    readonly file: string;
    /** The release that it equals, or comes nearest to: its own version, or `Falco 0.30.0` where it came with Falco. */
    readonly release: string;
    readonly newest: string;
    /** How many releases came after it. */
    readonly newer: number;
    /** Definitions that some release has word by word. */
    readonly unchanged: readonly Node[];
    /** How many definitions differ from every release. */
    readonly changed: number;
}
