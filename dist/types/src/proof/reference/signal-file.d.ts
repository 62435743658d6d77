import type { FieldValue } from "../../falco/index.js";
import type { Json } from "./json-path.js";
/**
 * One event as a file has it: values by field, and beside them `like`, the profiles whose fields it takes; or `audit`, an
 * event of the Kubernetes API server; or `json`, a line of Falco's output.
 */
export interface EventTemplate {
    readonly like?: string | readonly string[];
    readonly audit?: {
        readonly [key: string]: Json;
    };
    readonly json?: string | {
        readonly output_fields?: Readonly<Record<string, FieldValue>>;
    };
    readonly [field: string]: FieldValue | undefined | object;
}
interface ActTemplate {
    /** What is done, in a sentence without a full stop. */
    readonly name: string;
    /** `written`, or `recorded: ` and the version of Falco or of the plugin that gave the fields. */
    readonly origin: string;
    /** In order. */
    readonly events: readonly EventTemplate[];
}
export interface AttackTemplate extends ActTemplate {
    /** Of MITRE ATT&CK. */
    readonly technique: string;
}
export interface EverydayTemplate extends ActTemplate {
    /** The product or the kind of workload that does it. */
    readonly who: string;
}
export type Profiles = Readonly<Record<string, EventTemplate>>;
/** The events of one signal, as `policies/signals/*.yaml` has them; `schemas/signal.schema.json` describes them. */
export interface SignalFile {
    readonly signal: string;
    /** Of a signal of the user's own. */
    readonly definition?: string;
    readonly sources?: readonly string[];
    readonly profiles?: Profiles;
    readonly attacks?: readonly AttackTemplate[];
    readonly everyday?: readonly EverydayTemplate[];
}
export {};
