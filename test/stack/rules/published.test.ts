import { expect, it } from "vitest";
import { reach } from "../../../src/compliance/reach.ts";
import { workspace } from "../workspace.ts";

const deployed = (selection: string) =>
  workspace({
    "falco.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: falco}
data:
  falco.yaml: |
    rules_files: [/etc/falco/falco_rules.yaml]
    engine: {kind: modern_ebpf}
${selection.replace(/^/gm, "    ")}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          securityContext: {privileged: true}
          volumeMounts: [{name: proc, mountPath: /host/proc}, {name: config, mountPath: /etc/falco/falco.yaml, subPath: falco.yaml}]
      volumes: [{name: proc, hostPath: {path: /proc}}, {name: config, configMap: {name: falco}}]
`,
  });

it("selects rules that the Falco project publishes by their tags, too", () => {
  const name = "Read sensitive file untrusted";
  const off = deployed("rules: [{disable: {tag: maturity_stable}}]");
  expect(reach(off.rulesets, name)?.enabled?.reason).toBe("The selection of rules disables it.");
  const other = deployed("rules: [{disable: {tag: maturity_incubating}}]");
  expect(reach(other.rulesets, name)?.enabled).toBeNull();
});
