/**
 * A HelmRelease or an object of the Falco Operator names a ConfigMap or Secret that kustomize generates under
 * another name.
 *
 * ## Why
 *
 * kustomize ends the name of what it generates with a hash of its content, and follows the references that it
 * knows: those of pods, not those of other kinds. Flux then waits for values that never come, and the
 * operator writes no rules.
 *
 * ## Instead
 *
 * Tell kustomize of the reference under `configurations`, or set `disableNameSuffixHash: true` in the
 * generator's `options`.
 *
 * ## Notes
 *
 * With `configurations` a change of the values still changes the name, by which Flux notices it.
 * `disableNameSuffixHash: true` under the generator's `options` does as well, without that.
 */

import type { Resource } from "../../../kubernetes/index.ts";
import { at, type Node, text } from "../../../project/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kustomize/hashed-name",
  severity: "error",
  confidence: "high",
  summary: "A release or object of Falco names a ConfigMap or Secret to whose name kustomize adds a hash",
  fixable: false,
  *check({ applied }) {
    for (const { hashed, resources: built } of applied) {
      if (hashed.size === 0) continue;
      const names = new Set([...hashed].map(({ kind, name }) => `${kind}/${name}`));
      for (const resource of built) {
        if (!isFalcos(resource)) continue;
        for (const { kind, name } of namesIn(resource.root, "")) {
          if (!names.has(`${kind}/${text(name)}`)) continue;
          yield {
            at: name,
            message: `kustomize ends the name of the ${kind} "${text(name)}" with a hash, and leaves it as it is here, so nothing is found.`,
            help: "Set disableNameSuffixHash under options of the generator, or name this field under configurations (nameReference).",
          };
        }
      }
    }
  },
};

/** What kustomize does not know the fields of, and installs or configures Falco. */
function isFalcos({ apiVersion, kind, name, root }: Resource): boolean {
  if (apiVersion.includes("falcosecurity.dev/")) return true;
  const chart = text(at(root, "spec", "chart", "spec", "chart")) ?? "";
  return kind === "HelmRelease" && /falco/i.test(`${name} ${chart}`);
}

/** The names of ConfigMaps and Secrets in an object of any kind, as the keys around them tell. */
function* namesIn(node: Node, above: string): Iterable<{ readonly kind: string; readonly name: Node }> {
  if (node.kind === "seq") for (const item of node.items) yield* namesIn(item, above);
  if (node.kind !== "map") return;
  const name = at(node, "name");
  const stated = text(at(node, "kind"));
  const kind = stated ?? (/configmap/i.test(above) ? "ConfigMap" : /secret/i.test(above) ? "Secret" : "");
  if (name !== undefined && (kind === "ConfigMap" || kind === "Secret")) yield { kind, name };
  for (const { key, value } of node.entries) yield* namesIn(value, key);
}

export default rule;
