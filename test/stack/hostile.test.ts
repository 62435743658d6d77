import fc from "fast-check";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { stacksOf, workspace } from "./workspace.ts";

/** Words that lead somewhere in the model, so that random structures get far. */
const words = fc.constantFrom(
  "falco",
  "falcosecurity/falco:0.44.1",
  "falcosecurity/falcosidekick:2.34.1",
  "falcosecurity/falcoctl:0.13.0",
  "/etc/falco",
  "/etc/falco/falco.yaml",
  "/etc/falco/rules.d",
  "..",
  "/",
  "",
  "a/b",
  "$" + "{X}",
  "x=y",
  "-r",
  "-o",
  "-c",
  "artifact",
  "install",
  "http://falco:2801",
  "http://[::1",
  "https://",
  "debug",
  "true",
  "2801",
  "*",
  "__proto__",
  "constructor",
  "<<",
  "null",
  "0",
  "-1",
  "1e999",
  "- rule: x\n  priority: x\n",
  "rules_files: [/etc/falco]\n",
);
const keys = fc.constantFrom(
  "name",
  "key",
  "items",
  "path",
  "spec",
  "data",
  "metadata",
  "labels",
  "configMap",
  "secret",
  "projected",
  "sources",
  "hostPath",
  "emptyDir",
  "mountPath",
  "subPath",
  "volumes",
  "volumeMounts",
  "containers",
  "initContainers",
  "image",
  "args",
  "command",
  "env",
  "envFrom",
  "value",
  "valueFrom",
  "secretKeyRef",
  "template",
  "selector",
  "ports",
  "port",
  "targetPort",
  "podSelector",
  "ingress",
  "from",
  "matchLabels",
  "matchExpressions",
  "resources",
  "patches",
  "patch",
  "target",
  "op",
  "configMapGenerator",
  "files",
  "namePrefix",
  "images",
  "falco",
  "falcosidekick",
  "falcoctl",
  "customRules",
  "driver",
  "kind",
  "enabled",
  "config",
  "refs",
  "ociArtifact",
  "inlineRules",
  "configMapRef",
  "podTemplateSpec",
  "services",
  "environment",
  "__proto__",
  "constructor",
  "toString",
);
const node = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    words,
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(keys, tie("value"), { maxKeys: 6, noNullPrototype: true }),
  ),
})).value;

const kinds = fc.constantFrom(
  ["apps/v1", "DaemonSet"],
  ["v1", "ConfigMap"],
  ["v1", "Secret"],
  ["v1", "Service"],
  ["v1", "Pod"],
  ["networking.k8s.io/v1", "NetworkPolicy"],
  ["helm.toolkit.fluxcd.io/v2", "HelmRelease"],
  ["argoproj.io/v1alpha1", "Application"],
  ["instance.falcosecurity.dev/v1alpha1", "Falco"],
  ["instance.falcosecurity.dev/v1alpha1", "Component"],
  ["artifact.falcosecurity.dev/v1alpha1", "Rulesfile"],
  ["artifact.falcosecurity.dev/v1alpha1", "Plugin"],
  ["artifact.falcosecurity.dev/v1alpha1", "Config"],
  ["kustomize.config.k8s.io/v1beta1", "Kustomization"],
);
const names = fc.constantFrom(
  "a.yaml",
  "b/kustomization.yaml",
  "values.yaml",
  "Chart.yaml",
  "docker-compose.yaml",
);

it("survives any structure", () => {
  const file = fc.tuple(names, kinds, fc.dictionary(keys, node, { maxKeys: 8, noNullPrototype: true }));
  fc.assert(
    fc.property(fc.array(file, { maxLength: 5 }), (files) => {
      const texts: Record<string, string> = {};
      for (const [name, [apiVersion, kind], content] of files) {
        const metadata = { name: "falco", namespace: "falco" };
        const pod = {
          containers: [{ name: "falco", image: "falcosecurity/falco:0.44.1", ...content }],
          ...content,
        };
        const spec = { template: { metadata, spec: pod }, selector: {}, ...content };
        texts[name] = stringify({ apiVersion, kind, metadata, spec, ...content });
      }
      for (const stack of workspace(texts).stacks) {
        for (const source of ["syscall", "k8s_audit", "other"]) stack.sources.of(source);
        for (const path of ["/etc/falco", "", "..", "/a/../../b"]) stack.files.find(path);
      }
    }),
    { seed: 20251124, numRuns: 150 },
  );
});

it("puts thousands of rules files together", () => {
  const count = 2000;
  const keysOf = Array.from(
    { length: count },
    (_, i) => `  r${i}.yaml: |\n    - list: l${i}\n      items: [a]\n`,
  ).join("");
  const stacks = stacksOf({
    "a.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rules}\ndata:\n${keysOf}---
apiVersion: v1
kind: Pod
metadata: {name: falco}
spec:
  containers:
    - name: falco
      image: falcosecurity/falco:0.44.1
      volumeMounts: [{name: rules, mountPath: /etc/falco/rules.d}]
  volumes: [{name: rules, configMap: {name: rules}}]
`,
  });
  expect(stacks[0]?.rulesFiles.loaded).toHaveLength(count + 2);
});

it("is not blown up by bases of bases, patches upon patches and lists of artifacts", () => {
  const files: Record<string, string> = {
    "0/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
  };
  files["0/kustomization.yaml"] = "kind: Kustomization\nresources: [a.yaml]\n";
  for (let i = 1; i <= 40; i++) {
    files[`${i}/kustomization.yaml`] = `kind: Kustomization\nresources: [../${i - 1}, ../x${i}]\n`;
    files[`x${i}/kustomization.yaml`] = `kind: Kustomization\nresources: [../${i - 1}]\n`;
  }
  expect(stacksOf(files)).toEqual([]);

  const keys = (count: number, indent: string) =>
    Array.from({ length: count }, (_, i) => `${indent}k${i}: v\n`).join("");
  const patched = {
    "a.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${keys(20_000, "  ")}`,
    "patch.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${keys(20_000, "  ")}`,
    "kustomization.yaml": "kind: Kustomization\nresources: [a.yaml]\npatches: [{path: patch.yaml}]\n",
  };
  expect(stacksOf(patched)).toEqual([]);

  const refs = Array.from({ length: 20_000 }, (_, i) => `          - unknown-rules-${i}\n`).join("");
  const values = `driver: {kind: modern_ebpf}\nfalcoctl:\n  config:\n    artifact:\n      install:\n        refs:\n${refs}`;
  expect(stacksOf({ "values.yaml": values })).toHaveLength(1);
});

it("is not blown up by components of components, deep paths and patterns that go back", () => {
  const component = (name: string, folder: string, below: string) => ({
    [`${folder}/kustomization.yaml`]: `kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nnamePrefix: ${name}\ncomponents: [${Array(50).fill(below).join(", ")}]\n`,
  });
  const maps = Array.from(
    { length: 200 },
    (_, i) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${i}, labels: {a: b}}\n`,
  ).join("---\n");
  const files = {
    "top/maps.yaml": maps,
    "top/kustomization.yaml": `kind: Kustomization
resources: [maps.yaml]
components: [../one]
patches:
  - {target: {name: "${"(x+x+)+".repeat(500)}y"}, patch: "[]"}
  - {target: {labelSelector: "${"a,(".repeat(20_000)}"}, patch: "[]"}
replacements:
  - source: {name: c1}
    targets: [{select: {kind: ConfigMap}, options: {create: true}, fieldPaths: ["${"a.".repeat(50_000)}"]}]
`,
    ...component("a", "one", "../two"),
    ...component("b", "two", "../three"),
    ...component("c", "three", "../four"),
    ...component("d", "four", "../one"),
  };
  expect(stacksOf(files)).toEqual([]);
});
