import { expect, it } from "vitest";
import { summary } from "../../summary.ts";
import { workspace } from "../../workspace.ts";

const daemonSet = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco, labels: {app: falco}}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.40.0
          volumeMounts: [{name: rules, mountPath: /etc/falco/rules.d}]
      volumes: [{name: rules, configMap: {name: rules}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: rules}
data: {own.yaml: "- list: own\\n  items: [a]\\n"}
`;
const application = (kustomize: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: falco}
spec:
  destination: {namespace: security}
  source: {repoURL: https://git.example.com/a, path: ./falco/, kustomize: ${kustomize}}
`;
const files = (kustomize: string) => ({
  "application.yaml": application(kustomize),
  "falco/kustomization.yaml":
    "resources: [daemonset.yaml]\nnamePrefix: base-\nimages: [{name: falcosecurity/falco, newTag: 0.41.0}]\n",
  "falco/daemonset.yaml": daemonSet,
});

it("builds a kustomization with what an Application changes, and only so", () => {
  const { stacks } = workspace(
    files(
      `{namePrefix: prod-, namespace: sensors, images: ["falcosecurity/falco:0.42.1"], commonLabels: {team: a}}`,
    ),
  );
  expect(stacks.map(summary)).toEqual([
    expect.arrayContaining([
      "falco: sensors/prod-falco (kustomize) in sensors",
      "Falco 0.42.1 from application.yaml:6",
      expect.stringContaining("loads /etc/falco/rules.d/own.yaml"),
    ]),
  ]);
});

it("applies patches and components of the Application", () => {
  const patch =
    "[{op: replace, path: /spec/template/spec/containers/0/image, value: falcosecurity/falco:0.43.0}]";
  const { stacks } = workspace({
    ...files(`{patches: [{target: {kind: DaemonSet}, patch: "${patch}"}], components: [../labels]}`),
    "labels/kustomization.yaml": "kind: Component\nnameSuffix: -a\n",
  });
  expect(summary(stacks[0]!)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("base-falco-a"),
      expect.stringMatching(/^Falco 0\.41\.0/),
    ]),
  );
});

it("renames an image, and leaves the folder as it is without changes", () => {
  const [own] = workspace(
    files('{images: ["falcosecurity/falco=registry.example.com/falco:0.43.0"]}'),
  ).stacks;
  expect(summary(own!)).toContainEqual(expect.stringMatching(/^Falco 0\.43\.0 from application/));
  const [plain] = workspace(files("{}")).stacks;
  expect(summary(plain!)).toContainEqual(expect.stringMatching(/^Falco 0\.41\.0 from falco\/kustomization/));
});
