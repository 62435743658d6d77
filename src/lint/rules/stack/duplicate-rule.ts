import type { Place } from "../../../project/text.ts";
import { itemsIn } from "../../../stack/definitions.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/duplicate-rule",
  severity: "warning",
  summary: "Two loaded files define the same rule, and the later one replaces the earlier",
  fixable: false,
  *check({ stacks }) {
    for (const { rulesFiles } of stacks) {
      if (rulesFiles.loaded.length < 2) continue;
      const first = new Map<string, { path: string; place: Place }>();
      for (const { content, path } of rulesFiles.loaded) {
        if (content.kind !== "source") continue;
        for (const { kind, name, changes, place } of itemsIn(content.source)) {
          if (kind !== "rule" || changes) continue;
          const earlier = first.get(name);
          if (earlier !== undefined && earlier.path !== path)
            yield {
              at: earlier.place,
              message: `The rule "${name}" of ${path} replaces this one, which never runs.`,
              help: "Take one of them out, or change this one with an override in the later file.",
            };
          first.set(name, { path, place });
        }
      }
    }
  },
};

export default rule;
