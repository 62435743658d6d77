/** A metric that Falco 0.44 or falcosidekick exports. */
export interface Metric {
    readonly name: string;
    /** Beside those of the target, and of rules and configuration: `tag_...`, custom fields. */
    readonly labels: readonly string[];
}
export declare const metrics: ReadonlyMap<string, Metric>;
/** Counts matches of Falco's rules; its labels come from the rule. */
export declare const ruleMatches = "falcosecurity_falco_rules_matches_total";
/** Counts alerts that reach falcosidekick. */
export declare const sidekickEvents = "falcosecurity_falcosidekick_falco_events_total";
/** What falco-exporter made of the alerts that Falco sent by gRPC. */
export declare const exporterEvents = "falco_events";
/** Whether a name is of a family of which all metrics are known, and is none of them. */
export declare function isUnknownMetric(name: string): boolean;
export declare function nearestMetric(name: string): string | undefined;
/** The label that a tag of a rule becomes. Source: the Prometheus text of libs. */
export declare function tagLabel(tag: string): string;
/** Numbers that stand for priorities in the label `priority`: Falco's own, and falcosidekick's. */
export declare const priorityNumbers: ReadonlyMap<string, readonly string[]>;
