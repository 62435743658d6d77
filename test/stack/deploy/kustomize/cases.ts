/** Head of a kustomization file. */
const K = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";
const NOHASH = "generatorOptions:\n  disableNameSuffixHash: true\n";
const base = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: falco
  labels: {app: falco}
spec:
  selector:
    matchLabels: {app: falco}
  template:
    metadata:
      labels: {app: falco}
    spec:
      serviceAccountName: falco
      priorityClassName: high
      initContainers:
        - {name: init, image: "falcosecurity/falcoctl:0.11.0"}
      containers:
        - name: falco
          image: falcosecurity/falco:0.43.0
          args: [/usr/bin/falco]
          env:
            - {name: A, value: "1"}
            - name: B
              valueFrom: {secretKeyRef: {name: creds, key: token}}
          envFrom:
            - configMapRef: {name: rules}
          volumeMounts:
            - {name: rules, mountPath: /etc/falco/rules.d}
      volumes:
        - name: rules
          configMap: {name: rules}
        - name: creds
          secret: {secretName: creds}
        - name: both
          projected:
            sources:
              - configMap: {name: rules}
              - secret: {name: creds}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: falco}
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: high}
value: 10
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: falco}
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: falco}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: falco}
subjects:
  - {kind: ServiceAccount, name: falco}
  - {kind: ServiceAccount, name: other, namespace: elsewhere}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: falcosidekick}
spec:
  replicas: 2
  selector: {matchLabels: {app: sk}}
  template:
    metadata: {labels: {app: sk}}
    spec:
      containers:
        - name: sk
          image: registry.example:5000/falcosecurity/falcosidekick:2.34.1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
          ports: [{containerPort: 2801, name: http}]
---
apiVersion: v1
kind: Service
metadata: {name: falcosidekick}
spec:
  selector: {app: sk}
  ports: [{port: 2801, targetPort: http}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: sk}
spec:
  podSelector: {matchLabels: {app: sk}}
  ingress:
    - from: [{podSelector: {matchLabels: {app: falco}}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: rules}
data:
  a.yaml: "x"
  falco.yaml: |
    priority: notice
    http_output:
      url: http://old:2801
---
apiVersion: v1
kind: Secret
metadata: {name: creds}
stringData: {token: abc}
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: falco}
spec:
  chart: {spec: {chart: falco, version: 4.21.3}}
  valuesFrom:
    - {kind: ConfigMap, name: rules}
  values:
    image: falcosecurity/falco
    env: [{name: X, value: "1"}]
    list: [a, b]
`;
const b = { "base/kustomization.yaml": `${K}resources: [all.yaml]\n`, "base/all.yaml": base };
const top = (content: string, more: Record<string, string> = {}) => ({
  ...b,
  ...more,
  "top/kustomization.yaml": `${K}resources: [../base]\n${NOHASH}${content}`,
});
/** Workspaces with a folder `top` that is built. */
export const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plain: top(""),
  namespace: top("namespace: security\n"),
  prefix: top("namePrefix: a-\nnameSuffix: -z\n"),
  "prefix and namespace": top("namespace: security\nnamePrefix: a-\n"),
  commonLabels: top("commonLabels: {team: x}\n"),
  labels: top(
    "labels:\n  - pairs: {team: x}\n  - pairs: {t: u}\n    includeTemplates: true\n  - pairs: {s: t}\n    includeSelectors: true\n",
  ),
  annotations: top("commonAnnotations: {team: x}\n"),
  images: top(
    "images:\n  - {name: falcosecurity/falco, newTag: 0.44.1}\n  - {name: registry.example:5000/falcosecurity/falcosidekick, newName: x/y}\n  - {name: falcosecurity/falcoctl, digest: 'sha256:bbbb'}\n",
  ),
  "images both": top(
    "images:\n  - {name: falcosecurity/falco, newTag: 0.44.1, digest: 'sha256:bbbb'}\n  - {name: .*/falcosidekick, newTag: '9'}\n  - {name: falcosecurity/falcoctl, newName: z/q, tagSuffix: -x}\n",
  ),
  replicas: top("replicas:\n  - {name: falcosidekick, count: 5}\n"),
  "replicas after prefix": {
    ...top("replicas:\n  - {name: falcosidekick, count: 5}\n"),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamePrefix: q-\n`,
  },
  "merge patch inline": top(
    "patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: DaemonSet\n      metadata: {name: falco}\n      spec:\n        template:\n          spec:\n            containers:\n              - name: falco\n                args: [a]\n                env: [{name: C, value: '3'}, {name: A, $patch: delete}]\n            volumes: [{name: more, emptyDir: {}}]\n",
  ),
  "merge patch by target regex": top(
    "patches:\n  - target: {kind: DaemonSet|Deployment, name: falco.*}\n    patch: |-\n      apiVersion: apps/v1\n      kind: Whatever\n      metadata:\n        name: ignored\n        labels: {p: q}\n      spec:\n        template:\n          spec:\n            hostNetwork: true\n",
  ),
  "merge patch label selector": top(
    "patches:\n  - target: {labelSelector: 'app in (falco, x),!nope'}\n    patch: |-\n      apiVersion: apps/v1\n      kind: DaemonSet\n      metadata:\n        name: ignored\n        annotations: {p: q}\n",
  ),
  "merge patch path": top("patches:\n  - path: p.yaml\n", {
    "top/p.yaml":
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: falcosidekick}\nspec:\n  replicas: 7\n  template: {spec: {containers: [{name: sk, env: [{name: LOKI_HOSTPORT, value: 'http://l'}]}]}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: falcosidekick}\nspec:\n  ports: [{port: 2801, targetPort: 9}]\n",
  }),
  "json patch": top(
    "patches:\n  - target: {group: apps, version: v1, kind: DaemonSet, name: falco}\n    patch: |-\n      - {op: add, path: /spec/template/spec/containers/0/args/-, value: -A}\n      - {op: replace, path: /spec/template/metadata/labels/app, value: q}\n      - {op: remove, path: /spec/template/spec/volumes/0}\n      - {op: add, path: /metadata/annotations, value: {a.b~1c: d}}\n",
  ),
  "json patch json file": top("patches:\n  - target: {kind: Deployment}\n    path: p.json\n", {
    "top/p.json":
      '[{"op":"replace","path":"/spec/replicas","value":9},{"op":"move","from":"/spec/template/metadata/labels/app","path":"/spec/template/metadata/labels/moved"}]',
  }),
  patchesJson6902: top(
    'patchesJson6902:\n  - target: {group: apps, version: v1, kind: Deployment, name: falcosidekick}\n    path: p.yaml\n  - target: {version: v1, kind: ConfigMap, name: rules}\n    patch: \'[{"op":"add","path":"/data/b","value":"c"}]\'\n',
    { "top/p.yaml": "- op: replace\n  path: /spec/replicas\n  value: 4\n" },
  ),
  patchesStrategicMerge: top(
    "patchesStrategicMerge:\n  - p.yaml\n  - |-\n    apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: rules}\n    data: {c: d, a.yaml: null}\n",
    {
      "top/p.yaml":
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: falcosidekick}\nspec: {replicas: 11}\n",
    },
  ),
  "patch delete by target": top(
    "patches:\n  - target: {kind: NetworkPolicy}\n    patch: |-\n      $patch: delete\n      apiVersion: x\n      kind: x\n      metadata: {name: x}\n",
  ),
  "patch replace": top(
    "patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: DaemonSet\n      metadata: {name: falco}\n      spec:\n        template:\n          spec:\n            containers:\n              - $patch: replace\n              - {name: only, image: x}\n",
  ),
  "patch replace map": top(
    "patches:\n  - patch: |-\n      apiVersion: v1\n      kind: ConfigMap\n      metadata: {name: rules}\n      data:\n        $patch: replace\n        z: y\n",
  ),
  "allow name change": top(
    "patches:\n  - target: {kind: ConfigMap, name: rules}\n    options: {allowNameChange: true}\n    patch: |-\n      apiVersion: v1\n      kind: ConfigMap\n      metadata: {name: renamed}\n",
  ),
  "json rename": top(
    "patches:\n  - target: {kind: ConfigMap, name: rules}\n    patch: |-\n      - {op: replace, path: /metadata/name, value: renamed}\n",
  ),
  "patch helm release": top(
    "patches:\n  - target: {kind: HelmRelease}\n    patch: |-\n      apiVersion: helm.toolkit.fluxcd.io/v2\n      kind: HelmRelease\n      metadata: {name: x}\n      spec:\n        values:\n          env: [{name: Y, value: '2'}]\n          list: [c]\n          more: {a: b}\n          image: null\n",
  ),
  "generator merge": {
    ...top(
      'configMapGenerator:\n  - name: gen\n    behavior: merge\n    literals: [b=2, c="3"]\n  - name: rules\n    behavior: replace\n    literals: [only=1]\nsecretGenerator:\n  - name: creds\n    behavior: merge\n    literals: [k=v]\n',
    ),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nconfigMapGenerator:\n  - name: gen\n    literals: [a=1, b=1]\n`,
  },
  "generator files": top(
    "configMapGenerator:\n  - name: gen\n    namespace: n1\n    files: [sub/f.yaml, renamed=sub/f.yaml]\n    options: {labels: {l: m}, annotations: {k: o}, immutable: true}\nsecretGenerator:\n  - name: s\n    type: kubernetes.io/x\n    files: [sub/f.yaml]\n",
    { "top/sub/f.yaml": "a: b\n" },
  ),
  "generator envs": top("configMapGenerator:\n  - name: gen\n    envs: [my.env.yaml]\n", {
    "top/my.env.yaml": "# comment\nA=1\nB=x=y\n\nC=\n",
  }),
  "generator merge after prefix": {
    ...top("configMapGenerator:\n  - name: gen\n    behavior: merge\n    literals: [b=2]\n"),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamePrefix: q-\nconfigMapGenerator:\n  - name: gen\n    literals: [a=1]\n`,
  },
  "patch by old name": {
    ...top(
      "patches:\n  - patch: |-\n      apiVersion: v1\n      kind: ConfigMap\n      metadata: {name: rules}\n      data: {n: m}\n",
    ),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamePrefix: q-\n`,
  },
  "target by new name": {
    ...top(
      "patches:\n  - target: {name: q-rules}\n    patch: |-\n      - {op: add, path: /data/x, value: 'y'}\n",
    ),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamePrefix: q-\n`,
  },
  "target by old name": {
    ...top(
      "patches:\n  - target: {name: rules}\n    patch: |-\n      - {op: add, path: /data/x, value: 'y'}\n",
    ),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamePrefix: q-\n`,
  },
  "namespaced target": {
    ...top(
      "patches:\n  - target: {kind: ConfigMap, namespace: sec}\n    patch: |-\n      - {op: add, path: /data/x, value: 'y'}\n",
    ),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamespace: sec\n`,
  },
  "default namespace target": top(
    "patches:\n  - target: {kind: ConfigMap, namespace: default}\n    patch: |-\n      - {op: add, path: /data/x, value: 'y'}\n",
  ),
  component: top("components: [../comp]\n", {
    "comp/kustomization.yaml":
      "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [r.yaml]\nnamePrefix: c-\nconfigMapGenerator:\n  - name: fromcomp\n    literals: [a=b]\n    options: {disableNameSuffixHash: true}\npatches:\n  - target: {kind: Deployment}\n    patch: |-\n      - {op: replace, path: /spec/replicas, value: 33}\n",
    "comp/r.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: compmap}\ndata: {a: b}\n",
  }),
  "component of component": top("components: [../comp]\n", {
    "comp/kustomization.yaml":
      "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../comp2]\n",
    "comp2/kustomization.yaml":
      "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nreplicas: [{name: falcosidekick, count: 44}]\n",
  }),
  "nested prefixes": {
    ...top("namePrefix: t-\n"),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamePrefix: q-\n`,
  },
  "reference to old name": {
    ...b,
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamePrefix: q-\n`,
    "top/kustomization.yaml": `${K}resources: [../base, own.yaml]\n`,
    "top/own.yaml":
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  volumes: [{name: v, configMap: {name: rules}}]\n  containers: [{name: c, image: x}]\n",
  },
  "two bases one name": {
    ...b,
    "one/kustomization.yaml": `${K}resources: [../base]\nnamePrefix: one-\n`,
    "two/kustomization.yaml": `${K}resources: [../base]\nnamePrefix: two-\n`,
    "top/kustomization.yaml": `${K}resources: [../one, ../two]\n`,
  },
  "replacement simple": top(
    "replacements:\n  - source: {kind: ConfigMap, name: rules, fieldPath: 'data.a\\.yaml'}\n    targets:\n      - select: {kind: DaemonSet}\n        fieldPaths: ['spec.template.spec.containers.[name=falco].env.[name=A].value', spec.template.spec.containers.0.args.0]\n",
  ),
  "replacement delimiter": top(
    "replacements:\n  - source: {kind: Deployment, name: falcosidekick, fieldPath: 'spec.template.spec.containers.[name=sk].image', options: {delimiter: ':', index: 1}}\n    targets:\n      - select: {kind: DaemonSet, name: falco}\n        fieldPaths: ['spec.template.spec.containers.[name=falco].image']\n        options: {delimiter: ':', index: 1}\n",
  ),
  "replacement delimiter before": top(
    "replacements:\n  - source: {kind: Service, name: falcosidekick}\n    targets:\n      - select: {kind: DaemonSet, name: falco}\n        fieldPaths: ['spec.template.spec.containers.*.image']\n        options: {delimiter: '/', index: -1}\n      - select: {kind: Deployment}\n        fieldPaths: [spec.template.spec.containers.0.name]\n        options: {delimiter: '-', index: 9}\n",
  ),
  "replacement create": top(
    "replacements:\n  - source: {kind: Service, name: falcosidekick, fieldPath: metadata.name}\n    targets:\n      - select: {kind: DaemonSet, name: falco}\n        fieldPaths: [spec.template.metadata.annotations.who, spec.template.spec.nodeName]\n        options: {create: true}\n",
  ),
  "replacement reject": top(
    "replacements:\n  - source: {kind: Service, name: falcosidekick}\n    targets:\n      - select: {version: v1}\n        reject: [{kind: HelmRelease}, {name: falco}]\n        fieldPaths: [metadata.annotations.svc]\n        options: {create: true}\n",
  ),
  "replacement file": top("replacements:\n  - path: r.yaml\n", {
    "top/r.yaml":
      "source: {kind: Service, name: falcosidekick, fieldPath: 'spec.ports.0.port'}\ntargets:\n  - select: {kind: Deployment, name: falcosidekick}\n    fieldPaths: ['spec.template.spec.containers.[name=sk].ports.[name=http].containerPort', spec.replicas]\n",
  }),
  "replacement list file": top("replacements:\n  - path: r.yaml\n", {
    "top/r.yaml":
      "- source: {kind: Service, name: falcosidekick, fieldPath: metadata.name}\n  targets:\n  - select: {kind: ConfigMap, name: rules}\n    fieldPaths: ['data.falco\\.yaml']\n    options: {delimiter: 'old'}\n",
  }),
  "replacement map": top(
    "replacements:\n  - source: {kind: DaemonSet, name: falco, fieldPath: spec.template.metadata.labels}\n    targets:\n      - select: {kind: Service, name: falcosidekick}\n        fieldPaths: [spec.selector]\n",
  ),
  "replacement create list": top(
    "replacements:\n  - source: {kind: Service, name: falcosidekick}\n    targets:\n      - select: {kind: DaemonSet, name: falco}\n        fieldPaths: ['spec.template.spec.containers.[name=falco].env.[name=NEW].value']\n        options: {create: true}\n",
  ),
  "replacement after prefix": top(
    "namePrefix: a-\nreplacements:\n  - source: {kind: Service, name: falcosidekick}\n    targets:\n      - select: {kind: DaemonSet, name: falco}\n        fieldPaths: ['spec.template.spec.containers.[name=falco].env.[name=A].value']\n",
  ),
  "json patch of a custom resource": top(
    "patches:\n  - target: {kind: HelmRelease, group: helm.toolkit.fluxcd.io}\n    patch: |-\n      - {op: replace, path: /spec/values/list/0, value: zz}\n",
  ),
  "namespace object": top("namespace: sec\n", {
    "base/all.yaml": `${base}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: old}\n`,
  }),
  configurations: top("namePrefix: a-\nconfigurations: [kc.yaml]\n", {
    "top/kc.yaml":
      "nameReference:\n  - kind: ConfigMap\n    version: v1\n    fieldSpecs:\n      - path: spec/valuesFrom/name\n        kind: HelmRelease\n",
  }),
  "merge patch keeps namespace": {
    ...top(
      "patches:\n  - target: {kind: ConfigMap}\n    patch: |-\n      apiVersion: v1\n      kind: ConfigMap\n      metadata: {name: any, namespace: other}\n      data: {z: z}\n",
    ),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamespace: sec\n`,
  },
  "null in patch of absent": top(
    "patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: falcosidekick}\n      spec: {strategy: {type: Recreate, rollingUpdate: null}}\n",
  ),
  "more kinds": {
    "top/kustomization.yaml": `${K}${NOHASH}resources: [m.yaml]\nnamePrefix: a-\nnamespace: sec\nlabels: [{pairs: {t: u}}]\nimages: [{name: busybox, newTag: "2"}]\n`,
    "top/m.yaml": `apiVersion: batch/v1
kind: CronJob
metadata: {name: c}
spec:
  schedule: "* * * * *"
  jobTemplate:
    spec:
      template:
        metadata: {labels: {a: b}}
        spec:
          serviceAccountName: sa
          containers: [{name: c, image: busybox, envFrom: [{secretRef: {name: s}}]}]
---
apiVersion: batch/v1
kind: Job
metadata: {name: j}
spec:
  template:
    spec:
      containers: [{name: c, image: "busybox:1", env: [{name: X, valueFrom: {configMapKeyRef: {name: cm, key: k}}}]}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: sa}
imagePullSecrets: [{name: s}]
---
apiVersion: v1
kind: Secret
metadata: {name: s}
data: {a: Yg==}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: cm}
data: {k: v}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ss}
spec:
  serviceName: svc
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec:
      imagePullSecrets: [{name: s}]
      containers: [{name: c, image: busybox@sha256:1234}]
      volumes: [{name: v, persistentVolumeClaim: {claimName: pvc}}]
---
apiVersion: v1
kind: Service
metadata: {name: svc}
spec: {ports: [{port: 1}]}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: pvc}
spec: {}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: h}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: ss}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: rb}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
subjects: [{kind: ServiceAccount, name: sa, namespace: sec}, {kind: ServiceAccount, name: default}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: r}
rules: []
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: pdb}
spec: {selector: {matchLabels: {a: b}}}
---
apiVersion: instance.falcosecurity.dev/v1alpha1
kind: Falco
metadata: {name: f}
spec: {version: "0.42.0"}
---
apiVersion: artifact.falcosecurity.dev/v1alpha1
kind: Rulesfile
metadata: {name: rf}
spec: {configMapRef: {name: cm}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i}
spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: svc, port: {number: 1}}}}]}}]}
`,
  },
  "generator options": top(
    "configMapGenerator:\n  - name: gen\n    literals: [a=b=c, 'd=\"q r\"', \"e='x'\"]\n",
  ),
  "legacy bases": { ...b, "top/kustomization.yaml": `${K}bases: [../base]\n` },
  "add to missing list": top(
    "patches:\n  - target: {kind: Deployment}\n    patch: |-\n      - {op: add, path: /spec/template/spec/containers/0/env, value: [{name: Q, value: z}]}\n      - {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: R, value: z}}\n      - {op: add, path: /spec/template/spec/containers/0/env/0, value: {name: P, value: z}}\n",
  ),
  "merge patch, order of lists": top(
    "patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: falcosidekick}\n      spec: {template: {spec: {containers: [{name: sk, ports: [{containerPort: 9, name: m}, {containerPort: 2801, name: q}], volumeMounts: [{name: v, mountPath: /a}]}, {name: two, image: z}], tolerations: [{operator: Exists}], imagePullSecrets: [{name: s}]}}}\n",
  ),
  "overlay of overlay": {
    ...b,
    "mid/kustomization.yaml": `${K}resources: [../base]\nnamespace: mid\nnamePrefix: m-\npatches:\n  - target: {kind: Service}\n    patch: |-\n      - {op: replace, path: /spec/ports/0/port, value: 1}\n`,
    "top/kustomization.yaml": `${K}resources: [../mid]\nnamespace: last\nnameSuffix: -x\npatches:\n  - target: {kind: Service, name: m-falcosidekick}\n    patch: |-\n      - {op: replace, path: /spec/ports/0/port, value: 2}\n`,
  },
  vars: top(
    'namePrefix: p-\nvars:\n  - {name: SVC, objref: {apiVersion: v1, kind: Service, name: falcosidekick}, fieldref: {fieldPath: metadata.name}}\n  - {name: PORT, objref: {apiVersion: v1, kind: Service, name: falcosidekick}, fieldref: {fieldPath: "spec.ports[0].port"}}\n  - {name: IMAGE, objref: {apiVersion: apps/v1, kind: DaemonSet, name: falco}, fieldref: {fieldPath: "spec.template.spec.containers.[name=falco].image"}}\n  - {name: ACCOUNT, objref: {apiVersion: v1, kind: ServiceAccount, name: falco}}\npatches:\n  - target: {kind: DaemonSet}\n    patch: |-\n      - {op: add, path: /spec/template/spec/containers/0/args/-, value: "http_output.url=http://$(SVC):$(PORT)/"}\n      - {op: add, path: /spec/template/spec/containers/0/args/-, value: "$$(SVC) $(OTHER) $$x $(SVC $"}\n      - {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: C, value: $(IMAGE)}}\n      - {op: add, path: /spec/template/spec/initContainers/0/command, value: [$(ACCOUNT)]}\n      - {op: add, path: /spec/template/metadata/annotations, value: {kept: $(SVC)}}\n      - {op: add, path: /metadata/annotations, value: {a: "$(SVC)", b: "$(PORT)x"}}\n  - target: {kind: ConfigMap, name: rules}\n    patch: |-\n      - {op: add, path: /data/kept, value: $(SVC)}\n  - target: {kind: Deployment}\n    patch: |-\n      - {op: add, path: /spec/template/metadata/annotations, value: {filled: $(SVC)}}\n',
  ),
  "vars of a base": {
    ...top(
      'namespace: late\nnameSuffix: -z\nconfigurations: [fields.yaml]\npatches:\n  - target: {kind: DaemonSet}\n    patch: |-\n      - {op: add, path: /spec/template/spec/containers/0/args/-, value: $(NS)}\n  - target: {kind: ConfigMap, name: rules}\n    patch: |-\n      - {op: add, path: /data/filled, value: "one\\n$(SVC)\\n"}\n',
      { "top/fields.yaml": "varReference:\n  - {kind: ConfigMap, path: data}\n" },
    ),
    "base/kustomization.yaml": `${K}resources: [all.yaml]\nnamePrefix: q-\nvars:\n  - {name: SVC, objref: {apiVersion: v1, kind: Service, name: falcosidekick}}\n  - {name: NS, objref: {apiVersion: v1, kind: Service, name: falcosidekick}, fieldref: {fieldPath: metadata.namespace}}\n`,
  },
};
