import { Document, isMap, parseDocument, type YAMLMap } from "yaml";
import { type Compliance, type Detections, type Framework, loadFramework } from "../compliance/index.ts";
import type { Ruleset } from "../stack/index.ts";
import { schemaUrl } from "./configuration.ts";

/** The Falco rules to name for a control, each with the signals of the control that it detects, if any. */
export type Proposals = (framework: Framework, control: string) => ReadonlyMap<string, readonly string[]>;

/** A matrix with a proposal for each control of the frameworks, for people to go on from. */
export async function matrixText(
  ids: readonly string[],
  compliance: Compliance,
  proposals: Proposals,
): Promise<string> {
  const frameworks: object[] = [];
  const controls: Record<string, Record<string, unknown>> = {};
  const document = new Document({});
  for (const id of ids) {
    const used = compliance.frameworks.find((one) => one.framework.id === id);
    const framework = used?.framework ?? (await loadFramework(id));
    if (framework === undefined) continue;
    const baseline = framework.defaultBaseline;
    frameworks.push({ id, version: framework.version, ...(baseline !== undefined && { baseline }) });
    const named: Record<string, unknown> = {};
    for (const control of framework.controls.values()) {
      const rules = [...proposals(framework, control.id)].sort(([a], [b]) => (a < b ? -1 : 1));
      if (control.group || rules.length === 0) continue;
      const names = rules.map(([name, signals]) => {
        const node = document.createNode(name);
        if (signals.length > 0) node.comment = ` ${signals.join(", ")}`;
        return node;
      });
      named[control.id] = { rules: names };
    }
    controls[id] = named;
  }
  document.contents = document.createNode({ version: 1, frameworks, controls });
  document.commentBefore = [
    ` yaml-language-server: $schema=${schemaUrl("matrix")}`,
    " Which Falco rules cover which controls. After a rule are the signals by which it was proposed: kinds of attacks of",
    " which it detects some. Read each before you rely on it.",
  ].join("\n");
  return document.toString({ lineWidth: 0 });
}

/** The rules that detect a reference attack of a signal that a control asks for, and those whose tags name the control. */
export function proposalsFor(
  compliance: Compliance,
  rulesets: readonly Ruleset[],
  detections: Detections,
): Proposals {
  const bySignal = new Map<string, Set<string>>();
  for (const [signal, corpus] of detections.corpora) {
    const attacks = corpus.attacks.flatMap(({ scenarios }) => scenarios);
    const rules = new Set<string>();
    for (const ruleset of rulesets) {
      for (const name of ruleset.rules.keys()) {
        const fires = detections.of(ruleset, name, corpus);
        if (attacks.some((scenario) => fires.has(scenario))) rules.add(name);
      }
    }
    bySignal.set(signal, rules);
  }
  return (framework, id) => {
    const found = new Map<string, string[]>();
    for (const signal of framework.controls.get(id)?.signals ?? []) {
      for (const rule of bySignal.get(signal) ?? []) found.set(rule, [...(found.get(rule) ?? []), signal]);
    }
    for (const rule of taggedFor(compliance, framework.id, id)) found.set(rule, found.get(rule) ?? []);
    return found;
  };
}

function taggedFor({ tags }: Compliance, framework: string, id: string): string[] {
  return tags.flatMap(({ used, lookup, rule }) =>
    used?.framework.id === framework &&
    lookup !== undefined &&
    "control" in lookup &&
    lookup.control.id === id
      ? [rule]
      : [],
  );
}

/** Matrices joined into the first and cut down to some frameworks, their comments kept. */
export function withFrameworks([text = "", ...others]: readonly string[], ids: readonly string[]): string {
  const document = parseDocument(text);
  for (const other of others.map((one) => parseDocument(one)))
    for (const key of ["frameworks", "controls"] as const)
      (document.get(key) as { items: unknown[] }).items.push(
        ...(other.get(key) as { items: unknown[] }).items,
      );
  const keep = new Set(ids);
  const frameworks = document.get("frameworks") as { items: YAMLMap[] };
  frameworks.items = frameworks.items.filter((item) => isMap(item) && keep.has(String(item.get("id"))));
  const controls = document.get("controls") as YAMLMap<{ value: string }>;
  controls.items = controls.items.filter(({ key }) => keep.has(key.value));
  return document.toString({ lineWidth: 0 });
}
