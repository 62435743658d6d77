/**
 * What the user states about things that the repository cannot show: the `assume` section of the
 * configuration, as its schema checks it. Names may be `namespace/name`, or `name` for any namespace.
 */
export interface AssumptionSettings {
    /**
     * Secrets made by other means, with every key that is used and with working values; or `strict`: none exists but
     * those of the repository. By default, a Secret that a pod does not start without is assumed to exist.
     */
    readonly secrets?: readonly string[] | "strict";
    /** ConfigMaps made by other means. */
    readonly configMaps?: readonly string[];
    /** Services that take Falco's alerts and bring them to somebody. */
    readonly services?: readonly string[];
    /** Output channels of Falco (`stdout`, `syslog`, `file`, `program`) that somebody reads. */
    readonly outputs?: readonly string[];
    /** Event sources that are fed by other means, such as a plugin of one's own. */
    readonly sources?: readonly string[];
    /** Version of Falco where the image does not tell. */
    readonly falcoVersion?: string;
}
declare const lists: {
    readonly Secret: "secrets";
    readonly ConfigMap: "configMaps";
    readonly Service: "services";
};
export declare class Assumptions {
    readonly settings: AssumptionSettings;
    constructor(settings?: AssumptionSettings);
    has(kind: keyof typeof lists, name: string, namespace: string | undefined): boolean;
    /** Whether a Secret that is not in the repository counts as made by other means, which the user did not state. */
    get assumesSecrets(): boolean;
}
export {};
