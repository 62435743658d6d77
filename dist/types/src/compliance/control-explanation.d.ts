import type { Signal } from "./catalog.js";
import type { ControlCoverage, Runtime } from "./coverage.js";
import { type Evidence } from "./effective-coverage.js";
import { type Framework } from "./framework.js";
import { type Suggestion } from "./suggestion.js";
interface Title {
    readonly id: string;
    readonly title: string;
}
/** What there is to say of one control, here and in general. */
export interface ControlExplanation extends Title {
    readonly framework: Pick<Framework, "id" | "name" | "version" | "url">;
    /** Its ancestors, from the top. */
    readonly above: readonly Title[];
    /** For a heading, the controls right below it. */
    readonly below: readonly (Title & {
        readonly runtime: Runtime;
    })[];
    readonly runtime: Runtime;
    readonly why: string;
    /** The part of a `partial` control that a detector shows. */
    readonly part: string | undefined;
    /** Ids of the edition before that lead here, or that the id itself once was. */
    readonly before: {
        readonly version: string;
        readonly ids: readonly string[];
        readonly was: string | undefined;
    };
    /** Events of which any one is evidence. */
    readonly signals: readonly Signal[];
    /** What the monitoring must have, all of it. */
    readonly properties: readonly {
        readonly id: string;
        readonly definition: string;
    }[];
    /** Undefined where the matrix does not ask for the control. */
    readonly coverage: ControlCoverage | undefined;
    /** Rules of the repository that would cover it; only where none does. */
    readonly suggestions: readonly Suggestion[];
    /** Controls of other frameworks that the same events or properties show, those that share most first. */
    readonly crosswalk: readonly {
        readonly framework: string;
        readonly controls: readonly (Title & {
            readonly shared: number;
        })[];
    }[];
    /** Other frameworks in which the id that was written is a control too. */
    readonly also: readonly string[];
}
/**
 * Explains the control that an id means: `CC6.8`, `pci-dss:10.2.1.1`, `Art. 32`, or a tag such as `SOC2_CC6.8`.
 *
 * @returns undefined when it is the id of no control
 */
export declare function explainControl(written: string, evidence: Evidence): Promise<ControlExplanation | undefined>;
export {};
