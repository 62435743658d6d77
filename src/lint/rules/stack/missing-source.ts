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
 * A ConfigMap or Secret that is made by other means is stated in the configuration under `assume`. One that a page
 * of the repository makes with `kubectl create` is not reported.
 */

import type { Location } from "../../../project/index.ts";
import { falcoPods, type Mount } from "../../../stack/index.ts";
import { madeByHand } from "../../by-hand.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/missing-source",
  severity: "warning",
  confidence: "high",
  summary: "Falco's pod mounts a ConfigMap or Secret, or a key of one, that does not exist",
  fixable: false,
  *check({ stacks, project }) {
    const { objects } = madeByHand(project);
    for (const { stack } of falcoPods(stacks)) {
      for (const mount of stack.files.mounts) yield* checkMount(mount, objects);
    }
  },
};

function* checkMount(
  { volume, subPath, path, location }: Mount,
  byHand: ReadonlySet<string>,
): Iterable<Problem> {
  if (volume.kind === "host") return;
  const gap = volume.kind === "unknown" ? volume.unknown : volume.more;
  const isByHand = gap?.missing !== "key" && byHand.has(written(gap?.evidence));
  if (gap?.missing !== undefined && !isByHand)
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

/** A name as it stands in a file, without quotes. */
function written(location: Location | undefined): string {
  const { text, span } = location ?? {};
  return text === undefined || span === undefined
    ? ""
    : text.content.slice(span.start, span.end).replaceAll(/^["']|["']$/g, "");
}

export default rule;
