/**
 * The image is of a Falco version that is out of support, or that was never released.
 *
 * ## Why
 *
 * An old Falco gets no fixes, and lacks fields and events that today's rules ask for. A version that does not
 * exist does not start.
 *
 * ## Instead
 *
 * Use a supported release: `falcosecurity/falco:0.44.1`.
 */

import { classifyVersion, falcoVersions, newestVersion } from "../../../falco/index.ts";
import { knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const oldest = falcoVersions[0]!;

const rule: LintRule = {
  id: "stack/unknown-version",
  severity: "warning",
  confidence: "high",
  summary: "The Falco version is out of support or does not exist",
  fixable: false,
  *check({ stacks, outdated }) {
    for (const { falcoVersion } of outdated)
      yield {
        at: falcoVersion.evidence,
        message: `Falco ${knownValue(falcoVersion)} is out of support. It is older than ${oldest.falco}, the oldest version that is checked, so its configuration and rules were not.`,
        help: `Use ${newestVersion.falco}, then check again to see what it no longer accepts.`,
      };
    for (const { falcoVersion } of stacks) {
      const version = knownValue(falcoVersion);
      if (version === undefined || classifyVersion(version) !== "nonexistent") continue;
      yield {
        at: falcoVersion.evidence,
        message: `There is no release ${version} of Falco.`,
        help: `Use ${newestVersion.falco}.`,
      };
    }
  },
};

export default rule;
