/** By rule and by signal, the acts on which the rule fires, by name. */
export type UpstreamRecord = Readonly<Record<string, Readonly<Record<string, {
    readonly attack?: readonly string[];
    readonly everyday?: readonly string[];
}>>>>;
/**
 * By the name of each rule that the Falco project publishes, the ids of the scenarios on which it fires. The texts of these
 * rules are not in here; `scripts/measure-upstream.ts` measures them and writes this record. An act that has been renamed since
 * is not among them.
 */
export declare function upstreamDetections(): ReadonlyMap<string, ReadonlySet<string>>;
