import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/project/usage-error.ts";
import { problemsOf } from "./project.ts";

describe("a problem stands at its key", () => {
  it("in block and flow style, in the right document, with the sentence that fits", async () => {
    expect(
      await problemsOf({
        "a.yaml": `# a comment
---
apiVersion: v1
kind: ConfigMap
metadata: {name: first}
---

apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  lables: {}
spec:
  replicas: "2"
  selector: {}
  template:
    spec:
      containers:
        - image: nginx
          ports: [{containerPort: http}]
`,
      }),
    ).toEqual([
      "a.yaml:12:3 unknown-field: `metadata` has no field `lables`. Did you mean `labels`?",
      "a.yaml:14:3 schema: `spec.replicas` must be an integer, not a string.",
      "a.yaml:19:11 schema: `spec.template.spec.containers[0]` lacks `name`.",
      "a.yaml:20:20 schema: `spec.template.spec.containers[0].ports[0].containerPort` must be an integer, not a string.",
    ]);
  });

  it("in the items of a List", async () => {
    const item = "- {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{}]}}";
    expect(await problemsOf({ "a.yaml": `apiVersion: v1\nkind: List\nitems:\n${item}\n${item}\n` })).toEqual([
      "a.yaml:4:71 schema: `spec.ports[0]` lacks `port`.",
      "a.yaml:5:71 schema: `spec.ports[0]` lacks `port`.",
    ]);
  });

  it("in JSON, and through an anchor", async () => {
    expect(
      await problemsOf({
        "a.json": `{"apiVersion": "v1", "kind": "ConfigMap",\n "data": {"a": 1}}`,
        "b.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: &l {a: 1}\n  annotations: *l\n",
      }),
    ).toEqual([
      "a.json:2:11 schema: `data.a` must be a string, not a number.",
      "b.yaml:4:15 schema: `metadata.annotations.a` must be a string, not a number.",
      "b.yaml:4:15 schema: `metadata.labels.a` must be a string, not a number.",
    ]);
  });

  it("where a key occurs twice, at the second", async () => {
    expect(
      await problemsOf({ "a.yaml": "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: b\n  c: d\n  a: e\n" }),
    ).toEqual(["a.yaml:6:3 duplicate-key: The key `a` is repeated here; it is already set on line 4."]);
  });
});

describe("versions", () => {
  const flows = {
    "a.yaml": "apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\nmetadata: {name: a}\n",
  };

  it("differ: deprecated in one, removed in the next", async () => {
    expect(await problemsOf(flows, { kubernetesVersion: "1.31" })).toEqual([
      "a.yaml:1:13 deprecated-api: FlowSchema in `flowcontrol.apiserver.k8s.io/v1beta3` is deprecated since Kubernetes 1.29 and is removed in 1.32. Use `flowcontrol.apiserver.k8s.io/v1`.",
    ]);
    expect(await problemsOf(flows, { kubernetesVersion: "1.32.4" })).toEqual([
      "a.yaml:1:13 removed-api: Kubernetes 1.32 removed FlowSchema from `flowcontrol.apiserver.k8s.io/v1beta3`. Use `flowcontrol.apiserver.k8s.io/v1`.",
    ]);
  });

  it("long gone are known too", async () => {
    expect(
      await problemsOf({
        "a.yaml": `apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: a}
---
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: {name: a}
`,
      }),
    ).toEqual([
      "a.yaml:1:13 removed-api: Kubernetes 1.22 removed Ingress from `extensions/v1beta1`. Use `networking.k8s.io/v1`.",
      "a.yaml:5:13 removed-api: Kubernetes 1.25 removed PodSecurityPolicy from `policy/v1beta1`. Nothing replaces it.",
    ]);
  });

  it("that have no schemas end the call with what there is", async () => {
    await expect(problemsOf(flows, { kubernetesVersion: "1.2" })).rejects.toThrow(UsageError);
    await expect(problemsOf(flows, { kubernetesVersion: "1.2" })).rejects.toThrow(
      /Kubernetes 1\.2; there are for/,
    );
  });
});

describe("kinds without a schema", () => {
  it("are distinguished: misspelt, elsewhere, of somebody else, no object at all", async () => {
    expect(
      await problemsOf({
        "a.yaml": `apiVersion: apps/v1
kind: Deploymnet
---
apiVersion: v1
kind: StatefulSet
---
apiVersion: networking.k8s.io/v2
kind: Ingress
---
apiVersion: example.com/v1
kind: Backup
---
apiVersion: example.com/v1
kind: Backup
---
apiVersion: v1
kind: Config
clusters: []
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules: []
---
apiVersion: kind.x-k8s.io/v1alpha4
kind: Cluster
`,
      }),
    ).toEqual([
      "a.yaml:2:7 unknown-kind: Kubernetes 1.37 has no kind `Deploymnet` in `apps/v1`. Did you mean `Deployment`?",
      "a.yaml:5:7 unknown-kind: Kubernetes 1.37 has no kind `StatefulSet` in `v1`. It is in `apps/v1`.",
      "a.yaml:7:13 unknown-kind: Kubernetes 1.37 has no `networking.k8s.io/v2`. Ingress is in `networking.k8s.io/v1`.",
      "a.yaml:11:7 missing-schema: Backup of `example.com/v1` was not checked: there is no schema for it.",
    ]);
  });

  it("are told in one sentence", async () => {
    const manifests = Array.from({ length: 10 }, (_, i) => `apiVersion: g${i}.example.com/v1\nkind: K\n`);
    const other =
      "---\napiVersion: g0.example.com/v1beta1\nkind: K\n---\napiVersion: g0.example.com/v1\nkind: L\n";
    expect(await problemsOf({ "a.yaml": manifests.join("---\n") + other })).toEqual([
      "a.yaml:2:7 missing-schema: K of `g0.example.com/v1` and 10 other kinds were not checked: there are no schemas for them.",
    ]);
  });

  const backup = "apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: a}\nspec: {evry: 1h}\n";
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: backups.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Backup, plural: backups}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties: {spec: {type: object, properties: {every: {type: string}}}}
`;
  const found = ["backup.yaml:4:8 unknown-field: `spec` has no field `evry`. Did you mean `every`?"];

  it("get it from a definition among the files", async () => {
    expect(await problemsOf({ "backup.yaml": backup, "crd.yaml": definition })).toEqual(found);
  });

  it("get it from the files that schema-location names", async () => {
    const hidden = { "backup.yaml": backup, ".gitignore": "schemas/\n", "schemas/backup.yaml": definition };
    expect(await problemsOf(hidden, { schemaLocations: ["schemas"] })).toEqual(found);
    expect(await problemsOf(hidden, { schemaLocations: ["schemas/backup.yaml"] })).toEqual(found);
    const schema = { properties: { spec: { required: ["every"] } } };
    expect(
      await problemsOf(
        { "backup.yaml": backup, "schemas/backup-example-v1.json": JSON.stringify(schema) },
        { schemaLocations: ["schemas/{{ .ResourceKind }}{{.KindSuffix}}.json"] },
      ),
    ).toEqual(["backup.yaml:4:1 schema: `spec` lacks `every`."]);
  });

  it("get it from nowhere outside the workspace", async () => {
    for (const schemaLocations of [["/etc"], [".."], ["nowhere"]]) {
      await expect(problemsOf({ "backup.yaml": backup }, { schemaLocations })).rejects.toThrow(UsageError);
    }
    const leading = { "a.yaml": "apiVersion: example.com/v1\nkind: ../../../../etc/passwd\n" };
    const problems = await problemsOf(leading, { schemaLocations: ["{{ .ResourceKind }}"] });
    expect(problems.join("\n")).toMatch(/missing-schema/);
  });
});

describe("files of kustomize and Helm", () => {
  it("a kustomization needs no kind, and its patches are parts", async () => {
    expect(
      await problemsOf({
        "app/kustomization.yaml": "resources: [a.yaml]\npatches:\n  - path: patch.yaml\n    targt: {}\n",
        "app/patch.yaml":
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers:\n        - $patch: replace\n        - name: a\n          imag: b\n",
      }),
    ).toEqual([
      "app/patch.yaml:10:11 unknown-field: `spec.template.spec.containers[1]` has no field `imag`. Did you mean `image`?",
      "app/kustomization.yaml:4:5 unknown-field: `patches[0]` has no field `targt`. Did you mean `target`?",
    ]);
  });

  it("a patch may be told by a directive in it, or by its name", async () => {
    const patch =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {}}}\n";
    expect(
      await problemsOf({
        "a.yaml": "$patch: delete\napiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{}]}\n",
        "deployment-patch.yaml": patch,
        "patches/a.yaml": patch,
        "dispatch.yaml": patch,
      }),
    ).toEqual([
      "dispatch.yaml:4:1 schema: `spec` lacks `selector`.",
      "dispatch.yaml:4:19 schema: `spec.template.spec` lacks `containers`.",
    ]);
  });

  it("what another tool fills in is not judged", async () => {
    expect(
      await problemsOf({
        "a.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: "\${NAME}", namespace: "{{ namespace }}"}
spec:
  replicas: \${REPLICAS:=2}
  minReadySeconds: soon
  selector: {}
  template: {spec: {containers: [{name: a}]}}
`,
        "secret.yaml": `apiVersion: v1
kind: Secret
metadata: {name: a}
immutable: ENC[AES256_GCM,data:aa==,type:bool]
stringData: {a: "ENC[AES256_GCM,data:aa==,type:str]"}
sops: {mac: "ENC[AES256_GCM,data:aa==,type:str]", version: 3.9.0}
`,
        "other.yaml": "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nsops: {}\n",
      }),
    ).toEqual([
      "a.yaml:6:3 schema: `spec.minReadySeconds` must be an integer, not a string.",
      "other.yaml:4:1 unknown-field: A Secret has no field `sops`.",
    ]);
  });

  it("a chart's templates are passed over, with one word", async () => {
    const template = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n";
    expect(
      await problemsOf({
        "charts/a/charts/b/templates/x.yaml": template,
        "charts/a/templates/tests/x.yaml": template,
        "charts/c/templates/x.yaml": template,
        "charts/c/templates/y.yaml": template,
        "charts/c/templates/z.yaml": template,
        "charts/a/templates/x.yaml": template,
      }),
    ).toEqual([
      "charts/a/charts/b/templates/x.yaml:4:9 template: This template and 2 others of `charts/a` were not checked against Kubernetes schemas.",
      "charts/c/templates/x.yaml:4:9 template: This template and 2 others of `charts/c` were not checked against Kubernetes schemas.",
    ]);
  });

  it("a template is passed over, with a word", async () => {
    expect(
      await problemsOf({
        "templates/a.yaml":
          "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n{{- if .Values.a }}\n{{- end }}\n",
      }),
    ).toEqual([
      "templates/a.yaml:4:9 template: This is a template, so it was not checked against Kubernetes schemas.",
    ]);
  });
});

it("the YAML of manifests is what Kubernetes' library reads, which is more than the letter of YAML 1.2", async () => {
  expect(
    await problemsOf({
      "a.yaml": "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: 'b\n  c'\n  d: {e: [f,\ng]}\n",
      "b.yaml": "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: b\n c: d\n",
    }),
  ).toEqual([
    "a.yaml:3:1 schema: `data.d` must be a string, not a map.",
    "b.yaml:5:1 syntax: All mapping items must start at the same column",
  ]);
});

it("a definition that is not YAML by the letter is no schema", async () => {
  expect(
    await problemsOf({
      "a.yaml": "apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: a}\nspec: {every: 1h}\n",
      "crd.yaml": `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: backups.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Backup, plural: backups}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                paths:
                  description: 'Folders
                  and files.'
                  type: array
                  items: {type: string}
                every: {type: string}
`,
    }),
  ).toEqual([
    "a.yaml:2:7 missing-schema: Backup of `example.com/v1` was not checked: there is no schema for it.",
  ]);
});

it("a key without a value is dropped, unless it is needed", async () => {
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: backups.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Backup, plural: backups}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [every]
              properties: {every: {type: string}, paths: {type: array, items: {type: string}}}
`;
  const backup = "apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: a}\nspec:\n";
  expect(
    await problemsOf({
      "a.yaml": `${backup}  every: 1h\n  paths:\n`,
      "b.yaml": `${backup}  every:\n  paths: [a, null]\n`,
      "crd.yaml": definition,
    }),
  ).toEqual([
    "b.yaml:4:1 schema: `spec` lacks `every`.",
    "b.yaml:6:14 schema: `spec.paths[1]` must be a string, not null.",
  ]);
});

it("a text that nests without end is one problem, and the others are still found", async () => {
  const problems = await problemsOf({
    "a.yaml": `apiVersion: v1\nkind: ConfigMap\ndata: ${"{a: ".repeat(30_000)}`,
    "b.yaml": "apiVersion: v1\nkind: ConfigMap\ndata: {a: 1}\n",
  });
  expect(problems).toContain("b.yaml:3:8 schema: `data.a` must be a string, not a number.");
});
