import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/http-output",
  severity: "error",
  summary: "http_output sends alerts to an address where nothing takes them",
  fixable: false,
  *check({ stacks }) {
    for (const { routes, channels } of stacks) {
      const http = channels.find(({ name }) => name === "http");
      if (http === undefined) continue;
      for (const { links, channel } of routes) {
        if (channel !== "http") continue;
        const gap = links.find(({ status }) => status !== "ok");
        if (gap === undefined || (gap.id !== "service" && gap.id !== "channel")) continue;
        // That json_output is off is another rule's finding.
        if (gap.id === "channel" && links.indexOf(gap) > 0) continue;
        yield {
          at: http.target?.location ?? http.location,
          severity: gap.status === "broken" ? "error" : "warning",
          message: gap.status === "broken" ? `Alerts do not arrive. ${gap.sentence}` : gap.sentence,
          help: gap.settleBy ?? "Correct the host, the namespace and the port of http_output.url.",
        };
      }
    }
  },
};

export default rule;
