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

import type { LintRule, Problem } from "../../rule.ts";

/** Files that a default falco.yaml lists for people to add, which may well be absent. */
const optional = /\/(?:falco_rules\.local\.yaml|rules\.d\/?)$/;

const rule: LintRule = {
  id: "stack/missing-rules-file",
  severity: "warning",
  confidence: "high",
  summary: "rules_files lists a path that does not exist",
  fixable: false,
  *check({ stacks }) {
    for (const { rulesFiles, config } of stacks) {
      if (config.state === "unknown") continue;
      const nothing = rulesFiles.loaded.length === 0 && rulesFiles.more.length === 0;
      for (const { path, listedAt, hiddenBy } of rulesFiles.missing) {
        if (optional.test(path) && !nothing) continue;
        const isHidden = path === "/etc/falco/falco_rules.yaml" && hiddenBy !== undefined;
        yield {
          at: listedAt,
          severity: nothing || isHidden ? "error" : "warning",
          ...(isHidden ? hiddenFile(path) : absentFile(path, nothing)),
        };
      }
    }
  },
};

type Words = Pick<Problem, "message" | "help">;

function hiddenFile(path: string): Words {
  return {
    message: `${path} does not exist: a volume mounted over its directory hides the rules of the image.`,
    help: "Mount your files into /etc/falco/rules.d, or single files with subPath.",
  };
}

function absentFile(path: string, isOnly: boolean): Words {
  return {
    message: isOnly
      ? `${path} does not exist, nor does any other rules file, so Falco does not start.`
      : `${path} does not exist. Falco skips it without a warning.`,
    help: "Mount the file there, or remove the path from the list.",
  };
}

export default rule;
