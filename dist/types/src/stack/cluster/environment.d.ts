import { type Location, type Node } from "../../project/index.js";
export interface EnvironmentVariable {
    /** Undefined for all keys of a Secret or ConfigMap (`envFrom`). */
    readonly name: string | undefined;
    readonly value: EnvironmentValue;
    /** The name, or the reference of `envFrom`. */
    readonly location: Location;
}
export type EnvironmentValue = {
    readonly kind: "literal";
    readonly text: string;
    readonly location: Location;
} | {
    readonly kind: "reference";
    readonly to: "Secret" | "ConfigMap";
    readonly name: string;
    /** Undefined for `envFrom`. */
    readonly key: string | undefined;
    /** For `envFrom`. */
    readonly prefix: string;
    readonly optional: boolean;
    readonly location: Location;
} | {
    readonly kind: "downward";
    readonly location: Location;
};
/** The variables of a container: those of `envFrom` first, as those of `env` win. */
export declare function readEnvironment(container: Node): EnvironmentVariable[];
