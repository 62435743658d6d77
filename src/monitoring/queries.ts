import type { Resource } from "../kubernetes/index.ts";
import {
  at,
  embeddedText,
  entries,
  items,
  type Node,
  ofKind,
  type Project,
  parseYaml,
  type Source,
  type Text,
  text,
} from "../project/index.ts";
import type { Runbook } from "../runbook/index.ts";
import type { Expression } from "./promql.ts";

/** An expression in Prometheus' language, and its location. */
export interface Query {
  /** The expression, which the spans of `expression` lead into. */
  readonly text: Text;
  readonly expression: Expression;
  /** What asks it. */
  readonly asker: "rule" | "dashboard" | "runbook";
  /** The name of the alerting rule whose expression it is. */
  readonly alert?: string | undefined;
}

/** The queries that the repository sends to Prometheus, and what it records there. */
export interface Monitoring {
  readonly queries: readonly Query[];
  /** Names of metrics that recording rules make. */
  readonly recorded: ReadonlySet<string>;
  /** What alerting rules tell people, such as the runbook to open. */
  readonly annotations: readonly Text[];
}

/** Reads alerting and recording rules, dashboards, and the fences of runbooks. */
export async function readMonitoring(
  project: Project,
  resources: readonly Resource[],
  runbooks: readonly Runbook[],
): Promise<Monitoring> {
  const recorded = new Set<string>();
  const annotations: Text[] = [];
  const found: Omit<Query, "expression">[] = [];
  const addRules = (root: Node | undefined): void => {
    for (const group of items(at(root, "groups"))) {
      for (const rule of items(at(group, "rules"))) {
        const expression = textIn(at(rule, "expr"));
        if (expression !== undefined)
          found.push({ text: expression, asker: "rule", alert: text(at(rule, "alert")) });
        const name = text(at(rule, "record"));
        if (name !== undefined) recorded.add(name);
        for (const { value } of entries(at(rule, "annotations")))
          annotations.push(...[textIn(value) ?? []].flat());
      }
    }
  };
  for (const { documents } of ofKind(project, "prometheus-rules"))
    for (const { root } of documents) addRules(root);
  for (const { kind, root } of resources) if (kind === "PrometheusRule") addRules(at(root, "spec"));
  for (const dashboard of dashboards(project, resources))
    for (const text of expressionsIn(dashboard)) found.push({ text, asker: "dashboard" });
  for (const { fences } of runbooks)
    for (const fence of fences)
      if (fence.language === "promql") found.push({ text: fence.text, asker: "runbook" });
  if (found.length === 0) return { queries: [], recorded, annotations };
  // The grammar is not small, and few repositories need it.
  const { parseExpression } = await import("./promql.ts");
  const queries = found
    .filter(({ text }) => !isLogQuery(text.content))
    .map((query) => ({
      ...query,
      expression: parseExpression(query.text.content, query.asker !== "rule"),
    }));
  return { queries, recorded, annotations };
}

/** Whether an expression is one of Loki, whose rules and dashboards look alike: something follows its selector. */
function isLogQuery(expression: string): boolean {
  return /\}\s*(?:\|(?:[=~>\s]|\w)|!~|!=\s*["`])/.test(expression);
}

function* dashboards(project: Project, resources: readonly Resource[]): Iterable<Node> {
  const roots = (source: Source) => source.documents.flatMap(({ root }) => root ?? []);
  for (const source of ofKind(project, "grafana-dashboard")) yield* roots(source);
  for (const { kind, root } of resources) {
    if (kind !== "ConfigMap") continue;
    for (const { key, value } of entries(at(root, "data"))) {
      if (!key.endsWith(".json") || value.kind !== "scalar" || typeof value.value !== "string") continue;
      if (!value.value.includes('"panels"')) continue;
      for (const { root: dashboard } of parseYaml(embeddedText(value))) if (dashboard) yield dashboard;
    }
  }
}

function textIn(node: Node | undefined): Text | undefined {
  if (node?.kind !== "scalar" || typeof node.value !== "string" || node.value === "") return undefined;
  return embeddedText(node);
}

/** The queries of a dashboard's panels, rows of panels, variables and annotations. */
function* expressionsIn(root: Node): Iterable<Text> {
  const sources = dataSources(root);
  const nodes: (Node | undefined)[] = [];
  const visit = (panels: Node | undefined): void => {
    for (const panel of items(panels)) {
      for (const target of items(at(panel, "targets")))
        if (isPrometheus(sources, target, panel)) nodes.push(at(target, "expr"));
      visit(at(panel, "panels"));
    }
  };
  visit(at(root, "panels"));
  for (const annotation of items(at(root, "annotations", "list")))
    if (isPrometheus(sources, annotation)) nodes.push(at(annotation, "expr"));
  yield* nodes.map(textIn).filter((text) => text !== undefined);
  for (const variable of items(at(root, "templating", "list"))) {
    if (text(at(variable, "type")) !== "query" || !isPrometheus(sources, variable)) continue;
    const query = at(variable, "query");
    const queryText = textIn(query?.kind === "map" ? at(query, "query") : query);
    const inner = queryText && argumentOf(queryText);
    if (inner !== undefined) yield inner;
  }
}

/** Kinds of data sources by the variables and inputs of a dashboard that stand for them. */
function dataSources(root: Node): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const variable of items(at(root, "templating", "list"))) {
    if (text(at(variable, "type")) !== "datasource") continue;
    kinds.set(text(at(variable, "name")) ?? "", text(at(variable, "query")) ?? "");
  }
  for (const input of items(at(root, "__inputs")))
    kinds.set(text(at(input, "name")) ?? "", text(at(input, "pluginId")) ?? "");
  return kinds;
}

/**
 * Whether the first of these that names a data source names one of Prometheus, as one does whose kind is not given.
 * A data source is named by a map with its kind, by a variable, or by a name that people choose.
 */
function isPrometheus(kinds: ReadonlyMap<string, string>, ...askers: readonly Node[]): boolean {
  for (const asker of askers) {
    const source = at(asker, "datasource");
    const name = text(source) ?? text(at(source, "uid")) ?? "";
    const variable = /^\$\{?(\w+)/.exec(name)?.[1];
    const kind =
      text(at(source, "type")) ??
      kinds.get(variable ?? "") ??
      /loki|elastic|tempo|influx|graphite/i.exec(name)?.[0];
    if (kind !== undefined && kind !== "") return /prom|mimir|thanos|victoria|^datasource$|mixed/i.test(kind);
  }
  return true;
}

/** The expression in `label_values(expression, label)` and `query_result(expression)`, which are Grafana's own. */
function argumentOf(queryText: Text): Text | undefined {
  const { content } = queryText;
  const open = content.indexOf("(");
  const close = content.lastIndexOf(")");
  const name = content.slice(0, Math.max(open, 0)).trim();
  if ((name !== "label_values" && name !== "query_result") || close < open) return undefined;
  const comma = name === "label_values" ? content.lastIndexOf(",", close) : -1;
  // With one argument it asks for a label of all metrics.
  if (name === "label_values" && comma < open) return undefined;
  const inner = content.slice(open + 1, comma === -1 ? close : comma);
  return queryText.embed(inner, [{ inner: 0, outer: open + 1, length: inner.length }]);
}
