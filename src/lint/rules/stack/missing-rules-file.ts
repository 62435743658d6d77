/**
 * `rules_files` lists a path at which there is no file.
 *
 * ## Why
 *
 * Falco passes over it silently, so the rules that were meant to be there are missing. A volume mounted over
 * `/etc/falco` hides the default rules of the image in the same way. When no listed file exists, Falco does
 * not start.
 *
 * ## Instead
 *
 * List a path at which the container has a file, or mount the file there.
 *
 * ## Notes
 *
 * `falco_rules.local.yaml` and `rules.d`, which the default falco.yaml lists for you to fill, may be absent.
 */

import type { LintRule } from "../../rule.ts";

/** Files that a default falco.yaml lists for people to add, which may well be absent. */
const optional = /\/(?:falco_rules\.local\.yaml|rules\.d\/?)$/;

const rule: LintRule = {
  id: "stack/missing-rules-file",
  severity: "warning",
  confidence: "high",
  summary: "rules_files lists a path at which there is no file",
  fixable: false,
  *check({ stacks }) {
    for (const { rulesFiles, config } of stacks) {
      if (config.state === "unknown") continue;
      const nothing = rulesFiles.loaded.length === 0 && rulesFiles.more.length === 0;
      for (const { path, listedAt, hiddenBy } of rulesFiles.missing) {
        if (optional.test(path) && !nothing) continue;
        const hidden = path === "/etc/falco/falco_rules.yaml" && hiddenBy !== undefined;
        yield {
          at: listedAt,
          severity: nothing || hidden ? "error" : "warning",
          message: hidden
            ? `${path} is not there: a volume mounted over its directory hides the rules of the image.`
            : nothing
              ? `${path} is not there, and as no rules file is, Falco does not start.`
              : `${path} is not there. Falco passes over it without a word.`,
          help: hidden
            ? "Mount your files into /etc/falco/rules.d, or single files with subPath."
            : "Mount the file there, or take the path from the list.",
        };
      }
    }
  },
};

export default rule;
