/**
 * A ConfigMap has Falco rules, and no Falco pod of the repository mounts it.
 *
 * ## Why
 *
 * Falco reads files. Rules that are in the cluster and not in the pod detect nothing, and nothing tells so.
 *
 * ## Instead
 *
 * Mount the ConfigMap into the Falco pod, and list its directory in `rules_files`.
 *
 * ## Notes
 *
 * Silent in a repository without any Falco deployment, as the rules are then mounted from elsewhere. Manifests that are
 * applied together with Falco, such as those of a kustomize overlay, are checked by themselves.
 */

import { at, entries, type Location, type Source, text } from "../../../project/index.ts";
import { type Manifests, mountedSources, optionalConfigMaps, type Stack } from "../../../stack/index.ts";
import type { Model } from "../../model.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/unmounted-rules",
  severity: "warning",
  confidence: "medium",
  summary: "A ConfigMap has Falco rules that no Falco pod mounts",
  fixable: false,
  *check(model) {
    // Without any deployment the rules are deployed from elsewhere.
    if (model.stacks.length === 0) return;
    const found = unmounted(model);
    for (const name of takenByOperator(model.applied)) found.delete(name);
    for (const [name, location] of found) {
      yield {
        at: location,
        message: `No Falco pod mounts the ConfigMap "${name}", so its rules protect nothing.`,
        help: "Add it to the volumes of the Falco pod, mount it, and list the path in rules_files.",
      };
    }
  },
};

/** The ConfigMaps with rules that no Falco pod mounts, by name. */
function unmounted({ project, applied, stacks }: Model): Map<string, Location> {
  const rules = new Set(project.sources.filter(({ kind }) => kind === "falco-rules"));
  const mounted = mountedSources(stacks);
  const found = new Map<string, Location>();
  const checked = new Set<Source>();
  const files = incompleteFiles(applied);
  for (const manifests of new Set(stacks.map((stack) => stack.manifests))) {
    for (const { name, location, sources } of configMaps(manifests, rules, stacks)) {
      for (const source of sources) checked.add(source);
      if (!files.has(location.text.file)) found.set(name, location);
    }
  }
  const left = [...rules].filter((source) => !checked.has(source) && !mounted.has(source));
  for (const [name, location] of offered(left, stacks))
    if (!files.has(location.text.file)) found.set(name, location);
  return found;
}

/** The files of what is applied and was not read as a whole: the pod may be in the rest. */
function incompleteFiles(applied: Model["applied"]): ReadonlySet<string> {
  const unsure = applied.filter(({ gaps }) => gaps.length > 0);
  return new Set(unsure.flatMap(({ resources }) => resources.map(({ source }) => source.file)));
}

/** The ConfigMaps that the Falco Operator is told to take rules from; which Falco gets them, its selectors say. */
function takenByOperator(applied: Model["applied"]): ReadonlySet<string> {
  const files = applied.flatMap(({ resources }) => resources).filter(({ kind }) => kind === "Rulesfile");
  return new Set(files.flatMap(({ root }) => text(at(root, "spec", "configMapRef", "name")) ?? []));
}

/** The ConfigMaps that rules stand in, without those that a Falco pod takes up once an overlay chooses them. */
function* offered(left: readonly Source[], stacks: readonly Stack[]): Iterable<[name: string, Location]> {
  const optional = new Set(stacks.flatMap(optionalConfigMaps));
  for (const { embedding } of left) {
    if (embedding === undefined || text(at(embedding.holder, "kind")) !== "ConfigMap") continue;
    const name = at(embedding.holder, "metadata", "name");
    if (!optional.has(text(name) ?? "")) yield [text(name) ?? "", name ?? embedding.holder];
  }
}

interface Unmounted {
  readonly name: string;
  readonly location: Location;
  readonly sources: readonly Source[];
}

/** The ConfigMaps with rules among manifests that are applied together, unless a pod that gets them mounts a part. */
function* configMaps(
  manifests: Manifests,
  rules: ReadonlySet<Source>,
  stacks: readonly Stack[],
): Iterable<Unmounted> {
  // What is applied by itself may meet the manifests of an overlay in the cluster; two overlays do not meet.
  const meeting = stacks.filter((stack) => stack.manifests === manifests || stack.manifests.name === "");
  const mounted = new Set([...mountedSources(meeting)].map((source) => source.text.content));
  for (const resource of manifests.resources) {
    if (resource.kind !== "ConfigMap") continue;
    const data = at(resource.root, "data");
    const sources = entries(data).flatMap(({ key, value }) => {
      if (value.kind !== "scalar" || typeof value.value !== "string") return [];
      const source = manifests.sourceIn(resource.root, key, value, "falco-rules");
      return rules.has(source) ? [source] : [];
    });
    if (sources.length === 0 || sources.some(({ text: { content } }) => mounted.has(content))) continue;
    const isWritten = resource.source.kind === "kubernetes" && resource.apiVersion === "v1";
    const name = isWritten ? at(resource.root, "metadata", "name") : undefined;
    yield { name: resource.name ?? "", location: name ?? data ?? resource, sources };
  }
}

export default rule;
