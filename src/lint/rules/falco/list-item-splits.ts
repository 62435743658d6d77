import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "falco/list-item-splits",
  severity: "warning",
  summary: "An item of a list has a comma, and becomes several values",
  fixable: true,
  *check({ rulesets }) {
    for (const { result, sources } of rulesets) {
      for (const { name, items, external } of result.lists) {
        if (external) continue;
        for (const { text, fileIndex, span } of items) {
          const source = sources[fileIndex];
          // A blank makes Falco quote the item.
          if (source === undefined || !text.includes(",") || /[\s"'()]/.test(text)) continue;
          const at = { text: source.text, span };
          yield {
            at,
            message: `The item \`${text}\` of the list "${name}" becomes ${text.split(",").length} values where the list is used.`,
            help: "Falco puts the text of the items into conditions. For one value, quote it again inside of the YAML quotes.",
            fix: {
              description: "Quote it for the condition too",
              safe: false,
              edits: [{ at, text: `'"${text}"'` }],
            },
          };
        }
      }
    }
  },
};

export default rule;
