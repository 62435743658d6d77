import { type Location, type Node } from "../../project/index.js";
import { type Container, type Manifests, type Workload } from "../cluster/index.js";
import { type Assumptions, type Known } from "../evidence/index.js";
import { type Priority } from "./priority.js";
/**
 * How an output reaches somebody. `page` wakes a person, `message` is read by one, `forward` hands the alert to
 * another system, `store` keeps it for queries, `run` starts a program, `measure` counts it.
 */
export type Reach = "page" | "message" | "forward" | "store" | "run" | "measure";
/** An output that falcosidekick knows. */
export interface KnownOutput {
    /** Path in its configuration, in lower case: `slack`, `aws.s3`. */
    readonly output: string;
    readonly reach: Reach;
    /** Keys without which it stays off. */
    readonly needs: readonly string[];
    readonly keys: readonly string[];
}
export declare const knownOutputs: readonly KnownOutput[];
/** One value of falcosidekick's configuration, from a variable or from its file. */
export interface Setting {
    /** In lower case, with dots: `slack.webhookurl`. */
    readonly key: string;
    readonly value: SettingValue;
    /** Where it is named. */
    readonly location: Location;
}
/** A text, or a reference to a text elsewhere: `unknown` for a Secret that is not in the repository. */
export type SettingValue = {
    readonly kind: "text";
    readonly text: string;
    readonly location: Location;
}
/** A key that its Secret or ConfigMap lacks. */
 | {
    readonly kind: "missing";
    readonly why: string;
    readonly location: Location;
}
/** A key of a Secret that the user says is there, or that is there encoded. */
 | {
    readonly kind: "hidden";
    readonly location: Location;
    /** What is taken for granted, as a sentence, where nobody states it. */
    readonly assumption?: string;
} | {
    readonly kind: "unknown";
    readonly why: string;
    readonly remedy: string;
    readonly location: Location;
};
/** One output that somebody began to configure. */
export interface SidekickOutput {
    readonly name: string;
    readonly reach: Reach;
    /** Whether it sends; known and false with the reason when something is missing or a placeholder. */
    readonly works: Known<boolean> & {
        readonly sentence: string;
        /** Whether it holds only if a Secret exists that is not in the repository. */
        readonly assumed?: boolean;
    };
    /** The lowest priority that it sends; `debug` by default. */
    readonly minimum: Known<Priority>;
    readonly settings: readonly Setting[];
    readonly location: Location;
}
export interface Sidekick {
    readonly name: string;
    readonly namespace: string | undefined;
    readonly version: Known<string> | undefined;
    readonly port: number;
    readonly replicas: Known<number>;
    readonly settings: readonly Setting[];
    readonly outputs: readonly SidekickOutput[];
    /** Why there may be settings that are not listed. */
    readonly more: readonly SettingValue[];
    readonly workload: Workload | undefined;
    readonly location: Location;
}
export declare function sidekickContainer(workload: Workload): Container | undefined;
export declare function readSidekick(manifests: Manifests, workload: Workload, container: Container, assume: Assumptions): Sidekick;
/** What follows from the settings alone. */
export declare function sidekickOf(settings: readonly Setting[]): Pick<Sidekick, "settings" | "outputs" | "port">;
/** Settings of a YAML configuration; names count in any case. */
export declare function settingsIn(root: Node | undefined, prefix?: string): Setting[];
/** Every key in lower case, with dots. */
export declare const knownKeys: readonly string[];
export declare const variableNames: readonly string[];
/** Whether a key is one of falcosidekick's, a group of them, or an entry of one that takes any names. */
export declare function isKnownKey(key: string): boolean;
/** The key that a variable sets; the variable itself where there is none. */
export declare function variableKey(variable: string): string;
/** The output's name as people write it. */
export declare function titleOf(output: string): string;
