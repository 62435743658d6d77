import type { MapNode, Node, Source } from "../../../project/index.js";
/** One kustomization file. */
export interface Kustomization {
    /** Its folder, which its paths start from. */
    readonly folder: string;
    readonly source: Source;
    readonly root: MapNode;
}
/** Reads the files that a kustomization names, and takes note of them. */
export interface Reader {
    /** Undefined where the file is not among those checked. */
    source(folder: string, name: string): Source | undefined;
    /** The documents of the file that a value names. */
    documents(folder: string, name: Node): readonly Node[];
}
/** What the change of one object costs of a {@link Budget}, where a look at it costs one. */
export declare const stepsOfChange = 50;
/** How much there is to do: what is more than all of it is an attack, and is left undone. */
export declare class Budget {
    #private;
    constructor(steps: number);
    /** Takes steps away; false when they are used up. */
    spend(steps: number): boolean;
    get isSpent(): boolean;
}
