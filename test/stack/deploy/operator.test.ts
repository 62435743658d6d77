import { expect, it } from "vitest";
import { summary } from "../summary.ts";
import { workspace } from "../workspace.ts";

const artifact = "apiVersion: artifact.falcosecurity.dev/v1alpha1";
const instance = "apiVersion: instance.falcosecurity.dev/v1alpha1";
const files = {
  "operator.yaml": `${instance}
kind: Falco
metadata: {name: falco, namespace: falco}
spec:
  version: 0.44.1
---
${artifact}
kind: Rulesfile
metadata: {name: default, namespace: falco}
spec:
  priority: 10
  ociArtifact:
    image: {repository: falcosecurity/rules/falco-rules, tag: 5.1.0}
---
${artifact}
kind: Rulesfile
metadata: {name: own, namespace: falco}
spec:
  inlineRules:
    - rule: Shell started
      desc: A shell was started.
      condition: evt.type = execve and proc.nme = bash
      output: A shell was started
      priority: NOTICE
---
${artifact}
kind: Rulesfile
metadata: {name: team, namespace: falco}
spec:
  configMapRef: {name: team-rules}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: team-rules, namespace: falco}
data:
  rules.yaml: |
    - list: shells
      items: [bash]
---
${artifact}
kind: Plugin
metadata: {name: container, namespace: falco}
spec:
  ociArtifact:
    image: {repository: falcosecurity/plugins/plugin/container, tag: 0.7.1}
---
${artifact}
kind: Config
metadata: {name: outputs, namespace: falco}
spec:
  config:
    priority: notice
    json_output: true
    http_output: {enabled: true, url: "http://router:2801"}
---
${instance}
kind: Component
metadata: {name: router, namespace: falco}
spec:
  component: {type: falcosidekick, version: 2.34.1}
  podTemplateSpec:
    spec:
      containers:
        - name: falcosidekick
          env:
            - {name: TEAMS_WEBHOOKURL, value: "https://example.webhook.office.com/a"}
`,
};

it("knows what the operator makes of its objects", () => {
  const { stacks, rulesets } = workspace(files);
  expect(stacks.map(summary)).toEqual([
    [
      "operator: falco/falco (operator) in falco",
      "Falco 0.44.1 from operator.yaml:5",
      "loads /etc/falco/rules.d/10-01-default-oci.yaml: falco-rules 5.1.0",
      "loads /etc/falco/rules.d/50-02-team-configmap.yaml: operator.yaml#rules.yaml",
      "loads /etc/falco/rules.d/50-03-own-inline.yaml: operator.yaml#inlineRules",
      "engine modern_ebpf, plugins container",
      "priority notice from operator.yaml:52, JSON",
      "to Microsoft Teams from debug: ok",
      "to standard output: unknown output: Whether anybody reads standard output is not in the repository.",
      "to the node's syslog: unknown output: Whether anybody reads the node's syslog is not in the repository.",
    ],
  ]);
  // What is wrong in rules in the object is found at its own line and column.
  const [error] = rulesets[0]!.result.files.flatMap(({ errors }) => errors);
  const { sources } = rulesets[0]!;
  expect(sources[error!.fileIndex]?.text.locate(error!.span)).toMatchObject({
    file: "operator.yaml",
    start: { line: 22, column: 40 },
  });
});

it("does not load rules that the operator looks for elsewhere", () => {
  const { stacks } = workspace({
    "operator.yaml": files["operator.yaml"].replace("rules.yaml: |", "team.yaml: |"),
  });
  expect(summary(stacks[0]!)).toContain(
    'loads /etc/falco/rules.d/50-02-team-configmap.yaml: The ConfigMap "team-rules" has no key "rules.yaml", which is the one that the operator reads.',
  );
});
