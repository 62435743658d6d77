import type { Location } from "../../project/index.js";
/** What a link of the chain from a rule to a person is about, in the order of the chain. */
export declare const linkIds: readonly ["mounted", "listed", "enabled", "source", "priority", "channel", "service", "network", "output", "minimum"];
export type LinkId = (typeof linkIds)[number];
/** One link of the chain from a rule to a person. */
export interface Link {
    readonly id: LinkId;
    readonly status: "ok" | "broken" | "unknown";
    /** What holds here, or why it does not, as a sentence. */
    readonly sentence: string;
    readonly evidence: Location | undefined;
    /** For `ok`: whether it holds only if what the repository does not show is as it usually is. */
    readonly assumed?: true;
    /** For `unknown`: what to do to make it known, as a sentence. */
    readonly remedy?: string;
}
export declare function ok(id: LinkId, sentence: string, evidence: Location | undefined): Link;
export declare function assumed(id: LinkId, sentence: string, evidence: Location | undefined): Link;
export declare function broken(id: LinkId, sentence: string, evidence: Location | undefined): Link;
export declare function unsure(id: LinkId, sentence: string, remedy: string, evidence: Location | undefined): Link;
