import { type Location, type Project, type Source } from "../project/index.js";
import type { Signal } from "./catalog.js";
import { type Lookup } from "./control-id.js";
import { type Control, type Framework } from "./framework.js";
import { type FrameworkFile } from "./framework-file.js";
import { type FrameworkUse, type Matrix, type MatrixEntry } from "./matrix.js";
import { type ComplianceTag, TagReader } from "./tags.js";
/** A framework in use, with the controls that apply. */
export interface UsedFramework {
    readonly framework: Framework;
    /** Undefined where only the rules' tags name the framework. */
    readonly use: FrameworkUse | undefined;
    readonly baseline: string | undefined;
    readonly selected: readonly Control[];
}
/** An entry of the matrix with what its ids stand for. */
export interface ResolvedEntry {
    readonly matrix: Matrix;
    readonly entry: MatrixEntry;
    /** Undefined when there is no such framework. */
    readonly used: UsedFramework | undefined;
    readonly lookup: Lookup | undefined;
}
/** A compliance tag of a rule with what its id stands for. */
export interface ResolvedTag {
    readonly tag: ComplianceTag;
    readonly rule: string;
    readonly at: Location;
    /** Undefined when the framework is not in use. */
    readonly used: UsedFramework | undefined;
    readonly lookup: Lookup | undefined;
}
export interface Compliance {
    readonly matrices: readonly Matrix[];
    /** Files with frameworks of the user's own. */
    readonly frameworkFiles: readonly FrameworkFile[];
    readonly frameworks: readonly UsedFramework[];
    /** Ids of all frameworks that could be used, the user's own among them. */
    readonly frameworkIds: readonly string[];
    /** Knows the tags of all these frameworks. */
    readonly tagReader: TagReader;
    readonly entries: readonly ResolvedEntry[];
    readonly tags: readonly ResolvedTag[];
    /** By framework and control id, the names of the rules that the matrix or the rules' own tags give it. */
    readonly mappedRules: ReadonlyMap<UsedFramework, ReadonlyMap<string, ReadonlySet<string>>>;
}
/** A rule's name and its tags, wherever it is defined. */
export interface TaggedRule {
    readonly name: string;
    readonly tags: readonly (Location & {
        readonly value: string;
    })[];
}
/** The name of a rule that a matrix names for a control. */
type RuleNames = (rule: string, framework: string, control: string) => string;
/**
 * Puts together what is asked for: the frameworks that the matrix says are in use (or, without a matrix, those
 * that the rules' tags name), its entries and the tags, each with the control it stands for.
 *
 * @param matrices the matrix files to go by
 * @param signals what controls may ask for; default: the signals that come with the product
 * @param nameOf the name that a rule has where the matrix was written for an earlier revision
 */
export declare function readCompliance(project: Project, matrices: readonly Source[], rules: readonly TaggedRule[], signals?: readonly Signal[], nameOf?: RuleNames): Promise<Compliance>;
export {};
