import { type Location, type Project, type Source, type Text } from "../project/index.js";
/** A Markdown page that says what to do when a rule fires. Its front matter names the rules. */
export interface Runbook {
    readonly source: Source;
    /** Undefined for a page next to the runbooks that names no rule, such as their README. */
    readonly front: FrontMatter | undefined;
    readonly fences: readonly Fence[];
}
export interface FrontMatter extends Location {
    readonly rules: readonly (Location & {
        readonly name: string;
    })[];
    readonly priority: (Location & {
        readonly word: string;
    }) | undefined;
    readonly controls: readonly (Location & {
        readonly framework: string;
        readonly id: string;
    })[];
    /** Of the frameworks that `controls` names, the lists. */
    readonly frameworks: ReadonlyMap<string, Location>;
}
/** A fenced code block. */
export interface Fence {
    /** First word behind the opening fence, in lower case; empty where there is none. */
    readonly language: string;
    readonly text: Text;
    /** The opening fence. */
    readonly at: Location;
    /** Whether a closing fence is missing. */
    readonly open: boolean;
}
/** Pages with a front matter that names rules, and the other pages in their folders. */
export declare function readRunbooks(project: Project): Runbook[];
