/** What policies can ask about: each kind of thing with its fields. Types, the check of examples and the docs page follow from this. */

type FieldType = "string" | "int" | "bool" | "list<string>" | "list<MappedControl>";

interface Field {
  readonly type: FieldType;
  /** What it says, for people. */
  readonly means: string;
}

/** A control that a rule answers. */
const mappedControl = {
  framework: { type: "string", means: "id of the framework, such as `pci-dss`" },
  id: { type: "string", means: "id of the control" },
  rung: { type: "string", means: "the highest rung that the control reaches; empty for none" },
  covered: { type: "bool", means: "whether the control counts as covered at the level asked for" },
} as const satisfies Fields;

const rule = {
  name: { type: "string", means: "name of the Falco rule" },
  description: { type: "string", means: "its `desc`" },
  source: { type: "string", means: "event source, such as `syscall` or `k8s_audit`" },
  priority: { type: "string", means: "in capitals: `EMERGENCY` to `DEBUG`" },
  enabled: {
    type: "bool",
    means: "whether it is enabled after overrides, before the selection of falco.yaml",
  },
  tags: { type: "list<string>", means: "its tags" },
  condition: {
    type: "string",
    means:
      "the condition as Falco compiles it, with macros, lists and exceptions in their places; empty where it is not at hand",
  },
  output: { type: "string", means: "the output template" },
  events: { type: "list<string>", means: "the events that the condition can match" },
  fields: { type: "list<string>", means: "the fields that the compiled condition asks for" },
  outputFields: { type: "list<string>", means: "the fields of the output" },
  exceptions: { type: "list<string>", means: "names of its exceptions" },
  controls: { type: "list<MappedControl>", means: "the controls that it is named for" },
  rung: { type: "string", means: "the highest rung that it reaches in this deployment; empty for none" },
  rungs: { type: "list<string>", means: "all rungs that it reaches: `mapped`, `valid` … `proven`" },
  deployment: { type: "string", means: "the deployment that loads it; empty where none does" },
  reaches: {
    type: "list<string>",
    means: "outputs that its alerts get to: of falcosidekick as `pagerduty`, of Falco as `stdout`",
  },
  pages: { type: "bool", means: "whether an output that calls people gets its alerts" },
  tested: { type: "bool", means: "whether its rule tests pass: one fires, one near miss stays silent" },
  runbooks: { type: "list<string>", means: "files of the runbooks that name it" },
  signals: { type: "list<string>", means: "signals of which it detects a reference attack" },
  attacks: { type: "int", means: "reference attacks on which it fires (breadth)" },
  everyday: { type: "int", means: "everyday events of real clusters on which it fires (noise)" },
  published: { type: "bool", means: "whether it comes from a rules file that the Falco project publishes" },
  file: { type: "string", means: "the file that defines it; empty for a published one" },
} as const satisfies Fields;

const control = {
  framework: { type: "string", means: "id of the framework, such as `pci-dss`" },
  baseline: { type: "string", means: "the framework's baseline that is in use; empty for none" },
  id: { type: "string", means: "id of the control" },
  title: { type: "string", means: "its title, in our words" },
  runtime: { type: "string", means: "`detect`, `partial`, `support` or `none`" },
  counted: { type: "bool", means: "whether it is in the totals" },
  inScope: { type: "bool", means: "false where the matrix says that it does not apply" },
  rung: { type: "string", means: "the highest rung that it reaches; empty for none" },
  rungs: { type: "list<string>", means: "all rungs that it reaches" },
  covered: { type: "bool", means: "whether it counts as covered at the level asked for" },
  rules: {
    type: "list<string>",
    means: "names of its rules; of a `support` control, the properties that it needs",
  },
  attacks: { type: "int", means: "reference attacks of its signals" },
  detected: { type: "int", means: "those of them that its routed rules detect" },
  blockedBy: { type: "string", means: "what keeps it from the next rung; empty where nothing does" },
} as const satisfies Fields;

const deployment = {
  name: { type: "string", means: "the workload with its namespace, the overlay, the release" },
  kind: { type: "string", means: "`manifest`, `kustomize`, `helm`, `operator` or `compose`" },
  namespace: { type: "string", means: "its namespace; empty where none is written" },
  image: { type: "string", means: "Falco's image as written; empty where it is not known" },
  falcoVersion: { type: "string", means: "its version; empty where it is not known" },
  engine: { type: "string", means: "`engine.kind`, such as `modern_ebpf`" },
  minimumPriority: { type: "string", means: "alerts below it are not sent; in capitals" },
  jsonOutput: { type: "bool", means: "whether alerts are JSON" },
  plugins: { type: "list<string>", means: "plugins that it loads" },
  rulesFiles: { type: "list<string>", means: "paths of the rules files in the container, in load order" },
  rules: { type: "list<string>", means: "names of the rules that it loads" },
  reaches: { type: "list<string>", means: "outputs that get alerts: `pagerduty`, `stdout`" },
} as const satisfies Fields;

const container = {
  name: { type: "string", means: "its name in the pod" },
  image: { type: "string", means: "its image as written" },
  init: { type: "bool", means: "whether it is an init container" },
  workload: { type: "string", means: "name of the workload" },
  kind: { type: "string", means: "kind of the workload, such as `DaemonSet`" },
  namespace: { type: "string", means: "its namespace; empty where none is written" },
  labels: { type: "list<string>", means: "labels of the pod, as `team=payments`" },
  isFalco: { type: "bool", means: "whether the image is Falco's" },
  privileged: { type: "bool", means: "`securityContext.privileged`" },
  capabilities: { type: "list<string>", means: "capabilities that are added, in capitals, without `CAP_`" },
  readOnlyRoot: { type: "bool", means: "`securityContext.readOnlyRootFilesystem`" },
  hostNetwork: { type: "bool", means: "whether the pod has the node's network" },
  hostPaths: { type: "list<string>", means: "paths of the node that it mounts" },
  hostPorts: { type: "list<string>", means: "ports of the node that it opens" },
  memoryLimit: { type: "string", means: "its memory limit as written; empty for none" },
} as const satisfies Fields;

const finding = {
  rule: { type: "string", means: "id of the lint rule, such as `stack/no-output`" },
  severity: { type: "string", means: "`error`, `warning` or `notice`" },
  confidence: { type: "string", means: "`high`, `medium` or `low`" },
  message: { type: "string", means: "what is wrong" },
  file: { type: "string", means: "path from the workspace root" },
  falcoCode: {
    type: "string",
    means: "Falco's own code, such as `LOAD_ERR_COMPILE_CONDITION`; empty for none",
  },
} as const satisfies Fields;

type Fields = Readonly<Record<string, Field>>;

/** By the word after `each`, which is also the variable's name. */
export const subjectFields = { rule, control, deployment, container, finding } as const;
export type SubjectKind = keyof typeof subjectFields;
export const subjectKinds = Object.keys(subjectFields) as readonly SubjectKind[];

/** Types that fields have beside those of CEL, with their own fields. */
export const recordTypes: Readonly<Record<"MappedControl", Fields>> = { MappedControl: mappedControl };

type ValueOf<T extends FieldType> = T extends "string"
  ? string
  : T extends "int"
    ? number
    : T extends "bool"
      ? boolean
      : T extends "list<string>"
        ? readonly string[]
        : readonly RecordOf<typeof mappedControl>[];
type RecordOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]["type"]> };

/** One thing with all its fields. */
export type SubjectView<K extends SubjectKind> = RecordOf<(typeof subjectFields)[K]>;

/** What a field is where nothing is said of it. */
export function emptyValue(type: FieldType): string | number | boolean | readonly never[] {
  if (type.startsWith("list")) return [];
  return type === "string" ? "" : type === "int" ? 0 : false;
}
