import { at, items, type Location, type Node, text } from "../project/index.ts";
import { type LoadedRule, loadedRules, type Ruleset, type Stack, syscallSource } from "../stack/index.ts";

/** Whether events name the namespace that they come from, or the first rule whose events do not; none where none is loaded. */
export type NamespaceField =
  | { readonly named: true; readonly location: Location | undefined }
  | { readonly named: false; readonly rule: string | undefined; readonly location: Location | undefined };

/**
 * Whether every enabled rule on system calls has `k8s.ns.name` in its output, by itself or because falco.yaml
 * appends it.
 */
export function namespaceField({ config, plugins }: Stack, ruleset: Ruleset): NamespaceField {
  const root = config.state === "known" ? config.value.root : undefined;
  const hasContainers = plugins.some(({ name }) => name === "container");
  const appended = items(at(root, "append_output")).filter((item) => appendsNamespace(item, hasContainers));
  const outputs = new Map(ruleset.result.rules.map(({ name, output }) => [name, output.text]));
  const rules = [...loadedRules(ruleset).values()].filter(
    ({ enabled, source }) => enabled && source === syscallSource,
  );
  if (rules.length === 0) return { named: false, rule: undefined, location: undefined };
  for (const rule of rules) {
    if (/%(?:\w+\()*k8s\.ns\.name\b/.test(outputs.get(rule.name) ?? "")) continue;
    if (appended.some((item) => isFor(item, rule))) continue;
    return { named: false, rule: rule.name, location: rule.location };
  }
  return { named: true, location: appended[0] };
}

/** The container plugin suggests the namespace among its fields. */
function appendsNamespace(item: Node, hasContainers: boolean): boolean {
  if (hasContainers && text(at(item, "suggested_output")) === "true") return true;
  if (/%k8s\.ns\.name\b/.test(text(at(item, "extra_output")) ?? "")) return true;
  return items(at(item, "extra_fields")).some(
    (field) =>
      text(field) === "k8s.ns.name" ||
      (field.kind === "map" && field.entries.some(({ value }) => text(value)?.includes("%k8s.ns.name"))),
  );
}

/** Whether `match` takes the rule: all that it names must be so. */
function isFor(item: Node, { name, source, tags }: LoadedRule): boolean {
  const match = at(item, "match");
  const wanted = (key: string, actual: string): boolean => (text(at(match, key)) ?? actual) === actual;
  return (
    wanted("rule", name) &&
    wanted("source", source) &&
    items(at(match, "tags")).every((tag) => tags.includes(text(tag) ?? ""))
  );
}
