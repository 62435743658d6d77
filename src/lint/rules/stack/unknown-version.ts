import { compareVersions, falcoVersions, findVersion, newestVersion } from "../../../falco/index.ts";
import { settled } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const oldest = falcoVersions[0]!;

const rule: LintRule = {
  id: "stack/unknown-version",
  severity: "warning",
  summary: "The Falco version is out of support, or is none that exists",
  fixable: false,
  *check({ stacks }) {
    for (const { falcoVersion } of stacks) {
      const version = settled(falcoVersion);
      if (version === undefined || findVersion(version) !== undefined) continue;
      // A version that came after this table is none of our business.
      if (compareVersions(version, newestVersion.falco) > 0) continue;
      const old = compareVersions(version, oldest.falco) < 0;
      yield {
        at: falcoVersion.evidence,
        message: old
          ? `Falco ${version} is out of support, and older than ${oldest.falco}, the oldest version known here.`
          : `There is no release ${version} of Falco.`,
        help: `Use ${newestVersion.falco}.`,
      };
    }
  },
};

export default rule;
