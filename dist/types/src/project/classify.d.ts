/** What a file (or a text embedded in one) is, by its content. */
export type SourceKind = "falco-rules" | "falco-config" | "kubernetes" | "kustomization" | "helm-chart" | "helm-chart-lock" | "helmfile" | "helm-values" | "helm-template" | "docker-compose" | "matrix" | "framework" | "rule-tests" | "signal" | "config" | "markdown" | "grafana-dashboard" | "prometheus-rules" | "other";
/** Names under which the project's own configuration is found, the first that exists being used. */
export declare const configNames: string[];
/** Where Helm writes which versions it took of the charts that a chart depends on. */
export declare const chartLock = "Chart.lock";
/**
 * Tells what a text is from its content; the name helps only where a tool goes by the name itself.
 * A cheap look at the text, so that files of no interest are never parsed.
 */
export declare function classify(file: string, content: string): SourceKind;
