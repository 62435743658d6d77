import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/network-policy",
  severity: "error",
  summary: "A network policy keeps Falco from the receiver of its alerts",
  fixable: false,
  *check({ stacks }) {
    for (const { routes } of stacks) {
      for (const { links } of routes) {
        const gap = links.find(({ id, status }) => id === "network" && status === "broken");
        if (gap?.evidence === undefined) continue;
        yield {
          at: gap.evidence,
          message: `${gap.sentence} Alerts do not arrive.`,
          help: "Let the Falco pods in on that port, by their labels and namespace.",
        };
      }
    }
  },
};

export default rule;
