/** What policies can ask about: each kind of thing with its fields. Types, the check of examples and the docs page follow from this. */
type FieldType = "string" | "int" | "bool" | "list<string>" | "list<MappedControl>";
interface Field {
    readonly type: FieldType;
    /** What it says, for people. */
    readonly means: string;
}
/** A control that a rule answers. */
declare const mappedControl: {
    readonly framework: {
        readonly type: "string";
        readonly means: "id of the framework, such as `pci-dss`";
    };
    readonly id: {
        readonly type: "string";
        readonly means: "id of the control";
    };
    readonly rung: {
        readonly type: "string";
        readonly means: "the highest rung that the control reaches; empty for none";
    };
    readonly covered: {
        readonly type: "bool";
        readonly means: "whether the control counts as covered at the level asked for";
    };
};
type Fields = Readonly<Record<string, Field>>;
/** By the word after `each`, which is also the variable's name. */
export declare const subjectFields: {
    readonly rule: {
        readonly name: {
            readonly type: "string";
            readonly means: "name of the Falco rule";
        };
        readonly description: {
            readonly type: "string";
            readonly means: "its `desc`";
        };
        readonly source: {
            readonly type: "string";
            readonly means: "event source, such as `syscall` or `k8s_audit`";
        };
        readonly priority: {
            readonly type: "string";
            readonly means: "in capitals: `EMERGENCY` to `DEBUG`";
        };
        readonly enabled: {
            readonly type: "bool";
            readonly means: "whether it is enabled after overrides, before the selection of falco.yaml";
        };
        readonly tags: {
            readonly type: "list<string>";
            readonly means: "its tags";
        };
        readonly condition: {
            readonly type: "string";
            readonly means: "the condition as Falco compiles it, with macros, lists and exceptions in their places; empty where it is not at hand";
        };
        readonly output: {
            readonly type: "string";
            readonly means: "the output template";
        };
        readonly events: {
            readonly type: "list<string>";
            readonly means: "the events that the condition can match";
        };
        readonly fields: {
            readonly type: "list<string>";
            readonly means: "the fields that the compiled condition asks for";
        };
        readonly outputFields: {
            readonly type: "list<string>";
            readonly means: "the fields of the output";
        };
        readonly exceptions: {
            readonly type: "list<string>";
            readonly means: "names of its exceptions";
        };
        readonly controls: {
            readonly type: "list<MappedControl>";
            readonly means: "the controls that it is named for";
        };
        readonly rung: {
            readonly type: "string";
            readonly means: "the highest rung that it reaches in this deployment; empty for none";
        };
        readonly rungs: {
            readonly type: "list<string>";
            readonly means: "all rungs that it reaches: `mapped`, `valid` … `proven`";
        };
        readonly deployment: {
            readonly type: "string";
            readonly means: "the deployment that loads it; empty where none does";
        };
        readonly reaches: {
            readonly type: "list<string>";
            readonly means: "outputs that its alerts get to: of falcosidekick as `pagerduty`, of Falco as `stdout`";
        };
        readonly pages: {
            readonly type: "bool";
            readonly means: "whether an output that calls people gets its alerts";
        };
        readonly tested: {
            readonly type: "bool";
            readonly means: "whether its rule tests pass: one fires, one near miss stays silent";
        };
        readonly runbooks: {
            readonly type: "list<string>";
            readonly means: "files of the runbooks that name it";
        };
        readonly signals: {
            readonly type: "list<string>";
            readonly means: "signals of which it detects a reference attack";
        };
        readonly attacks: {
            readonly type: "int";
            readonly means: "reference attacks on which it fires (breadth)";
        };
        readonly everyday: {
            readonly type: "int";
            readonly means: "everyday events of real clusters on which it fires (noise)";
        };
        readonly published: {
            readonly type: "bool";
            readonly means: "whether it comes from a rules file that the Falco project publishes";
        };
        readonly file: {
            readonly type: "string";
            readonly means: "the file that defines it; empty for a published one";
        };
    };
    readonly control: {
        readonly framework: {
            readonly type: "string";
            readonly means: "id of the framework, such as `pci-dss`";
        };
        readonly baseline: {
            readonly type: "string";
            readonly means: "the framework's baseline that is in use; empty for none";
        };
        readonly id: {
            readonly type: "string";
            readonly means: "id of the control";
        };
        readonly title: {
            readonly type: "string";
            readonly means: "its title, in our words";
        };
        readonly runtime: {
            readonly type: "string";
            readonly means: "`detect`, `partial`, `support` or `none`";
        };
        readonly counted: {
            readonly type: "bool";
            readonly means: "whether it is in the totals";
        };
        readonly inScope: {
            readonly type: "bool";
            readonly means: "false where the matrix says that it does not apply";
        };
        readonly rung: {
            readonly type: "string";
            readonly means: "the highest rung that it reaches; empty for none";
        };
        readonly rungs: {
            readonly type: "list<string>";
            readonly means: "all rungs that it reaches";
        };
        readonly covered: {
            readonly type: "bool";
            readonly means: "whether it counts as covered at the level asked for";
        };
        readonly rules: {
            readonly type: "list<string>";
            readonly means: "names of its rules; of a `support` control, the properties that it needs";
        };
        readonly attacks: {
            readonly type: "int";
            readonly means: "reference attacks of its signals";
        };
        readonly detected: {
            readonly type: "int";
            readonly means: "those of them that its routed rules detect";
        };
        readonly blockedBy: {
            readonly type: "string";
            readonly means: "what keeps it from the next rung; empty where nothing does";
        };
    };
    readonly deployment: {
        readonly name: {
            readonly type: "string";
            readonly means: "the workload with its namespace, the overlay, the release";
        };
        readonly kind: {
            readonly type: "string";
            readonly means: "`manifest`, `kustomize`, `helm`, `operator` or `compose`";
        };
        readonly namespace: {
            readonly type: "string";
            readonly means: "its namespace; empty where none is written";
        };
        readonly image: {
            readonly type: "string";
            readonly means: "Falco's image as written; empty where it is not known";
        };
        readonly falcoVersion: {
            readonly type: "string";
            readonly means: "its version; empty where it is not known";
        };
        readonly engine: {
            readonly type: "string";
            readonly means: "`engine.kind`, such as `modern_ebpf`";
        };
        readonly minimumPriority: {
            readonly type: "string";
            readonly means: "alerts below it are not sent; in capitals";
        };
        readonly jsonOutput: {
            readonly type: "bool";
            readonly means: "whether alerts are JSON";
        };
        readonly plugins: {
            readonly type: "list<string>";
            readonly means: "plugins that it loads";
        };
        readonly rulesFiles: {
            readonly type: "list<string>";
            readonly means: "paths of the rules files in the container, in load order";
        };
        readonly rules: {
            readonly type: "list<string>";
            readonly means: "names of the rules that it loads";
        };
        readonly reaches: {
            readonly type: "list<string>";
            readonly means: "outputs that get alerts: `pagerduty`, `stdout`";
        };
    };
    readonly container: {
        readonly name: {
            readonly type: "string";
            readonly means: "its name in the pod";
        };
        readonly image: {
            readonly type: "string";
            readonly means: "its image as written";
        };
        readonly init: {
            readonly type: "bool";
            readonly means: "whether it is an init container";
        };
        readonly workload: {
            readonly type: "string";
            readonly means: "name of the workload";
        };
        readonly kind: {
            readonly type: "string";
            readonly means: "kind of the workload, such as `DaemonSet`";
        };
        readonly namespace: {
            readonly type: "string";
            readonly means: "its namespace; empty where none is written";
        };
        readonly labels: {
            readonly type: "list<string>";
            readonly means: "labels of the pod, as `team=payments`";
        };
        readonly isFalco: {
            readonly type: "bool";
            readonly means: "whether the image is Falco's";
        };
        readonly privileged: {
            readonly type: "bool";
            readonly means: "`securityContext.privileged`";
        };
        readonly capabilities: {
            readonly type: "list<string>";
            readonly means: "capabilities that are added, in capitals, without `CAP_`";
        };
        readonly readOnlyRoot: {
            readonly type: "bool";
            readonly means: "`securityContext.readOnlyRootFilesystem`";
        };
        readonly hostNetwork: {
            readonly type: "bool";
            readonly means: "whether the pod has the node's network";
        };
        readonly hostPaths: {
            readonly type: "list<string>";
            readonly means: "paths of the node that it mounts";
        };
        readonly hostPorts: {
            readonly type: "list<string>";
            readonly means: "ports of the node that it opens";
        };
        readonly memoryLimit: {
            readonly type: "string";
            readonly means: "its memory limit as written; empty for none";
        };
    };
    readonly finding: {
        readonly rule: {
            readonly type: "string";
            readonly means: "id of the lint rule, such as `stack/no-output`";
        };
        readonly severity: {
            readonly type: "string";
            readonly means: "`error`, `warning` or `notice`";
        };
        readonly confidence: {
            readonly type: "string";
            readonly means: "`high`, `medium` or `low`";
        };
        readonly message: {
            readonly type: "string";
            readonly means: "what is wrong";
        };
        readonly file: {
            readonly type: "string";
            readonly means: "path from the workspace root";
        };
        readonly falcoCode: {
            readonly type: "string";
            readonly means: "Falco's own code, such as `LOAD_ERR_COMPILE_CONDITION`; empty for none";
        };
    };
};
export type SubjectKind = keyof typeof subjectFields;
export declare const subjectKinds: readonly SubjectKind[];
/** Types that fields have beside those of CEL, with their own fields. */
export declare const recordTypes: Readonly<Record<"MappedControl", Fields>>;
type ValueOf<T extends FieldType> = T extends "string" ? string : T extends "int" ? number : T extends "bool" ? boolean : T extends "list<string>" ? readonly string[] : readonly RecordOf<typeof mappedControl>[];
type RecordOf<F extends Fields> = {
    readonly [K in keyof F]: ValueOf<F[K]["type"]>;
};
/** One thing with all its fields. */
export type SubjectView<K extends SubjectKind> = RecordOf<(typeof subjectFields)[K]>;
/** What a field is where nothing is said of it. */
export declare function emptyValue(type: FieldType): string | number | boolean | readonly never[];
export {};
