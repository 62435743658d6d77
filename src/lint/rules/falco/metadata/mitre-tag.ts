/**
 * A tag names a tactic or technique that MITRE ATT&CK does not have, or a technique next to tactics that are
 * not its own.
 *
 * ## Why
 *
 * Alerts are counted, routed and held against threat models by these tags. One with a typo, a withdrawn id or
 * the wrong tactic is not counted, or is counted in the wrong place. Falco's own rules write tactics as `mitre_` and
 * the name (`mitre_credential_access`) or by id (`TA0006`), and techniques by id (`T1552.001`).
 *
 * ## Instead
 *
 * Write the tactic and the technique as MITRE ATT&CK has them: `[mitre_credential_access, T1552.001]`.
 *
 * ## Notes
 *
 * Held against ATT&CK 18.1 for enterprises. Ids beyond the last one of that edition are taken as new. A
 * technique is in order when one of its tactics is among the tags; a rule that names no tactic is not
 * reported.
 */

import { nearest } from "../../../../project/index.ts";
import { distinctLoads } from "../../../../stack/index.ts";
import { attackVersion, retiredIds, tacticIds, techniques } from "../../../attack.ts";
import type { LintRule, Problem } from "../../../rule.ts";
import { locationIn } from "../../../ruleset-locations.ts";

const tacticNames = new Map([...tacticIds].map(([name, id]) => [id, name]));
/** Ids beyond the last one that is known may be of a newer edition. */
const last = [...techniques.keys()]
  .map((id) => id.slice(0, 5))
  .sort()
  .at(-1)!;

const rule: LintRule = {
  id: "falco/mitre-tag",
  severity: "warning",
  confidence: "high",
  summary:
    "A tag names a tactic or technique that MITRE ATT&CK does not have, or two that do not go together",
  fixable: true,
  *check({ rulesets }) {
    for (const ruleset of distinctLoads(rulesets)) {
      for (const { external, tags, name } of ruleset.result.rules) {
        if (external) continue;
        const tactics = new Set(
          tags.map(({ text }) => tacticOf(text)).filter((tactic) => tactic !== undefined),
        );
        for (const tag of tags) {
          const at = locationIn(ruleset, tag);
          const problem = problemOf(tag.text) ?? clash(tag.text, name, tactics);
          if (at === undefined || problem === undefined) continue;
          const { write, ...rest } = problem;
          yield {
            at,
            ...rest,
            ...(write === undefined
              ? {}
              : {
                  fix: { description: `Write \`${write}\``, safe: false, edits: [{ at, text: write }] },
                }),
          };
        }
      }
    }
  },
};

type TagProblem = Omit<Problem, "at" | "fix"> & { readonly write?: string };

/** The tactic that a tag names, by its id or by its name. */
function tacticOf(tag: string): string | undefined {
  const named = /^mitre_(.+)$/i.exec(tag)?.[1]?.toLowerCase();
  return named === undefined ? tacticNames.get(tag) : tacticIds.has(named) ? named : undefined;
}

function problemOf(tag: string): TagProblem | undefined {
  const separated = /^mitre[_\s-]+(.+)$/is.exec(tag)?.[1];
  // `mitre_T1059` and the like stand for themselves.
  if (separated !== undefined && !/^TA?\d/i.test(separated)) return tacticProblem(tag, separated);
  if (/^TA\d+$/i.test(tag)) {
    if (tacticNames.has(tag)) return undefined;
    if (tacticNames.has(tag.toUpperCase())) return inCapitals(tag);
    return { message: `MITRE ATT&CK has no tactic \`${tag}\`.`, help: asOf };
  }
  return /^T\d{3,}(?:[._/-]\d+)?$/i.test(tag) ? techniqueProblem(tag) : undefined;
}

const asOf = `Held against ATT&CK ${attackVersion} for enterprises.`;

function tacticProblem(tag: string, name: string): TagProblem | undefined {
  const plain = name.toLowerCase().replace(/[\s-]+/g, "_");
  const meant = tacticIds.has(plain) ? plain : nearest(plain, tacticIds.keys());
  if (meant === undefined || tag === `mitre_${meant}`) return undefined;
  return {
    message: `\`${tag}\` is not a tactic of MITRE ATT&CK. Did you mean \`mitre_${meant}\`?`,
    help: "Tags are compared letter by letter: anyone who selects rules or alerts by the tactic misses this one.",
    write: `mitre_${meant}`,
  };
}

function techniqueProblem(tag: string): TagProblem | undefined {
  if (techniques.has(tag)) return undefined;
  const plain = tag.toUpperCase().replace(/[_/-]/, ".");
  if (plain !== tag && techniques.has(plain)) return inCapitals(tag, plain);
  const successor = retiredIds.get(plain);
  if (successor !== undefined) {
    const now = successor === "" ? "it has no successor" : `today it is \`${successor}\``;
    return {
      message: `MITRE ATT&CK withdrew technique \`${tag}\`; ${now}.`,
      help: asOf,
      severity: "notice",
      ...(successor === "" ? {} : { write: successor }),
    };
  }
  if (plain.length < 5 || plain.slice(0, 5) > last) return plain.length < 5 ? unknown(tag) : undefined;
  const parent = plain.split(".")[0]!;
  return techniques.has(parent) ? unknown(tag, parent) : unknown(tag);
}

function unknown(tag: string, parent?: string): TagProblem {
  const hint = parent === undefined ? "" : ` \`${parent}\` exists, without a part of that number.`;
  return { message: `MITRE ATT&CK has no technique \`${tag}\`.${hint}`, help: asOf };
}

function inCapitals(tag: string, write = tag.toUpperCase()): TagProblem {
  return {
    message: `\`${tag}\` is written \`${write}\` in MITRE ATT&CK.`,
    help: "Tags are compared letter by letter: anyone who selects rules or alerts by the id misses this one.",
    severity: "notice",
    write,
  };
}

/** A technique next to tactics of which none is its own. */
function clash(tag: string, rule: string, tactics: ReadonlySet<string>): TagProblem | undefined {
  const own = techniques.get(tag);
  if (own === undefined || tactics.size === 0 || own.some((tactic) => tactics.has(tactic))) return undefined;
  const named = [...tactics].map((tactic) => `\`mitre_${tactic}\``).join(", ");
  const right = own.map((tactic) => `\`mitre_${tactic}\``).join(" or ");
  return {
    message: `"${rule}" is tagged ${named}, and \`${tag}\` is a technique of ${right}.`,
    help: "One of the two is wrong, or a tactic is missing: alerts are counted under a tactic they do not show.",
    severity: "notice",
  };
}

export default rule;
