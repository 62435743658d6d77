import { type Project, type Source } from "../project/project.js";
import type { Place, Text } from "../project/text.js";
/** A Markdown page that says what to do when a rule fires. Its front matter names the rules. */
export interface Runbook {
    readonly source: Source;
    /** Undefined for a page beside the runbooks that is for no rule itself, such as their README. */
    readonly front: FrontMatter | undefined;
    readonly fences: readonly Fence[];
}
export interface FrontMatter extends Place {
    readonly rules: readonly (Place & {
        readonly name: string;
    })[];
    readonly priority: (Place & {
        readonly word: string;
    }) | undefined;
    readonly controls: readonly (Place & {
        readonly framework: string;
        readonly id: string;
    })[];
    /** Of the frameworks that `controls` names, the lists. */
    readonly frameworks: ReadonlyMap<string, Place>;
}
/** A fenced code block. */
export interface Fence {
    /** First word behind the opening fence, in lower case; empty where there is none. */
    readonly language: string;
    readonly text: Text;
    /** The opening fence. */
    readonly at: Place;
    /** Whether a closing fence is missing. */
    readonly open: boolean;
}
/** Pages with a front matter that names rules, and the other pages in their folders. */
export declare function readRunbooks(project: Project): Runbook[];
