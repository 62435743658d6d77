import type { Location } from "../project/index.ts";
import {
  type AppendOutput,
  type LoadedRule,
  type Ruleset,
  type Stack,
  syscallSource,
} from "../stack/index.ts";

/** Whether events name the namespace that they come from, or the first rule whose events do not; none where none is loaded. */
export type NamespaceField =
  | { readonly named: true; readonly location: Location | undefined }
  | { readonly named: false; readonly rule: string | undefined; readonly location: Location | undefined };

/**
 * Whether every enabled rule on system calls has `k8s.ns.name` in its output, by itself or because falco.yaml
 * appends it.
 */
export function namespaceField({ config, plugins }: Stack, ruleset: Ruleset): NamespaceField {
  const appends = config.state === "known" ? config.value.settings.appendOutput : [];
  const hasContainers = plugins.some(({ name }) => name === "container");
  const appended = appends.filter((item) => appendsNamespace(item, hasContainers));
  const outputs = new Map(ruleset.result.rules.map(({ name, output }) => [name, output.text]));
  const rules = [...ruleset.rules.values()].filter(
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
function appendsNamespace(
  { suggested, extraOutput, extraFields }: AppendOutput,
  hasContainers: boolean,
): boolean {
  if (hasContainers && suggested) return true;
  if (/%k8s\.ns\.name\b/.test(extraOutput ?? "")) return true;
  return extraFields.some((field) => field === "k8s.ns.name" || field.includes("%k8s.ns.name"));
}

/** Whether `match` selects the rule: every property that it names must be equal. */
function isFor(item: AppendOutput, { name, source, tags }: LoadedRule): boolean {
  return (
    (item.rule ?? name) === name &&
    (item.source ?? source) === source &&
    item.tags.every((tag) => tags.includes(tag))
  );
}
