import { type Located, type LocatedList, type Location, type Node } from "../../project/index.js";
export type ChannelName = "stdout" | "syslog" | "file" | "program" | "http" | "grpc";
/** The settings of falco.yaml that decide on deployment and coverage; what is not written is undefined. */
export interface FalcoSettings {
    /** `rules_files`, or its name before 0.38, `rules_file`. */
    readonly rulesFiles: readonly Located<string>[];
    /** `rules`: the items that enable and disable rules. */
    readonly selection: readonly SelectionItem[];
    readonly plugins: Located<readonly PluginItem[]> | undefined;
    readonly loadPlugins: LocatedList<string> | undefined;
    readonly engine: Engine | undefined;
    readonly priority: Located<string> | undefined;
    readonly ruleMatching: Located<string> | undefined;
    readonly jsonOutput: Located<boolean> | undefined;
    readonly jsonIncludeOutputFields: Located<boolean> | undefined;
    readonly timeFormatIso8601: Located<boolean> | undefined;
    readonly outputs: Readonly<Record<ChannelName, OutputSettings | undefined>>;
    readonly appendOutput: readonly AppendOutput[];
    readonly baseSyscalls: BaseSyscalls;
    readonly syscallEventDrops: SyscallEventDrops | undefined;
    readonly metricsEnabled: Located<boolean> | undefined;
    readonly webserver: WebServer;
}
export interface SelectionItem extends Location {
    readonly enable: boolean;
    /** A rule's name, or a pattern with `*`. */
    readonly rule: string | undefined;
    readonly tag: string | undefined;
}
/** An item of `plugins`. */
export interface PluginItem extends Location {
    readonly name: string;
    readonly libraryPath: string;
    readonly openParams: string | undefined;
    /** Of the container plugin: its settings by runtime. */
    readonly engines: ReadonlyMap<string, ContainerEngine>;
}
export interface ContainerEngine {
    readonly enabled: boolean;
    readonly sockets: readonly string[];
}
export interface Engine extends Location {
    readonly kind: Located<string> | undefined;
}
/** One output channel, such as `http_output`. */
export interface OutputSettings extends Location {
    readonly enabled: Located<boolean> | undefined;
    /** `url` of http_output, `program` of program_output, `filename` of file_output. */
    readonly target: Located<string> | undefined;
}
/** An item of `append_output`: what is added to the outputs of the rules that it matches. */
export interface AppendOutput extends Location {
    /** Conditions that a rule has to meet all; undefined for every rule. */
    readonly source: string | undefined;
    readonly rule: string | undefined;
    readonly tags: readonly string[];
    readonly suggested: boolean;
    readonly extraOutput: string | undefined;
    /** Names of fields, or the formats that fields of an own name get. */
    readonly extraFields: readonly string[];
}
/** `base_syscalls` */
export interface BaseSyscalls {
    readonly all: boolean;
    /** Names, those that are left out with `!`. */
    readonly customSet: readonly string[];
}
export interface SyscallEventDrops extends Location {
    readonly actions: LocatedList<string> | undefined;
}
export interface WebServer {
    readonly enabled: Located<boolean> | undefined;
    readonly listenPort: Located<string> | undefined;
    readonly healthEndpoint: Located<string> | undefined;
    readonly prometheusMetrics: Located<boolean> | undefined;
}
/** The typed view of a falco.yaml, of a part of one, or of several that are merged. */
export declare function readSettings(root: Node): FalcoSettings;
