/**
 * A file that falcoverage would use is not valid YAML.
 *
 * ## Why
 *
 * Nothing in it can be trusted: Kubernetes refuses it, and what it maps or deploys does not exist.
 *
 * ## Instead
 *
 * Correct the YAML at the place that the message names.
 *
 * ## Notes
 *
 * Rules files are read as Falco reads them; their errors are reported as `falco/yaml-parse`. Manifests are
 * held against the library that Kubernetes reads them with, which takes more than YAML 1.2 by the letter: a
 * quoted text or a list in brackets may go on in a line that is not indented.
 */

import type { Location, SourceKind } from "../../../project/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

/** Falco's own loader speaks of the YAML of rules files, and Kubernetes' library of that of manifests. */
const readElsewhere: readonly SourceKind[] = ["falco-rules", "kubernetes", "other"];

const rule: LintRule = {
  id: "yaml/syntax",
  severity: "error",
  confidence: "high",
  summary: "A file is not valid YAML, so nothing in it is used",
  fixable: false,
  general: true,
  *check({ project, manifests }) {
    for (const source of project.sources) {
      if (readElsewhere.includes(source.kind)) continue;
      for (const { errors } of source.documents) {
        // What follows the first error in a document is mostly its consequence.
        for (const error of errors.slice(0, 1)) yield problem(error, error.message);
      }
    }
    const seen = new Set<Location>();
    for (const { kind, at, message } of manifests) {
      if (kind !== "syntax" || seen.has(at)) continue;
      seen.add(at);
      yield problem(at, message);
    }
  },
};

/** What Terraform, envsubst or Helm put something in place of. */
const placeholder = /\$\{[^}]*\}|\{\{/u;

function problem(at: Location, message: string): Problem {
  const { file } = at.text.locate(at.span);
  if (placeholder.test(at.text.line(at.text.position(at.span.start).line)))
    return {
      at,
      severity: "notice",
      message: `${file} is a template that is not valid YAML before rendering, so it was not checked: ${sentence(message)}`,
      help: "Quote the placeholder, or check the file that is made of the template.",
    };
  return {
    at,
    message: sentence(message),
    help: "Fix the YAML first: nothing after this place can be trusted.",
  };
}

function sentence(message: string): string {
  const line = message.split("\n")[0]!.trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

export default rule;
