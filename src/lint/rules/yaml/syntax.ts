import type { SourceKind } from "../../../project/classify.ts";
import type { LintRule } from "../../rule.ts";

/** Falco's own loader speaks of the YAML of rules files, so that its verdict is given once. */
const readElsewhere: readonly SourceKind[] = ["falco-rules", "other"];

const rule: LintRule = {
  id: "yaml/syntax",
  severity: "error",
  summary: "A file is not valid YAML, so nothing in it is used",
  fixable: false,
  *check({ project }) {
    for (const source of project.sources) {
      if (readElsewhere.includes(source.kind)) continue;
      for (const { errors } of source.documents) {
        // What follows the first error in a document is mostly its consequence.
        for (const error of errors.slice(0, 1)) {
          yield {
            at: error,
            message: sentence(error.message),
            help: "Mend the YAML first: what follows cannot be trusted.",
          };
        }
      }
    }
  },
};

function sentence(message: string): string {
  const line = message.split("\n")[0]!.trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

export default rule;
