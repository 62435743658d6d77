/**
 * An expression selects or groups by a label that the metric does not have.
 *
 * ## Why
 *
 * A label that is not there is the empty text: `rule="..."` selects nothing of a metric whose label is
 * `rule_name`, and the alert never fires. Grouped by it, all series come out as one.
 *
 * ## Instead
 *
 * Use the label that the metric has: `rule_name` in Falco's own metrics.
 *
 * ## Notes
 *
 * Reported are labels that only another of these metrics has, the other exporter's name of a label, and near
 * misses. Labels that Prometheus puts on every series are not known and left alone. Custom fields, templated
 * fields and `prometheus.extralabels` of a falcosidekick of the repository are labels of its metric; one that
 * none of them brings is a notice.
 */

import { type Expression, metrics, ruleMatches, sidekickEvents } from "../../../monitoring/index.ts";
import { type Location, nearest, type Span } from "../../../project/index.ts";
import { enrichmentOf, metricLabels, type Sidekick, sidekicks } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

/** Labels that Prometheus or Kubernetes put on every series. */
const ofTarget: ReadonlySet<string> = new Set([
  "job",
  "instance",
  "namespace",
  "pod",
  "container",
  "service",
  "endpoint",
  "node",
  "cluster",
  "hostname",
  "region",
  "zone",
  "role",
  "release",
  "source",
  "version",
  "status",
]);
const ours = new Set([...metrics.values()].flatMap(({ labels }) => labels));
/** What the other exporter calls the same thing. */
const renamed: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [ruleMatches, new Map([["rule", "rule_name"]])],
  [
    sidekickEvents,
    new Map([
      ["rule_name", "rule"],
      ["k8s_ns", "k8s_ns_name"],
      ["k8s_pod", "k8s_pod_name"],
    ]),
  ],
]);

const rule: LintRule = {
  id: "monitoring/unknown-label",
  severity: "error",
  confidence: "medium",
  summary: "An expression selects or groups by a label that the metric does not have",
  fixable: true,
  *check({ monitoring, stacks }) {
    const added = addedLabels(sidekicks(stacks));
    for (const { text, expression } of monitoring.queries) {
      for (const { metric, label, span, groups } of usesIn(expression)) {
        const at = { text, span };
        if (metric === sidekickEvents && added?.has(label) === true) continue;
        const problem = metric === undefined ? undefined : problemOf(metric, label);
        if (problem !== undefined)
          yield wrongLabel(at, `\`${metric}\` has no label \`${label}\``, problem, groups);
        else if (metric === sidekickEvents && added !== undefined && mayBeAdded(label))
          yield {
            at,
            severity: "notice",
            message: `falcosidekick adds no label \`${label}\`: no custom field and no extra label is called so.`,
            help: "It is there only where Prometheus itself adds it.",
          };
      }
    }
  },
};

interface LabelUse {
  readonly metric: string | undefined;
  readonly label: string;
  readonly span: Span;
  /** Whether series are grouped by it, and not selected. */
  readonly groups: boolean;
}

function usesIn({ selectors, groupings }: Expression): LabelUse[] {
  const selected = selectors.flatMap(({ metric, matchers }) =>
    matchers.map(({ label, labelSpan }) => ({ metric: metric?.name, label, span: labelSpan, groups: false })),
  );
  // With one metric alone it is sure whose labels are grouped.
  const [metric, ...others] = new Set(selectors.map((selector) => selector.metric?.name));
  if (others.length > 0) return selected;
  return [...selected, ...groupings.map(({ label, span }) => ({ metric, label, span, groups: true }))];
}

function wrongLabel(at: Location, message: string, { instead, why }: WrongLabel, groups: boolean): Problem {
  return {
    at,
    ...(groups ? { severity: "warning" as const } : {}),
    message: `${message}${why}.${instead === undefined ? "" : ` Use \`${instead}\`.`}`,
    help: groups
      ? "All series come out as one, silently."
      : "A label that is not there is the empty text, so that nothing is selected.",
    ...(instead === undefined
      ? {}
      : { fix: { description: `Use \`${instead}\``, safe: false, edits: [{ at, text: instead }] } }),
  };
}

/** Labels that custom fields and extra labels make; undefined where not all settings are known. */
function addedLabels(found: readonly Sidekick[]): Set<string> | undefined {
  const enrichments = found.map(enrichmentOf);
  if (found.length === 0 || enrichments.some(({ isWhole }) => !isWhole)) return undefined;
  return new Set(enrichments.flatMap(metricLabels));
}

/** Whether nothing else is known to bring the label. */
function mayBeAdded(label: string): boolean {
  const own = metrics.get(sidekickEvents)?.labels.includes(label) === true;
  return !own && !ofTarget.has(label) && !label.startsWith("exported_");
}

interface WrongLabel {
  readonly instead: string | undefined;
  readonly why: string;
}

function problemOf(name: string, label: string): WrongLabel | undefined {
  const metric = metrics.get(name);
  if (metric === undefined || metric.labels.includes(label)) return undefined;
  const other = renamed.get(name)?.get(label);
  if (other !== undefined) return { instead: other, why: "" };
  if (ofTarget.has(label) || label.startsWith("exported_")) return undefined;
  // Custom fields of falcosidekick are labels too.
  if (name === ruleMatches && label.startsWith("tag_")) return undefined;
  if (label === "tags")
    return name === ruleMatches
      ? { instead: undefined, why: "; each tag is one of its own, `tag_NAME`" }
      : { instead: undefined, why: `; tags are labels of \`${ruleMatches}\`` };
  if (ours.has(label)) return { instead: undefined, why: ", only another metric does" };
  const near = label.length > 3 ? nearest(label, metric.labels) : undefined;
  return near === undefined ? undefined : { instead: near, why: "" };
}

export default rule;
