import type { OperationSummary } from "../evidence/index.ts";
import { line, ns, uuid, word } from "./oscal-values.ts";

type Rule = OperationSummary["rules"][number];

/** What records of a period add to the result of a framework. */
interface OperationRecords {
  /** The period as the result's. */
  readonly dates: { readonly start: string; readonly end: string };
  /** The nodes, as items of the inventory. */
  readonly nodes: readonly object[];
  readonly observations: readonly object[];
  /** Names of the rules that have an observation. */
  readonly rules: ReadonlySet<string>;
}

/** The observation on a rule's operation over the period. */
export function recordUuid(framework: string, rule: string): string {
  return uuid("operation", framework, rule);
}

/**
 * Observations of the records of a period: one for each rule that is named for a control, about the nodes.
 *
 * @param framework its id
 * @param names of the rules
 * @param collected when the report was made
 */
export function operationRecords(
  framework: string,
  operation: OperationSummary | undefined,
  names: readonly string[],
  collected: string,
): OperationRecords | undefined {
  if (operation === undefined) return undefined;
  const { from, to } = operation.period;
  const byName = new Map<string, Rule>();
  for (const rule of operation.rules) if (!byName.get(rule.name)?.operated) byName.set(rule.name, rule);
  const rules = names.flatMap((name) => byName.get(name) ?? []);
  const subjects = operation.nodes.map(({ name }) => ({
    "subject-uuid": nodeUuid(framework, name),
    type: "inventory-item",
    title: line(name),
  }));
  return {
    dates: { start: `${from}T00:00:00Z`, end: `${to}T23:59:59Z` },
    nodes: operation.nodes.map((node) => inventoryItem(framework, node)),
    observations: rules.map((rule) => observation(framework, operation, rule, subjects, collected)),
    rules: new Set(rules.map(({ name }) => name)),
  };
}

function nodeUuid(framework: string, name: string): string {
  return uuid("node", framework, name);
}

function inventoryItem(framework: string, node: OperationSummary["nodes"][number]): object {
  const props = [
    { name: "answered-percent", ns, value: String(node.answered) },
    ...(node.existed === null ? [] : [{ name: "existed-percent", ns, value: String(node.existed) }]),
    ...(node.dropped === null ? [] : [{ name: "dropped-events", ns, value: String(node.dropped) }]),
    ...node.versions.map((version) => ({ name: "falco-version", ns, value: word(version) })),
  ];
  return { uuid: nodeUuid(framework, node.name), description: `The node ${line(node.name)}.`, props };
}

function observation(
  framework: string,
  { period, exceptions }: OperationSummary,
  rule: Rule,
  subjects: readonly object[],
  collected: string,
): object {
  const { shown } = rule;
  return {
    uuid: recordUuid(framework, rule.name),
    title: `${line(rule.name)}: operation`,
    description: rule.operated
      ? `Operated from ${period.from} to ${period.to}: nodes ran it as it is checked for ${rule.ran}% of their time, and ${rule.drills} drills and ${rule.alerts} other alerts of it arrived.`
      : `Not shown to have operated from ${period.from} to ${period.to}. ${line(rule.gap ?? "")}`,
    props: [
      { name: "operated", ns, value: String(rule.operated) },
      { name: "period-from", ns, value: period.from },
      { name: "period-to", ns, value: period.to },
      { name: "drills", ns, value: String(rule.drills) },
      { name: "alerts", ns, value: String(rule.alerts) },
    ],
    methods: [rule.drills > 0 ? "TEST" : "EXAMINE"],
    types: ["control-objective"],
    ...(subjects.length === 0 ? {} : { subjects }),
    ...(shown === null
      ? {}
      : {
          "relevant-evidence": [
            {
              description: `${shown.drill ? "A drill" : "An alert"} of ${shown.time}${shown.hostname === "" ? "" : ` on ${line(shown.hostname)}`}: ${line(shown.file)}, line ${shown.line}.`,
            },
          ],
        }),
    collected,
    ...(exceptions.length === 0 ? {} : { remarks: exceptions.map(line).join(" ") }),
  };
}
