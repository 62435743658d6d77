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

import { readComplianceTag } from "../../../../compliance/index.ts";
import { locationIn } from "../../../definitions.ts";
import type { LintRule, Problem } from "../../../rule.ts";

/** The name of a framework and what a tag has behind it. */
const framework =
  /^(soc[\s_-]?2|hipaa|pci(?:[\s_-]?dss)?|gdpr|fedramp|nist[\s_-]?800-53|iso[\s_-]?27001)[\s_:./-]*(.*)$/is;
/** What is no control: an edition, a baseline. */
const edition =
  /^(?:v\d(?:\.\d)*|[34]\.[012](?:\.1)?|:?20\d\d|r\d|rev[\s_-]?\d|high|moderate|low|type[\s_-]?\d)$/i;
/** By the first letters of a framework's name. */
const examples: ReadonlyMap<string, string> = new Map([
  ["soc", "SOC2_CC6.8"],
  ["hip", "HIPAA_164.312(b)"],
  ["pci", "PCI_DSS_10.2.1.1"],
  ["gdp", "GDPR_Art.32(1)(b)"],
  ["fed", "FedRAMP_AC-2"],
  ["nis", "NIST_800-53_AC-2"],
  ["iso", "ISO_27001_A.8.15"],
]);

const rule: LintRule = {
  id: "falco/malformed-tag",
  severity: "warning",
  confidence: "medium",
  summary: "A tag is empty, is several in one, or is meant for a control and cannot be read as one",
  fixable: true,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      for (const { external, tags } of ruleset.result.rules) {
        if (external) continue;
        for (const tag of tags) {
          const at = locationIn(ruleset, tag);
          const problem = at && problemOf(tag.text, at);
          if (problem !== undefined) yield problem;
        }
      }
    }
  },
};

function problemOf(tag: string, at: Problem["at"]): Problem | undefined {
  const bare = tag.trim();
  if (bare === "")
    return { at, message: "The tag is empty.", help: "Nobody can select the rule by it: take it out." };
  const parts = tag.split(",").map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => /^[\w.:()/-]+$/.test(part)))
    return {
      at,
      message: `\`${tag}\` is one tag, as quotes keep it together.`,
      help: "Falco compares tags as a whole, so that none of the parts selects the rule.",
      fix: {
        description: `Write \`${parts.join(", ")}\``,
        safe: true,
        edits: [{ at, text: parts.join(", ") }],
      },
    };
  if (bare !== tag)
    return {
      at,
      message: `The tag \`${tag}\` has blanks around it.`,
      help: "Falco compares tags letter by letter, blanks too.",
      fix: { description: `Write \`${bare}\``, safe: true, edits: [{ at, text: bare }] },
    };
  const [, name = "", rest = ""] = framework.exec(tag.slice(0, 100)) ?? [];
  if (!/\d/.test(rest) || edition.test(rest) || readComplianceTag(tag) !== undefined) return undefined;
  const example = examples.get(name.slice(0, 3).toLowerCase());
  return {
    at,
    message: `The tag \`${tag}\` names no control of ${name} in a form that can be read.`,
    help: `It counts for nothing. Write the control as the framework does, as in \`${example}\`.`,
  };
}

export default rule;
