/** A rule of a rules file that the Falco project publishes, as facts; its text is not ours to copy. */
export interface UpstreamRule {
    readonly name: string;
    /** In lower case. */
    readonly priority: string;
    /** Event source; absent for system calls. */
    readonly source?: string;
    /** Present when the file disables it. */
    readonly enabled?: false;
    readonly tags: readonly string[];
    /** Event types that it listens to; absent where the condition does not bound them. */
    readonly events?: readonly string[];
}
export interface UpstreamMacro {
    readonly name: string;
    readonly events?: readonly string[];
}
/** What one version of a published rules file defines. */
export interface UpstreamRules {
    /** Name of the artifact, such as `falco-rules`. */
    readonly artifact: string;
    /** The version asked for, or the newest that fits. */
    readonly version: string;
    readonly rules: readonly UpstreamRule[];
    readonly macros: readonly UpstreamMacro[];
    readonly lists: readonly string[];
}
/** Rules artifacts by the name under which falcoctl knows them, with the file that they install. */
export declare const rulesArtifacts: ReadonlyMap<string, string>;
/**
 * What the artifact defines in that version; `version` may leave out parts, as falcoctl allows (`5`, `5.1`),
 * and `latest` or an empty text means the newest that is known. Undefined for an artifact that is not known.
 */
export declare function upstreamRules(artifact: string, version: string): UpstreamRules | undefined;
/** Names of the artifacts that have a rule of this name, in any version that is known. */
export declare function artifactsWithRule(rule: string): string[];
