/**
 * A webhook address, routing key, token or password is in the repository in plain text.
 *
 * ## Why
 *
 * Everybody who can read the repository, its forks and its history has it. With a webhook address anybody can
 * post false alerts, or drown true ones.
 *
 * ## Instead
 *
 * Take the value from a Secret with `secretKeyRef`.
 *
 * ## Notes
 *
 * Found by shape, and in falcosidekick's settings by name. The message never repeats the value.
 */

import { at, entries, type Location, type Node, type Project, text } from "../../../project/index.ts";
import { isPlaceholder, isSecretSetting, secretsIn, sidekicks } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const kinds = new Set(["kubernetes", "helm-values", "kustomization", "docker-compose", "falco-config"]);
const help =
  "Everybody who can read the repository has it. Put it into a Secret that is made by other means, refer to it there, and have a new one issued.";

const rule: LintRule = {
  id: "stack/plain-secret",
  severity: "error",
  confidence: "medium",
  summary: "A webhook address, key or token is in the repository in plain text",
  fixable: false,
  general: true,
  *check({ project, stacks }) {
    const shaped = new Set<string>();
    for (const { what, at: location } of byShape(project)) {
      const { file, start } = location.text.locate(location.span);
      shaped.add(`${file}:${start.line}`);
      yield { at: location, message: `This is ${what}, in plain text.`, help };
    }
    for (const { settings, outputs } of sidekicks(stacks)) {
      // The chart has defaults, such as postgres for postgres, of outputs that nobody set up.
      const isDefault = (key: string, password: string) => {
        const [output] = key.split(".");
        const user = settings.find((setting) => setting.key === `${output}.user`)?.value;
        return (
          !outputs.some(({ name }) => name === output) && user?.kind === "text" && user.text === password
        );
      };
      for (const { key, value, location } of settings) {
        if (value.kind !== "text" || !isSecretSetting(key)) continue;
        if (value.text.length < 8 || value.text === "false" || isPlaceholder(value.text)) continue;
        if (isDefault(key, value.text)) continue;
        const { file, start } = value.location.text.locate(value.location.span);
        if (shaped.has(`${file}:${start.line}`)) continue;
        yield { at: location, message: `"${key}" of falcosidekick is here in plain text.`, help };
      }
    }
  },
};

function* byShape(project: Project): Iterable<Problem & { what: string }> {
  for (const source of project.sources) {
    if (!kinds.has(source.kind) || source.embedding !== undefined) continue;
    for (const { root } of source.documents) {
      // What is encoded in a Secret's data has no shape to go by.
      const kind = text(at(root, "kind"));
      if (root !== undefined && kind !== "CustomResourceDefinition") yield* scan(root);
    }
  }
}

function* scan(node: Node): Iterable<Problem & { what: string }> {
  if (node.kind === "seq") for (const item of node.items) yield* scan(item);
  else if (node.kind === "map") for (const { value } of entries(node)) yield* scan(value);
  else if (typeof node.value === "string") {
    const { text: within, span } = node;
    const raw = within.content.slice(span.start, span.end);
    for (const { what, start, end } of secretsIn(raw)) {
      const location: Location = { text: within, span: { start: span.start + start, end: span.start + end } };
      yield { at: location, what, message: what };
    }
  }
}

export default rule;
