import { type Location, type Project, type Source } from "../project/index.js";
import { type Organisation, type SignalCorpus, type SignalFile } from "./reference/index.js";
/** Something wrong with a file of reference events. */
export interface SignalProblem extends Location {
    readonly message: string;
}
/** A file of reference events of the user's own. */
export interface OwnSignals {
    readonly source: Source;
    /** Undefined where the file does not follow its format: then nothing of it counts. */
    readonly file: SignalFile | undefined;
    readonly problems: readonly SignalProblem[];
}
/** The reference events to measure by, and the files that add to those of the product. */
export interface ReferenceEvents {
    readonly corpora: ReadonlyMap<string, SignalCorpus>;
    readonly own: readonly OwnSignals[];
}
/**
 * The reference events that come with the product, and those of the repository.
 *
 * @param organisation the values that stand for the organisation's own in them
 */
export declare function readReferenceEvents(project: Project, organisation: Organisation): Promise<ReferenceEvents>;
