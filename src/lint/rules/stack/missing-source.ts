/**
 * A volume of the Falco pod names a ConfigMap, a Secret or a key that is not there.
 *
 * ## Why
 *
 * A pod with such a volume does not start. With a wrong `subPath`, an empty directory is where the file
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

import { falcoPods, type Mount } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/missing-source",
  severity: "warning",
  confidence: "high",
  summary: "Falco's pod mounts a ConfigMap or Secret, or a key of one, that does not exist",
  fixable: false,
  *check({ stacks }) {
    for (const { stack } of falcoPods(stacks)) {
      for (const mount of stack.files.mounts) yield* checkMount(mount);
    }
  },
};

function* checkMount({ volume, subPath, path, location }: Mount): Iterable<Problem> {
  if (volume.kind === "host") return;
  const gap = volume.kind === "unknown" ? volume.unknown : volume.more;
  if (gap?.missing !== undefined)
    yield {
      at: gap.evidence,
      severity: gap.missing === "key" ? "error" : "warning",
      message: gap.why,
      help: gap.remedy,
    };
  if (gap !== undefined || volume.kind === "unknown" || volume.files.size === 0 || subPath === "") return;
  const names = [...volume.files.keys()];
  if (names.some((name) => name === subPath || name.startsWith(`${subPath}/`))) return;
  yield {
    at: location,
    severity: "error",
    message: `The volume has no "${subPath}", so ${path} is an empty directory.`,
    help: `Name one of its keys in subPath: ${names.slice(0, 5).join(", ")}.`,
  };
}

export default rule;
