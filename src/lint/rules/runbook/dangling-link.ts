import { nearest } from "../../../project/nearest.ts";
import { ofKind } from "../../../project/project.ts";
import { lastPlace, placeIn } from "../../definitions.ts";
import type { LintRule } from "../../rule.ts";

/** Paths to pages in a text, such as `runbooks/shell.md`. */
function pagesIn(text: string): string[] {
  return text.split(/[\s"'`()[\]|,;=<>]+/).flatMap((word) => {
    const [path = ""] = word.split("#");
    // What stands on a server cannot be looked at.
    if (!/\.(?:md|markdown)$/.test(path) || path.includes("://")) return [];
    return [path.slice(path.lastIndexOf(":") + 1).replace(/^(?:\.{0,2}\/)+/, "")];
  });
}

const rule: LintRule = {
  id: "runbook/dangling-link",
  severity: "error",
  summary: "The output or a tag of a rule names a runbook that is not there",
  fixable: false,
  *check({ project, rulesets, runbooks }) {
    // Where no runbook is among the files they may be elsewhere.
    if (runbooks.length === 0) return;
    const files = ofKind(project, "markdown").map(({ file }) => file);
    const isThere = (path: string) => files.some((file) => file === path || file.endsWith(`/${path}`));
    for (const ruleset of rulesets) {
      for (const definition of ruleset.result.rules) {
        if (definition.external) continue;
        const { name, output, tags } = definition;
        const places = [
          {
            text: output.text,
            at: (path: string) => {
              const start = output.text.indexOf(path);
              const located = output.locate({ start, end: start + path.length });
              return (located && placeIn(ruleset, located)) ?? lastPlace(ruleset, definition, "output");
            },
          },
          ...tags.map((tag) => ({ text: tag.text, at: () => placeIn(ruleset, tag) })),
        ];
        for (const { text, at } of places) {
          for (const path of pagesIn(text)) {
            const place = isThere(path) ? undefined : at(path);
            if (place === undefined) continue;
            const near = nearest(
              path,
              files.map((file) => file.split("/").slice(-path.split("/").length).join("/")),
            );
            yield {
              at: place,
              message: `The alert of "${name}" names the runbook ${path}, and there is no such page.${near === undefined ? "" : ` Did you mean ${near}?`}`,
              help: "Whoever is woken by the alert looks for it first.",
            };
          }
        }
      }
    }
  },
};

export default rule;
