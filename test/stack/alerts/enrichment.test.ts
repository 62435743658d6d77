import { expect, it } from "vitest";
import { enrichmentOf, fieldsInTemplate, metricLabels } from "../../../src/stack/alerts/enrichment.ts";
import { workspace } from "../workspace.ts";

const deployment = (env: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: falcosidekick}
spec:
  template:
    metadata: {labels: {app: falcosidekick}}
    spec:
      containers:
        - name: falcosidekick
          image: falcosecurity/falcosidekick:2.34.1
          args: [-c, /etc/sidekick/config.yaml]
          env:
${env}
          volumeMounts: [{name: config, mountPath: /etc/sidekick}]
      volumes:
        - {name: config, configMap: {name: sidekick}}
---
apiVersion: v1
kind: Pod
metadata: {name: falco}
spec:
  containers: [{name: falco, image: "falcosecurity/falco:0.44.1"}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: sidekick}
data:
  config.yaml: |
    customfields:
      Cluster: prod
      console: https://console.example.org
    templatedfields:
      team: '{{ or (index . "k8s.ns.name") "none" }}'
    prometheus:
      extralabels: k8s.ns.name, proc.name
`;

const enrichment = (env: string) => {
  const { stacks } = workspace({ "deploy.yaml": deployment(env) });
  const [sidekick] = stacks[0]?.sidekicks ?? [];
  return enrichmentOf(sidekick!);
};

it("reads fields from the file, whose keys lose their capitals, and from variables", () => {
  const { fields, dropped, isWhole, ...rest } = enrichment(
    '            - {name: CUSTOMFIELDS, value: "Zone:a,region:%REGION,bad,a:b:c,%NONE:%NONE"}\n            - {name: REGION, value: eu}',
  );
  expect(fields.map(({ kind, name, value }) => [kind, name, value])).toEqual([
    ["custom", "cluster", "prod"],
    ["custom", "console", "https://console.example.org"],
    ["custom", "Zone", "a"],
    ["custom", "region", "%REGION"],
    ["templated", "team", '{{ or (index . "k8s.ns.name") "none" }}'],
  ]);
  expect(dropped.map(({ entry, why }) => [entry, why])).toEqual([
    ["bad", "shape"],
    ["a:b:c", "shape"],
    ["%NONE:%NONE", "variable"],
  ]);
  expect(metricLabels({ fields, dropped, isWhole, ...rest })).toEqual([
    ...["cluster", "console", "Zone", "region", "team"],
    ...["k8s_ns_name", "proc_name"],
  ]);
  expect(isWhole).toBe(true);
});

it("does not take the content of a Secret for absent", () => {
  const { isWhole } = enrichment(
    "            - name: CUSTOMFIELDS\n              valueFrom: {secretKeyRef: {name: elsewhere, key: fields}}",
  );
  expect(isWhole).toBe(false);
});

it("tells fields of Falco in a template from paths into maps", () => {
  expect(
    fieldsInTemplate('{{ index . "proc.name" }}/{{ .user.name }} {{ if .a }}{{ printf ".b.c" }}{{ end }}'),
  ).toEqual({
    indexed: ["proc.name"],
    dotted: ["user.name"],
  });
});
