/**
 * A volume of the Falco pod names a ConfigMap, a Secret or a key that is not there.
 *
 * ## Why
 *
 * A pod with such a volume does not start. With a wrong `subPath`, an empty directory stands where the file
 * should be.
 *
 * ## Instead
 *
 * Write the name of a ConfigMap or Secret that exists, and a key that it has.
 *
 * ## Notes
 *
 * A ConfigMap or Secret that is made by other means is stated in the configuration under `assume`.
 */

import { falcoPods } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/missing-source",
  severity: "warning",
  confidence: "high",
  summary: "Falco's pod mounts a ConfigMap or Secret, or a key of one, that is not there",
  fixable: false,
  *check({ stacks }) {
    for (const { stack } of falcoPods(stacks)) {
      for (const { volume, subPath, path, location } of stack.files.mounts) {
        if (volume.kind === "files" && volume.files.size > 0 && volume.more === undefined && subPath !== "") {
          const names = [...volume.files.keys()];
          if (names.some((name) => name === subPath || name.startsWith(`${subPath}/`))) continue;
          yield {
            at: location,
            severity: "error",
            message: `The volume has no "${subPath}", so an empty directory stands at ${path}.`,
            help: `Name one of its keys in subPath: ${names.slice(0, 5).join(", ")}.`,
          };
          continue;
        }
        const gap =
          volume.kind === "unknown" ? volume.unknown : volume.kind === "files" ? volume.more : undefined;
        if (gap?.missing === undefined) continue;
        yield {
          at: gap.evidence,
          severity: gap.missing === "key" ? "error" : "warning",
          confidence: gap.missing === "key" ? "high" : "medium",
          message: gap.why,
          help: gap.settleBy,
        };
      }
    }
  },
};

export default rule;
