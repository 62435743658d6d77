import type { Location } from "../project/index.js";
/** What kind of thing is wrong with a manifest; each has a lint rule of the same name, and `syntax` one of all YAML. */
export type ProblemKind = "syntax" | "schema" | "unknown-field" | "duplicate-key" | "unknown-kind" | "removed-api" | "deprecated-api" | "missing-schema" | "unreadable" | "template";
/** One thing wrong at one place of a manifest, in words for people. */
export interface ManifestProblem {
    readonly kind: ProblemKind;
    /** The key at fault; for an item of a list the item. */
    readonly at: Location;
    readonly message: string;
    readonly help?: string;
    readonly fix?: ManifestFix;
}
export interface ManifestFix {
    readonly description: string;
    /** Whether the edits say what the author certainly means. */
    readonly safe: boolean;
    readonly edits: readonly {
        readonly at: Location;
        readonly text: string;
    }[];
}
