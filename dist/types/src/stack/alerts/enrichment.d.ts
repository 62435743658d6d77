import type { Location } from "../../project/index.js";
import type { Sidekick } from "./sidekick.js";
/** A field that falcosidekick adds to every alert. */
export interface AddedField {
    readonly kind: "custom" | "templated";
    readonly name: string;
    /** The value, or the template that makes it of the alert's fields. */
    readonly value: string;
    readonly location: Location;
}
/** An entry of `CUSTOMFIELDS` or `TEMPLATEDFIELDS` that falcosidekick leaves out without stopping. */
export interface DroppedField {
    readonly variable: string;
    readonly entry: string;
    /** `shape`: not one name and one value with a colon between them. `variable`: there is no such variable. */
    readonly why: "shape" | "variable";
    readonly location: Location;
}
/** A label that is made of a field of the alert. */
export interface ExtraLabel {
    readonly output: "Prometheus" | "Loki";
    readonly field: string;
    readonly location: Location;
}
/** What falcosidekick adds to alerts and to the metric that counts them. */
export interface Enrichment {
    readonly fields: readonly AddedField[];
    readonly dropped: readonly DroppedField[];
    readonly extraLabels: readonly ExtraLabel[];
    /** Whether that is all: no part of it is in an unknown Secret or file. */
    readonly isWhole: boolean;
}
export declare function enrichmentOf(sidekick: Pick<Sidekick, "settings" | "more">): Enrichment;
/** Names of the labels that this adds to falcosidekick's own metric of alerts. */
export declare function metricLabels({ fields, extraLabels }: Enrichment): string[];
/** Fields of the alert that a template names: `index . "proc.name"`, and wrongly `.proc.name`. */
export declare function fieldsInTemplate(template: string): {
    readonly indexed: string[];
    readonly dotted: string[];
};
