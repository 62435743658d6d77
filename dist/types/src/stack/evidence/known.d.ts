import type { Location } from "../../project/index.js";
/**
 * A fact about a deployment. It is `unknown` where the files do not show it, with the reason and the remedy.
 * An unknown fact counts neither as good nor as bad.
 */
export type Known<T> = {
    readonly state: "known";
    readonly value: T;
    readonly evidence: Location;
} | Unknown;
export interface Unknown {
    readonly state: "unknown";
    /** Why the files do not show it, as a sentence. */
    readonly why: string;
    /** What to do to make it known, as a sentence. */
    readonly remedy: string;
    readonly evidence: Location;
    /** What a name refers to and is not there: the ConfigMap or Secret, or a key of an existing one. */
    readonly missing?: "object" | "key";
}
export declare function known<T>(value: T, evidence: Location): Known<T>;
export declare function unknown(why: string, remedy: string, evidence: Location): Unknown;
/** The value, or undefined where it is unknown. */
export declare function knownValue<T>(fact: Known<T> | undefined): T | undefined;
