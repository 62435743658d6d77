import type { FoundProblem } from "../lint/index.js";
import type { Location } from "../project/index.js";
import type { SubjectKind, SubjectView } from "./fields.js";
/** Something that policies judge. */
export interface Subject<K extends SubjectKind = SubjectKind> {
    /** What exceptions name it by. */
    readonly name: string;
    /** For people: `The rule "Reverse shell"`. */
    readonly title: string;
    readonly view: SubjectView<K>;
    /** Where it stands; undefined for what no file holds. */
    readonly at: Location | undefined;
}
export declare function findingSubjects(findings: readonly FoundProblem[]): Subject<"finding">[];
/** A subject as expressions read it: CEL's whole numbers are of their own type. */
export declare function celValue(view: object): Readonly<Record<string, unknown>>;
/** The longest list of a subject, which an expression may look through at each step. */
export declare function longestList(view: object): number;
