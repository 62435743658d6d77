/**
 * A tag is empty, is several in one, has spaces around it, or is meant for a control and cannot be read as
 * one.
 *
 * ## Why
 *
 * Falco compares tags as a whole and letter by letter. A tag that looks right and is not selects nothing in
 * falco.yaml, and a control that is named in a form of its own is not counted as covered.
 *
 * ## Instead
 *
 * Write one tag an item, and a control as its framework and id: `[container, shell, SOC2_CC6.8]`.
 */

import type { TagReader } from "../../../../compliance/index.ts";
import type { LintRule, Problem } from "../../../rule.ts";
import { locationIn } from "../../../ruleset-locations.ts";

/** Words that are not a control: an edition, a baseline. */
const edition =
  /^(?:v\d(?:\.\d)*|[34]\.[012](?:\.1)?|:?20\d\d|r\d|rev[\s_-]?\d|high|moderate|low|type[\s_-]?\d)$/i;
const rule: LintRule = {
  id: "falco/malformed-tag",
  severity: "warning",
  confidence: "medium",
  summary: "A tag is empty, is several in one, or is meant for a control and cannot be read as one",
  fixable: true,
  *check({ rulesets, compliance }) {
    for (const ruleset of rulesets) {
      for (const { external, tags } of ruleset.result.rules) {
        if (external) continue;
        for (const tag of tags) {
          const at = locationIn(ruleset, tag);
          const problem = at && problemOf(tag.text, at, compliance.tagReader);
          if (problem !== undefined) yield problem;
        }
      }
    }
  },
};

function problemOf(tag: string, at: Problem["at"], tags: TagReader): Problem | undefined {
  const bare = tag.trim();
  if (bare === "")
    return { at, message: "The tag is empty.", help: "Nobody can select the rule by it: remove it." };
  const parts = tag.split(",").map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => /^[\w.:()/-]+$/.test(part)))
    return {
      at,
      message: `\`${tag}\` is one tag, as quotes keep it together.`,
      help: "Falco compares tags as a whole, so that none of the parts selects the rule.",
      fix: {
        description: `Write \`${parts.join(", ")}\``,
        safe: false,
        edits: [{ at, text: parts.join(", ") }],
      },
    };
  if (bare !== tag)
    return {
      at,
      message: `The tag \`${tag}\` has spaces around it.`,
      help: "Falco compares tags letter by letter, spaces too.",
      fix: { description: `Write \`${bare}\``, safe: false, edits: [{ at, text: bare }] },
    };
  const unreadable = tags.readUnreadable(tag);
  if (unreadable === undefined || !/\d/.test(unreadable.rest) || edition.test(unreadable.rest))
    return undefined;
  return {
    at,
    message: `The tag \`${tag}\` names no control of ${unreadable.framework} in a form that can be read.`,
    help: `It counts for nothing. Write the control as the framework does, as in \`${unreadable.example}\`.`,
  };
}

export default rule;
