import { expect, it } from "vitest";
import { summary } from "../summary.ts";
import { workspace } from "../workspace.ts";

const files = {
  "docker-compose.yaml": `services:
  falco:
    image: falcosecurity/falco:0.44.1
    privileged: true
    volumes:
      - /proc:/host/proc:ro
      - ./config/http.yaml:/etc/falco/config.d/http.yaml
      - type: bind
        source: ./rules
        target: /etc/falco/rules.d
        read_only: true
  sidekick:
    image: falcosecurity/falcosidekick:2.34.1
    environment:
      - DISCORD_WEBHOOKURL=\${DISCORD}
      - DISCORD_MINIMUMPRIORITY=warning
`,
  "config/http.yaml": "json_output: true\nhttp_output:\n  enabled: true\n  url: http://sidekick:2801/\n",
  "rules/own.yaml": "- list: shells\n  items: [bash]\n",
};

it("reads the services of a compose file", () => {
  expect(workspace(files).stacks.map(summary)).toEqual([
    [
      "docker-compose.yaml: falco (compose) in any namespace",
      "Falco 0.44.1 from docker-compose.yaml:3",
      "loads /etc/falco/falco_rules.yaml: falco-rules 5.1.0",
      "loads /etc/falco/falco_rules.local.yaml: nothing",
      "loads /etc/falco/rules.d/own.yaml: rules/own.yaml",
      "engine modern_ebpf, plugins container",
      "priority debug from docker-compose.yaml:3, JSON",
      "to Discord from warning: ok",
      "to standard output: unknown output: Whether anybody reads standard output is not in the repository.",
      "to the node's syslog: unknown output: Whether anybody reads the node's syslog is not in the repository.",
    ],
  ]);
});
