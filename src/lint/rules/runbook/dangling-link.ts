/**
 * The output or a tag of a rule, or an annotation of an alert of Prometheus, names a runbook that is not
 * there.
 *
 * ## Why
 *
 * The alert brings the path to the person who is woken by it. A page that was renamed is not found then.
 *
 * ## Instead
 *
 * Write the path of the page as it is in the repository.
 *
 * ## Notes
 *
 * Only paths are looked at, no addresses, and only where the files checked hold runbooks.
 */

import { type Location, nearest, ofKind } from "../../../project/index.ts";
import type { Model } from "../../model.ts";
import type { LintRule } from "../../rule.ts";
import { lastLocation, locationIn } from "../../ruleset-locations.ts";

/** Paths to pages in a text, such as `runbooks/shell.md`. */
function pagesIn(text: string): string[] {
  return text.split(/[\s"'`()[\]|,;=<>]+/).flatMap((word) => {
    const [path = ""] = word.split("#");
    // What is on a server cannot be checked.
    if (!/\.(?:md|markdown)$/.test(path) || path.includes("://")) return [];
    return [path.slice(path.lastIndexOf(":") + 1).replace(/^(?:\.{0,2}\/)+/, "")];
  });
}

const rule: LintRule = {
  id: "runbook/dangling-link",
  severity: "error",
  confidence: "high",
  summary: "A rule or an alert of Prometheus names a runbook that does not exist",
  fixable: false,
  *check(model) {
    // Where no runbook is among the files they may be elsewhere.
    if (model.runbooks.length === 0) return;
    const files = ofKind(model.project, "markdown").map(({ file }) => file);
    const isThere = (path: string) => files.some((file) => file === path || file.endsWith(`/${path}`));
    for (const { text, location, alert } of references(model)) {
      for (const path of pagesIn(text)) {
        const at = isThere(path) ? undefined : location(path);
        if (at === undefined) continue;
        const depth = path.split("/").length;
        const near = nearest(
          path,
          files.map((file) => file.split("/").slice(-depth).join("/")),
        );
        yield {
          at,
          message: `${alert} names the runbook ${path}, which does not exist.${near === undefined ? "" : ` Did you mean ${near}?`}`,
          help: "Anyone who is woken by the alert looks for it first.",
        };
      }
    }
  },
};

interface Reference {
  readonly text: string;
  /** The location of a part of the text. */
  readonly location: (part: string) => Location | undefined;
  readonly alert: string;
}

function* references({ rulesets, monitoring }: Model): Iterable<Reference> {
  for (const ruleset of rulesets) {
    for (const definition of ruleset.result.rules) {
      if (definition.external) continue;
      const { name, output, tags } = definition;
      const alert = `The alert of "${name}"`;
      const inOutput = (part: string): Location | undefined => {
        const start = output.text.indexOf(part);
        const located = output.locate({ start, end: start + part.length });
        return (located && locationIn(ruleset, located)) ?? lastLocation(ruleset, definition, "output");
      };
      yield { text: output.text, location: inOutput, alert };
      for (const tag of tags) yield { text: tag.text, location: () => locationIn(ruleset, tag), alert };
    }
  }
  for (const text of monitoring.annotations) {
    const location = (part: string): Location => {
      const start = text.content.indexOf(part);
      return { text, span: { start, end: start + part.length } };
    };
    yield { text: text.content, location, alert: "The alert of Prometheus" };
  }
}

export default rule;
