/** Types of values, named as in the engine. */
type FieldType = "INT8" | "INT16" | "INT32" | "INT64" | "UINT8" | "UINT16" | "UINT32" | "UINT64" | "CHARBUF" | "BYTEBUF" | "ERRNO" | "SOCKADDR" | "SOCKTUPLE" | "FD" | "FD32" | "PID" | "PID32" | "FDLIST" | "FSPATH" | "FSRELPATH" | "SYSCALLID" | "SIGTYPE" | "SIGSET" | "RELTIME" | "ABSTIME" | "PORT" | "L4PROTO" | "SOCKFAMILY" | "BOOL" | "IPV4ADDR" | "IPV6ADDR" | "IPADDR" | "IPV4NET" | "IPV6NET" | "IPNET" | "DYNAMIC" | "FLAGS8" | "FLAGS16" | "FLAGS32" | "ENUMFLAGS8" | "ENUMFLAGS16" | "ENUMFLAGS32" | "MODE" | "UID" | "GID" | "DOUBLE" | "CHARBUFARRAY" | "CHARBUF_PAIR_ARRAY";
/** How much a check may take in all. Work asks between its steps; reaching a limit ends the check with a word. */
declare class Limits {
  #private;
  /** Most files to read. */
  readonly maxFiles: number;
  /** Most bytes of files to read, in all. */
  readonly maxBytes: number;
  /** @param options `seconds` count from now on */
  constructor(options?: {
    readonly seconds?: number | undefined;
    readonly maxFiles?: number;
    readonly maxBytes?: number; /** Takes what begins, in a few words. */
    readonly onStep?: ((step: string) => void) | undefined;
  });
  /**
   * @param step what begins now, in a few words
   * @throws UsageError when the time or the memory is used up
   */
  check(step?: string): void;
}
/**
 * By path from the workspace root, the text of a file that differs, or its bytes where it is none that is read as text;
 * undefined where there is no such file.
 */
type ChangedFiles = ReadonlyMap<string, string | Uint8Array | undefined>;
/** What another revision had otherwise than the files on disk. */
interface EarlierFiles {
  readonly files: ChangedFiles;
  /** Whether these are all files of the revision, and not only those that differ. */
  readonly whole: boolean;
}
/** A position in a text: line and column from 1, columns in UTF-16 units. */
interface Position {
  readonly line: number;
  readonly column: number;
}
/** A call or a configuration that cannot be used. The message is one line that says what to change. */
declare class UsageError extends Error {}
interface ArgumentInfo {
  readonly required: boolean;
  /** Whether brackets can hold a number. */
  readonly index: boolean;
  /** Whether brackets can hold a name. */
  readonly key: boolean;
}
/** A field of a plugin that the data do not have. */
interface DeclaredField {
  readonly name: string;
  readonly type: FieldType | "string" | "uint64" | "bool" | "reltime" | "abstime" | "ipaddr" | "ipnet";
  readonly list?: boolean;
  readonly argument?: Partial<ArgumentInfo>;
  /** Event source; by default `*`, all. */
  readonly source?: string;
}
interface EngineOptions {
  /** As in `0.44.1` or `0.44`; by default the newest release. */
  readonly falcoVersion?: string;
  /**
   * Loaded plugins, by default in the newest known version. Without the option: the container plugin, if Falco brings
   * it.
   */
  readonly plugins?: readonly (string | {
    readonly name: string;
    readonly version: string;
  })[];
  /** Fields of plugins that the data do not have. They also define the plugins' sources. */
  readonly fields?: readonly DeclaredField[];
}
/** Priorities by urgency, most urgent first. */
declare const priorities: readonly ["Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug"];
type Priority = (typeof priorities)[number];
/** A value of a field as in tests and in Falco's JSON; `hex` is for bytes that are not text. */
type FieldValue = string | number | bigint | boolean | null | {
  readonly hex: string;
} | readonly FieldValue[];
/** Values by field, with arguments in brackets: `proc.name`, `proc.aname[2]`, `evt.arg.flags`. */
type FieldValues = Readonly<Record<string, FieldValue | undefined>>;
interface EvaluateOptions {
  /** As in `0.44.1`; by default the fields of the newest release and the grammar of the next one. */
  readonly falcoVersion?: string;
  /** Names of loaded plugins; by default all known ones. */
  readonly plugins?: readonly string[];
  /** Further fields. */
  readonly fields?: readonly DeclaredField[];
  /** The event source that fields belong to; by default all sources. */
  readonly source?: string;
}
/** `error` says why the condition does not compile, which value has the wrong type, or why the engine would crash. */
type Evaluation = {
  readonly result: boolean;
  readonly error?: undefined;
} | {
  readonly result?: undefined;
  readonly error: string;
};
/**
 * Whether a condition holds for an event with these field values, exactly as in Falco's engine. Never throws. The
 * condition names no macros and no lists.
 */
declare function evaluate(condition: string, fields: FieldValues, options?: EvaluateOptions): Evaluation;
/**
 * How the second of two conditions relates to the first: `less`, it holds only for events for which the first holds,
 * most likely for fewer; `more`, the other way round; `same`; or `undecided`.
 */
type Effect = "less" | "more" | "same" | "undecided";
/** Falco's name for the subject of an error. */
type ItemType = "value for" | "exceptions" | "exception" | "exception values" | "exception value" | "rules content" | "rules content item" | "required_engine_version" | "required plugin versions" | "required plugin versions entry" | "required plugin versions alternative" | "list" | "list item" | "macro" | "macro condition" | "rule" | "rule condition" | "condition expression" | "rule output" | "rule output expression" | "rule priority" | "overrides" | "extension item";
/** A position as Falco reports it: from 0, in bytes. */
interface FalcoPosition {
  /** The position in the file; in a condition, of the start of its text. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}
/** A step on Falco's path to an error: the file, the item, the value. */
interface FalcoLocation {
  readonly itemType: ItemType;
  readonly itemName: string;
  readonly position: FalcoPosition;
}
/** Names that unavailable files define. */
interface KnownDefinitions {
  readonly rules?: readonly {
    readonly name: string;
    readonly source?: string;
    readonly priority?: string;
    readonly tags?: readonly string[];
    readonly enabled?: boolean;
  }[];
  readonly macros?: readonly {
    readonly name: string;
  }[];
  readonly lists?: readonly {
    readonly name: string;
  }[];
}
/** A rules file. */
interface RulesText {
  /** Its path, for messages. */
  readonly name: string;
  readonly text: string;
}
interface LoadOptions extends EngineOptions {
  /** Definitions in earlier files that are not available. Their content is not checked. */
  readonly known?: KnownDefinitions;
}
/** The output of `falco -L` with `json_output`: the definitions as the engine sees them. */
interface Description {
  readonly required_engine_version: string;
  readonly required_plugin_versions: readonly RequiredPlugin[];
  readonly rules: readonly RuleDescription[];
  readonly macros: readonly MacroDescription[];
  readonly lists: readonly ListDescription[];
}
interface RequiredPlugin {
  readonly name: string;
  readonly version: string;
  readonly alternatives: readonly {
    readonly name: string;
    readonly version: string;
  }[];
}
interface ConditionDetails {
  /** Macros and lists that the condition as written names. */
  readonly macros: readonly string[];
  readonly lists: readonly string[];
  readonly condition_operators: readonly string[];
  readonly condition_fields: readonly string[];
  readonly events: readonly string[];
  readonly condition_compiled: string;
  readonly plugins: readonly string[];
}
interface RuleDescription {
  readonly info: {
    readonly name: string;
    readonly condition: string;
    readonly priority: Priority;
    readonly output: string;
    readonly description: string;
    readonly enabled: boolean;
    readonly source: string; /** Since 0.42. */
    readonly capture?: boolean;
    readonly capture_duration?: number;
    readonly tags: readonly string[];
  };
  readonly details: ConditionDetails & {
    readonly output_fields: readonly string[];
    readonly output_compiled: string;
    readonly exception_names: readonly string[];
    readonly exception_fields: readonly string[];
    readonly exception_operators: readonly string[];
  };
}
interface MacroDescription {
  readonly info: {
    readonly name: string;
    readonly condition: string;
  };
  readonly details: ConditionDetails & {
    readonly used: boolean;
  };
}
interface ListDescription {
  readonly info: {
    readonly name: string;
    readonly items: readonly string[];
  };
  readonly details: {
    readonly used: boolean;
    readonly lists: readonly string[];
    readonly items_compiled: readonly string[];
    readonly plugins: readonly string[];
  };
}
/** The definitions of files that Falco loads in this order, as its engine sees them; undefined if they do not load. */
declare function describe(files: readonly RulesText[], options?: LoadOptions): Description | undefined;
/** What `falco -V` prints with `json_output`. */
interface ValidationResult {
  readonly falco_load_results: readonly ValidatedFile[];
}
interface ValidatedFile {
  readonly name: string;
  readonly successful: boolean;
  readonly errors: readonly ValidationEntry[];
  readonly warnings: readonly ValidationEntry[];
}
interface ValidationEntry {
  readonly code: string;
  readonly message: string;
  readonly context: {
    readonly locations: readonly {
      readonly item_type: ItemType;
      readonly item_name: string;
      readonly position: FalcoLocation["position"];
    }[]; /** The line of the innermost location and a line with a caret under its column. */
    readonly snippet: string;
  };
  /** Set for errors that Falco would report only after the earlier ones are fixed. */
  readonly ours?: true;
}
/** Falco's verdict on files that it loads in this order, in the shape in which Falco prints it. */
declare function validate(files: readonly RulesText[], options?: LoadOptions): ValidationResult;
/** The location of an alert, and the time of its event. */
interface Arrival$1 {
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly hostname: string;
  readonly file: string;
  readonly line: number;
}
/** The alerts of one rule in the period. */
interface RuleArrivals {
  /** Alerts that nobody is known to have raised on purpose. */
  readonly alerts: number;
  /** Alerts of drills. */
  readonly drills: number;
  /** Of both, those that falcosidekick passed on. */
  readonly forwarded: number;
  /** The last of each kind. */
  readonly lastAlert: Arrival$1 | undefined;
  readonly lastDrill: Arrival$1 | undefined;
}
/** The position of an alert in the exports, and the time of its event. */
type Arrival = RuleArrivals["lastAlert"];
/** What the records of a period say, ready for reports and for JSON. */
interface OperationSummary {
  /** The first and the last day, `YYYY-MM-DD`, in UTC. */
  readonly period: {
    readonly from: string;
    readonly to: string;
  };
  /** Least share of time, of kernel events and of alerts, in percent. */
  readonly minimum: number;
  readonly alerts: {
    readonly read: number; /** Lines of alerts that other lines hold as well. */
    readonly repeated: number;
    readonly outside: number;
    readonly malformed: number;
    readonly problems: readonly string[];
  };
  readonly metrics: {
    readonly series: number; /** Seconds. */
    readonly step: number;
    readonly outside: number;
    readonly problems: readonly string[];
  };
  readonly nodes: readonly NodeSummary[];
  readonly rules: readonly RuleSummary[];
  /** What a reader of the records has to know, as sentences: silent nodes, gaps, drops, files that nobody knows. */
  readonly exceptions: readonly string[];
}
interface NodeSummary {
  readonly name: string;
  /** Share of the period in which the node existed, in percent; null where no list of nodes has it. */
  readonly existed: number | null;
  /** Share of that time, or without a list of the period, in which Falco answered, in percent. */
  readonly answered: number;
  /** Kernel events that the driver saw and that it dropped; null where the metrics lack them. */
  readonly events: number | null;
  readonly dropped: number | null;
  readonly versions: readonly string[];
}
/** What the records say of a rule in a deployment. */
interface RuleSummary {
  readonly name: string;
  readonly deployment: string;
  readonly operated: boolean;
  /** Share of time in which it ran as it is checked, in percent; null where that is not known. */
  readonly ran: number | null;
  readonly alerts: number;
  readonly drills: number;
  /** By the counters of the nodes; null where they do not count. */
  readonly matches: number | null;
  /** The drill, or where there was none the alert, that shows that its alerts arrive; null where none does. */
  readonly shown: (NonNullable<Arrival> & {
    readonly drill: boolean;
  }) | null;
  readonly gap: string | null;
}
/** What a control's rules can reach, from the bottom up. A rung holds only if all rungs below it hold. */
declare const rungs: readonly ["mapped", "valid", "enabled", "deployed", "routed", "proven", "operating"];
type Rung = (typeof rungs)[number];
/**
 * How a control can be seen at run time. `detect`: a runtime detector can see it. `partial`: it sees a named part of it.
 * `support`: the monitoring stack itself is the evidence. `none`: neither, with a reason.
 */
declare const runtimes: readonly ["detect", "partial", "support", "none"];
type Runtime = (typeof runtimes)[number];
/** The first thing that keeps a rule or a control from its next rung. */
interface Blocker {
  /** The rung that is not reached. */
  readonly rung: Rung;
  readonly reason: string;
  /** Path from the workspace root, and line and column from 1, where the blocker has a location. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}
/** One rule (or, for a `support` control, one property of the stack) that covers a control. */
interface RuleCoverage {
  readonly name: string;
  /** The highest rung reached; null when the name is mapped to but nothing has it. */
  readonly rung: Rung | null;
  readonly blockedBy: Blocker | null;
  /** For a property of the stack that holds: what shows it. */
  readonly evidence?: Evidence;
  /** What the rung takes for granted, as a sentence; absent where the repository shows all. */
  readonly assumed?: string;
}
/** How many of the reference attacks rules detect that are loaded, enabled and routed. */
interface Breadth {
  readonly attacks: number;
  readonly detected: number;
  /** Whole percent, rounded down; null for 0 of 0. */
  readonly percent: number | null;
}
/** The breadth for one signal that a control asks for. */
interface SignalBreadth extends Breadth {
  readonly id: string;
  /** The attacks that are not detected, by name. */
  readonly missed: readonly string[];
}
/** What rules of the deployments detect of the reference events of a signal. */
interface SignalCoverage {
  readonly id: string;
  readonly definition: string;
  readonly attacks: readonly ReferenceAttack[];
  readonly everyday: readonly ReferenceEveryday[];
}
interface ReferenceAttack {
  readonly name: string;
  /** Of MITRE ATT&CK. */
  readonly technique: string;
  /** Names of the routed rules that detect it. */
  readonly rules: readonly string[];
}
interface ReferenceEveryday {
  readonly name: string;
  /** The product or the kind of workload that does it. */
  readonly who: string;
  /** The routed rules that fire on it. */
  readonly rules: readonly {
    readonly name: string;
    readonly priority: string; /** Whether its alerts call people; reports of earlier versions lack it. */
    readonly pages?: boolean;
  }[];
}
/** What the routed rules detect of all reference events. */
interface ReferenceCounts {
  readonly attacks: number;
  readonly detected: number;
  readonly everyday: number;
  /** Everyday events that raise an alert. */
  readonly alerting: number;
  /** Everyday events whose alerts call people. */
  readonly paging: number;
}
/** What shows that something holds. */
interface Evidence {
  readonly sentence: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}
interface ControlCoverage {
  readonly id: string;
  readonly title: string;
  /** Id of the control or group above it, null at the top. */
  readonly parent: string | null;
  readonly runtime: Runtime;
  /** Why a detector can or cannot see it, for people. */
  readonly why: string;
  /** Of a `partial` control, the part that a detector shows. */
  readonly part?: string;
  /** Of `detect` and `partial`: what the reference attacks of its signals say; null where it names no signals. */
  readonly breadth?: Breadth | null;
  readonly signals?: readonly SignalBreadth[];
  /**
   * The best rung among its rules; of the properties that a `support` control needs, the lowest. Null when nothing
   * is mapped.
   */
  readonly rung: Rung | null;
  /** Whether it counts as covered at the level that was asked for. */
  readonly covered: boolean;
  /**
   * Whether it is in the totals: a part of a control that is counted as a whole is not, nor what people alone can
   * show, where no rule is named to help them.
   */
  readonly counted: boolean;
  /** Set when the matrix says that the control does not apply here; it is then in no total. */
  readonly outOfScope: string | null;
  readonly rules: readonly RuleCoverage[];
  readonly blockedBy: Blocker | null;
  /** What the rung takes for granted, as a sentence; absent where the repository shows all. */
  readonly assumed?: string;
}
/** How many controls there are and how many reached at least each rung. */
interface RungCounts {
  readonly total: number;
  /** At the level that was asked for. */
  readonly covered: number;
  /** Share of `covered` in `total`, in whole percent, rounded down, so that 99.6 is not 100; null for 0 of 0. */
  readonly percent: number | null;
  /** Without `operating` where none is. */
  readonly rungs: Readonly<Record<Exclude<Rung, "operating">, number>> & {
    readonly operating?: number;
  };
}
/** A heading of a catalog, such as a family or a chapter: it orders the controls and is never counted. */
interface ControlGroup {
  readonly id: string;
  readonly title: string;
  /** Id of the heading above it, null at the top. */
  readonly parent: string | null;
}
interface FrameworkCoverage {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly baseline: string | null;
  readonly totals: {
    readonly detect: RungCounts; /** Controls of which a detector shows a part; a report without them has none. */
    readonly partial?: RungCounts;
    readonly support: RungCounts;
    readonly none: number;
  };
  /** The catalog's headings above the controls; a report without them is ordered by `parent` alone. */
  readonly groups?: readonly ControlGroup[];
  /** Every control of the selection, in the catalog's order. */
  readonly controls: readonly ControlCoverage[];
}
/** The coverage that one Falco deployment gives by itself. */
interface DeploymentCoverage {
  /** For people: the workload with its namespace, the overlay, the release. */
  readonly name: string;
  /** All `detect` controls of all frameworks together. */
  readonly totals: RungCounts;
  readonly frameworks: readonly Pick<FrameworkCoverage, "id" | "name" | "totals">[];
  /** Absent where no control asks for signals, and in reports of earlier versions. */
  readonly reference?: ReferenceCounts;
}
interface Coverage {
  /** The rung from which a control counts as covered. */
  readonly level: Rung;
  /** All `detect` controls of all frameworks together. */
  readonly totals: RungCounts;
  /** A control is as high here as in the best of the deployments. */
  readonly frameworks: readonly FrameworkCoverage[];
  /**
   * The reference events of the signals that the controls ask for: the attacks that rules detect in the best of the deployments,
   * and the everyday events on which they fire in any.
   */
  readonly signals?: readonly SignalCoverage[];
  /** That no output among the files calls people, so that alerts of ERROR and above are taken to. */
  readonly pagingAssumed?: true;
  /** Each of several deployments by itself; absent where there are less than two. */
  readonly deployments?: readonly DeploymentCoverage[];
  /** There is no deployment among the files, so that no rule can get as far as one: a library of rules. */
  readonly undeployed?: true;
}
/**
 * One step of the way of alerts. `assumed`: it holds if what the repository does not show is as it usually is;
 * `unknown`: the repository does not show whether it holds.
 */
interface RouteStep {
  readonly status: "ok" | "assumed" | "broken" | "unknown";
  /** What is assumed, missing or not known, as a sentence; null where the step holds. */
  readonly reason: string | null;
  /** Path from the workspace root, and line from 1, where there is a location. */
  readonly file?: string;
  readonly line?: number;
}
/** The last part of the way: from Falco to one receiver. */
interface RouteEnd {
  /** Who or what gets the alert, such as `Slack`. */
  readonly receiver: string;
  /** What carries the alert there; null where Falco itself does. */
  readonly through: "falcosidekick" | null;
  /** From Falco to what carries the alert, or to the receiver where nothing is between. */
  readonly sent: RouteStep;
  /** From what carries the alert to the receiver. */
  readonly received: RouteStep;
}
/** The way that the alerts of some rules take through one deployment. */
interface AlertRoute {
  /** Names of the rules. */
  readonly rules: readonly string[];
  /** The deployment, by the name that reports give it. */
  readonly deployment: string;
  /** The deployment loads the rules and runs them on events. */
  readonly loaded: RouteStep;
  /** Falco sends alerts of their priority. */
  readonly raised: RouteStep;
  readonly ends: readonly RouteEnd[];
}
/** A Falco rule as one ruleset loads it: what two reports compare. */
interface ReportedRule {
  readonly name: string;
  /** Event source. */
  readonly source: string;
  /** As Falco writes it. */
  readonly priority: string;
  /** After overrides, before the selection of falco.yaml. */
  readonly enabled: boolean;
  /** As Falco compiles it, with macros, lists and exceptions in their places; null where it does not compile. */
  readonly condition: string | null;
  readonly exceptions: readonly ReportedException[];
  readonly tags: readonly string[];
  /** Where the rule is defined, from the workspace root; null for a rule that the repository does not hold. */
  readonly file: string | null;
  readonly line: number | null;
  /** The items that append to it or override it, in load order. */
  readonly changedAt: readonly {
    readonly file: string;
    readonly line: number;
  }[];
  /** What its rule tests say; absent where it has none. */
  readonly tests?: ReportedTests;
  /** The runbooks that name it; absent where none does. */
  readonly runbooks?: readonly string[];
}
interface ReportedTests {
  readonly passed: boolean;
  /** Cases that were expected to fire, and did. */
  readonly fires: number;
  /** Near misses that were expected not to fire, and did not. */
  readonly silent: number;
  /** What is missing, as a sentence; null where they pass. */
  readonly reason: string | null;
  readonly file: string;
  readonly line: number;
}
interface ReportedException {
  readonly name: string;
  /** How many sets of values it has. */
  readonly values: number;
}
/** One thing that is different about a rule. */
type RuleChange = {
  readonly aspect: "enabled";
  readonly to: boolean;
} | {
  readonly aspect: "priority";
  readonly from: string;
  readonly to: string;
} | {
  readonly aspect: "source";
  readonly from: string;
  readonly to: string;
} | {
  readonly aspect: "condition"; /** What the rule matches now. */
  readonly effect: Effect; /** What was added and removed, in words. */
  readonly details: readonly string[];
};
/** What changed from one revision to the next. */
interface Difference {
  /** Change of the shares, in the order of the newer report; the last is that of all together. */
  readonly totals: readonly TotalChange[];
  readonly controls: readonly ControlChange[];
  /** The deployments that cover more or less by themselves than before, which the best of them may hide. */
  readonly deployments: readonly DeploymentChange[];
  readonly rules: readonly RuleDifference[];
  readonly findings: {
    /** Fingerprints of the findings that the older revision did not have. */readonly added: readonly string[]; /** How many findings of the older revision are gone. */
    readonly fixed: number;
  };
}
/** Numbers of `detect` controls; null where the revision did not ask for the framework. */
interface TotalChange {
  /** Undefined for all frameworks together. */
  readonly framework?: string;
  /** Its name for people; reports of earlier versions lack it. */
  readonly name?: string;
  readonly from: Share$1 | null;
  readonly to: Share$1 | null;
}
/** Numbers of `detect` controls that one deployment covers by itself, in both revisions. */
interface DeploymentChange {
  readonly name: string;
  readonly from: Share$1;
  readonly to: Share$1;
}
type Share$1 = Pick<RungCounts, "covered" | "total" | "percent">;
interface ControlReference {
  readonly framework: string;
  readonly id: string;
}
/**
 * `lost` and `gained`: it is no longer covered, or now is. `lowered` and `raised`: on another rung, on the same
 * side of the level. `left` and `joined`: it was asked for in one revision only.
 */
interface ControlChange extends ControlReference {
  readonly title: string;
  readonly kind: "lost" | "gained" | "lowered" | "raised" | "left" | "joined";
  readonly from: Rung | null;
  readonly to: Rung | null;
  /** Whether it is in the totals. */
  readonly counted: boolean;
  /** The rules whose way changed with it. */
  readonly rules: readonly RuleMove[];
  /** For one that went down, what blocks it now. */
  readonly cause: Blocker | null;
}
interface RuleMove {
  readonly name: string;
  readonly from: Rung | null;
  readonly to: Rung | null;
  /** What holds it back now; null when it is no longer named for the control, or nothing does. */
  readonly blockedBy: Blocker | null;
}
interface RuleDifference {
  readonly name: string;
  readonly kind: "added" | "removed" | "renamed" | "changed";
  /** For one that was renamed, its name before. */
  readonly was?: string;
  readonly changes: readonly RuleChange[];
  /** Where it is defined, or changed by an item of its own; for one that was removed, where it was. */
  readonly file: string | null;
  readonly line: number | null;
  /** The controls that it covers; for one that was removed, those that it covered. */
  readonly controls: readonly ControlReference[];
}
/**
 * By consequence. `error`: Falco will not start, a rule cannot match as written, an alert reaches nobody, a
 * control is lost. `warning`: it works, but not as its author is likely to mean, or breaks with the next
 * version. `notice`: it could be better.
 */
type Severity = "error" | "warning" | "notice";
/**
 * How sure it is that a finding is right. `high`: it follows from what Falco, Kubernetes or another program does
 * with the text. `medium`: it depends on what the author means, or on something outside of the repository.
 * `low`: a hint; many findings of this rule are fine where they are.
 */
type Confidence = "high" | "medium" | "low";
/** Replaces the text from `start` to `end` (line and column from 1, end exclusive) by `text`. */
interface Edit {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}
interface Fix {
  readonly description: string;
  /**
   * Whether nothing that Falco sees changes: every rule is proven to hold for the same events, with the same output,
   * priority and tags; or the file did not load and there is one way only to mend it. Another fix is offered, and never
   * applied unasked.
   */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}
/** The line that a finding is about, or the part of a long one around it, with secrets made unreadable. */
interface Excerpt {
  /** An ellipsis where the line goes on. */
  readonly text: string;
  /** What of the text the finding is about, in UTF-16 units from 0, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The same part of the line before, if that is not blank. */
  readonly above?: string;
}
/** Something wrong at a location, as data. Lines and columns from 1, the end exclusive. */
interface Finding {
  /** Id of the lint rule, such as `falco/compile-condition`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** What is wrong, in one or two sentences of plain text. */
  readonly message: string;
  /** Path from the workspace root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Falco's own code where Falco reports the same thing, such as `LOAD_ERR_COMPILE_CONDITION`. */
  readonly falcoCode?: string;
  /** Why it matters and what to write instead. */
  readonly help?: string;
  readonly fix?: Fix;
  /** In a report for readers without the files. */
  readonly excerpt?: Excerpt;
  /** Names it across revisions: the same as long as the rule, the file and the text of the line are. */
  readonly fingerprint: string;
}
/** What is asked for on the command line or by the action; what is left out is the configuration's or a default. */
interface SettingsOptions {
  readonly falcoVersion?: string | undefined;
  readonly kubernetesVersion?: string | undefined;
  readonly level?: string | undefined;
  readonly failOn?: string | undefined;
  readonly minConfidence?: string | undefined;
  /** Percent, as `80`, or by framework, as `80,soc2=90`. */
  readonly minCoverage?: string | undefined;
  /** Also as the text `true` or `false`. */
  readonly failOnRegression?: string | boolean | undefined;
  /** Also as the text `true` or `false`. */
  readonly onlyNew?: string | boolean | undefined;
  readonly scope?: string | undefined;
  readonly gate?: string | undefined;
}
interface InspectOptions extends SettingsOptions {
  /** The workspace: paths are relative to it, and no file outside it is read. Default: the working directory. */
  readonly root?: string | undefined;
  readonly config?: string | undefined;
  /** The matrix file. Default: what the configuration says, or every matrix among the files. */
  readonly matrix?: string | undefined;
  /** A file with findings to leave out; null: none, whatever the configuration says. */
  readonly baseline?: string | null | undefined;
  readonly limits?: Limits | undefined;
  /** Texts that replace those of files, by path from the workspace: an editor's unsaved text, fixed text. */
  readonly overlay?: ChangedFiles | undefined;
}
interface Summary {
  /** Files that were read and understood as one of the kinds the check knows. */
  readonly files: number;
  /** Falco rules in them. */
  readonly rules: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  /** Findings that are left out, so that nothing is dropped silently. */
  readonly suppressed: {
    /** By a comment in the file. */readonly ignored: number; /** By the baseline. */
    readonly baseline: number; /** Findings of the baseline that are not there any more. */
    readonly gone: number; /** Of a lower confidence than was asked for; absent in reports of older versions. */
    readonly unsure?: number; /** Manifests that have no part in a Falco deployment, and were not checked. Reports of earlier versions lack it. */
    readonly outOfScope?: number;
  };
  /** `detect` controls covered at `level`, their number, and the share in whole percent, rounded down. */
  readonly covered: number;
  readonly total: number;
  readonly coverage: number | null;
  readonly level: Rung;
  readonly falcoVersion: string;
  readonly passed: boolean;
  /** Why the check did not pass, one sentence each; empty when it passed. */
  readonly failures: readonly string[];
  readonly failOn: Severity | "never";
  /** Whether, where there is a difference, only the findings that it adds fail the check. */
  readonly onlyNew: boolean;
  readonly minCoverage: number | null;
}
/** One of the clusters or repositories that a merged report is of. */
interface Cluster extends Pick<Summary, "passed" | "falcoVersion" | "errors" | "warnings" | "notices"> {
  readonly name: string;
  /** `detect` controls of all frameworks at the level of the merged report. */
  readonly total: Share;
  /** Of which state of which repository it is, as far as the report says so. */
  readonly origin?: ReportOrigin;
  readonly frameworks: readonly (Share & Pick<FrameworkCoverage, "id" | "baseline">)[];
}
type Share = Pick<RungCounts, "covered" | "total" | "percent">;
/** Of which state of which repository a report is. */
interface ReportOrigin extends Pick<Origin, "repository" | "commit" | "ref"> {
  /** When it was made, as ISO 8601 in UTC. */
  readonly time: string;
  /** Address of the folder that paths start from, at the commit. */
  readonly files?: string;
}
/** How coverage went over time. */
interface Trend {
  /** All together first, then teams and clusters where there are several. */
  readonly series: readonly TrendSeries[];
  /** By cluster, in the order of time. */
  readonly losses: readonly TrendLoss[];
}
interface TrendSeries {
  readonly kind: "all" | "team" | "cluster";
  readonly name: string;
  readonly points: readonly TrendPoint[];
}
/** The coverage from one report on. */
interface TrendPoint {
  readonly time: string;
  /** Whose report changed it, where there are several. */
  readonly cluster?: string;
  readonly commit?: string;
  /** `detect` controls of all frameworks. */
  readonly covered: number;
  readonly total: number;
  readonly frameworks: readonly {
    readonly id: string;
    readonly name: string;
    readonly baseline: string | null;
    readonly covered: number;
    readonly total: number;
  }[];
}
/** A control that one report covers no more, and the one before it did. */
interface TrendLoss {
  readonly time: string;
  readonly cluster?: string;
  readonly framework: string;
  readonly id: string;
  readonly title: string;
  /** `left`: it is no longer asked for. */
  readonly kind: "lost" | "left";
  readonly reason: string | null;
  readonly file?: string;
  readonly line?: number;
  /** The commit of the report before. */
  readonly since?: string;
  /** The first commit of which a report shows the loss. */
  readonly commit?: string;
  readonly ref?: string;
  /** Address of what changed between the two. */
  readonly changes?: string;
  /** Address of the files at the commit. */
  readonly files?: string;
  /** When a report first covered it again; null where none does. */
  readonly regained: string | null;
}
/** The result of a check: what `check --format json` prints and every other format is made from. */
interface Report {
  readonly version: 1;
  readonly tool: {
    readonly name: "falcoverage";
    readonly version: string;
  };
  readonly summary: Summary;
  /** Sorted by file, line, column and rule. */
  readonly findings: readonly Finding[];
  /** Without a matrix there is nothing to cover, and `frameworks` is empty. */
  readonly coverage: Coverage;
  /** The Falco rules, by the rulesets that load them and in load order. */
  readonly rules: readonly ReportedRule[];
  /** The ways of the rules that controls name, through every deployment; absent where nothing deploys Falco. */
  readonly routes?: readonly AlertRoute[];
  /** What records of a period say: of `falcoverage evidence`. */
  readonly operation?: OperationSummary;
  /** Rules files of the Falco project that deployments load, with their versions where those are known. */
  readonly publishedRules?: readonly {
    readonly artifact: string;
    readonly version: string | null;
  }[];
  /** Of which state of which repository it is, and when it was made. */
  readonly origin?: ReportOrigin;
  /** How coverage went over time, where earlier reports were given. */
  readonly trend?: Trend;
  /** In a merged report with names as `team/cluster`, each team with all of its clusters. */
  readonly teams?: readonly Cluster[];
  /** In a merged report, what it was merged from; its controls are as high as in the cluster where they are lowest. */
  readonly clusters?: readonly Cluster[];
  /** What changed since the revision that was named to compare with. */
  readonly difference?: Difference;
  /** What a change of settings would do, where the settings of the revision before it decide. */
  readonly settingsChange?: SettingsChange;
}
/** A change of what the check looks at and asks for, which does not decide about itself. */
interface SettingsChange {
  /** What does it. */
  readonly lines: readonly SettingLine[];
  /** What is different by the change's own settings; null where only comments hide findings. */
  readonly difference: Difference | null;
  readonly files: {
    /** Files that it would no longer look at. */readonly left: readonly string[]; /** Files that only it would look at. */
    readonly joined: readonly string[];
  };
}
interface SettingLine {
  readonly file: string;
  /** Null for something that no longer exists. */
  readonly line: number | null;
  /** Words, with code in backticks. */
  readonly text: string;
}
/** The state of a repository that a report is of, for people. */
interface Origin {
  /** Its address, or its name. */
  readonly repository?: string;
  readonly commit?: string;
  /** The branch or tag. */
  readonly ref?: string;
  /** Who or what ran the check. */
  readonly by?: string;
  /** Address of the folder that paths start from, at the commit. */
  readonly files?: string;
}
/** How a report is shown. */
interface Presentation {
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  /** In the text report, the worst alone and the rest as counts. */
  readonly firstScreen?: boolean | undefined;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
}
interface CheckOptions extends InspectOptions, Presentation {
  /** A JSON report to compare with. */
  readonly base?: string | undefined;
  /** The files that an earlier revision had otherwise, to compare with. */
  readonly earlier?: EarlierFiles | undefined;
  /** The one file whose findings are reported, from the workspace; the others are still read. */
  readonly only?: string | undefined;
  /** Why there is no earlier revision to compare with where there should be one: losses cannot be seen then. */
  readonly missingBase?: string | undefined;
  /** Seconds that the check may take. */
  readonly timeout?: number | undefined;
  /** Takes what begins, in a few words. */
  readonly onStep?: ((step: string) => void) | undefined;
}
/**
 * Checks files and folders.
 *
 * @param paths files and folders; empty means what the configuration says, or all of the workspace
 * @returns the report that `falcoverage check --format json` prints
 * @throws UsageError when the options or the configuration are wrong
 */
declare function check(paths: readonly string[], options?: CheckOptions): Promise<Report>;
export { type CheckOptions, type DeclaredField, type Description, type EvaluateOptions, type Evaluation, type FieldValue, type FieldValues, type Finding, type LoadOptions, type Report, type RulesText, UsageError, type ValidationResult, check, describe, evaluate, validate };