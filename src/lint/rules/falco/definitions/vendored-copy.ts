/**
 * A rules file is a copy of one that the Falco project publishes, of a release that others came after.
 *
 * ## Why
 *
 * A copy stays as it is while attacks, system calls and Falco itself change: newer releases close gaps, take out
 * what Falco no longer knows, and raise fewer false alarms.
 *
 * ## Instead
 *
 * Let the image or falcoctl bring the published file. Keep your own changes in a file that is loaded after it, with
 * `override` for what they change.
 *
 * ## Notes
 *
 * A copy is recognised by its definitions, of which at least half, and ten, are word for word those of a release.
 * These definitions are not checked any further, unless Falco refuses them where a deployment loads them; the others
 * are. Of several copies of one file the newest is named. Where the file is made it is no copy: it is beside the code
 * of its plugin, or a `registry.yaml` lists it and it is at most two releases behind.
 */

import { at, items, type Project, text } from "../../../../project/index.ts";
import type { RulesCopy } from "../../../../stack/index.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/vendored-copy",
  severity: "notice",
  confidence: "high",
  summary: "A rules file is a copy of a published one that has newer releases",
  fixable: false,
  *check({ copies: all, project }) {
    const copies = all.filter((copy) => !isMadeHere(copy, project));
    for (const file of new Set(copies.map((copy) => copy.file))) {
      const same = copies.filter((copy) => copy.file === file);
      const newest = same.reduce((best, copy) => (copy.newer < best.newer ? copy : best));
      // Whoever keeps the newest release beside older ones does so on purpose.
      if (newest.newer === 0) continue;
      yield {
        at: { text: newest.source.text, span: { start: 0, end: 0 } },
        message: `This is a copy of ${file} as of ${newest.release}, and ${newest.newer === 1 ? "1 newer release exists" : `${newest.newer} newer releases exist`}, up to ${newest.newest}.${others(same, newest)}`,
        help: `${checked(newest)} Load the published file from the image or by falcoctl, and keep your own changes in a file of their own that is loaded after it.`,
      };
    }
  },
};

/** What is being written lies no further behind; a fork that does has been left behind. */
const mostNewer = 2;

/** Whether the repository, or the one that it is a fork of, is where a rules file is written. */
function isMadeHere({ source: { file, embedding }, newer }: RulesCopy, project: Project): boolean {
  if (embedding !== undefined) return false;
  const registry = project.sources.find((source) => source.file === "registry.yaml");
  const root = registry?.documents[0]?.root;
  if (items(at(root, "rulesfiles")).some((item) => text(at(item, "path")) === file))
    return newer <= mostNewer;
  const [, plugin] = /^((?:.*\/)?plugins\/[^/]+)\/rules\/[^/]+$/.exec(file) ?? [];
  if (plugin === undefined) return false;
  if (at(root, "plugins") !== undefined && at(root, "reserved_sources") !== undefined) return true;
  return project.code?.().some((code) => code.file.startsWith(`${plugin}/`)) ?? false;
}

function others(same: readonly RulesCopy[], newest: RulesCopy): string {
  const files = same.filter((copy) => copy !== newest).map(({ source }) => source.name);
  if (files.length === 0) return "";
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return ` Copies of it are also in ${files.slice(0, 3).join(", ")}${more}.`;
}

function checked({ unchanged, changed }: RulesCopy): string {
  const rest = changed === 0 ? "" : changed === 1 ? " The other one was." : ` The ${changed} others were.`;
  return `Its ${unchanged.length} definitions that are as published were not checked.${rest}`;
}

export default rule;
