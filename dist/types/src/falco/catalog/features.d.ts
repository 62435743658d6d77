import { type Grammar, type PrintStyle } from "../language/index.js";
import { type FalcoVersion, type VersionNumbers } from "./versions.js";
/** Behaviour of the rules engine of a Falco version. Source: the engine at each release. */
export interface EngineFeatures {
    readonly engineVersion: VersionNumbers;
    readonly grammar: Grammar;
    /** The version that a `required_engine_version` of one number means. */
    readonly implicitEngineVersion: (number: number) => VersionNumbers;
    /** Whether `append` and a lone `enabled` get a deprecation warning. */
    readonly warnsOfAppend: boolean;
    /** Whether the engine warns of names that conditions cannot use and of exceptions that share a name or add nothing. */
    readonly warnsOfNames: boolean;
    /** Whether the engine warns of values that look like fields and of patterns that need no regular expression. */
    readonly warnsOfValues: boolean;
    readonly warnsOfUnknownKeys: boolean;
    /** Whether a file is first validated against a schema, which stops at a key that is not text. */
    readonly validatesSchema: boolean;
    /** Whether rules can ask for a capture file. */
    readonly capture: boolean;
    /** Keys of a rule that `override` can replace. */
    readonly replaceableKeys: readonly string[];
    /** Whether an item that changes a rule must name the rule's source if it names one. */
    readonly checksSourceOfChanges: boolean;
    /** Whether a condition is put into parentheses before exceptions are added. */
    readonly parenthesizes: boolean;
    readonly printStyle: PrintStyle;
    /** Whether an error in a check is reported at the check, and not at what the engine looked at last. */
    readonly locatesChecks: boolean;
    /** Whether operators are checked against the types of fields on load, and not only on an event. */
    readonly checksOperators: boolean;
    /** Whether the output of a rule is checked before its condition is parsed. */
    readonly checksOutputFirst: boolean;
    /** Whether an invalid regular expression is an error, and not a pattern that matches nothing. */
    readonly checksPatterns: boolean;
    /** The item that warnings on the fields of a condition are reported for. */
    readonly fieldWarningsAt: "condition expression" | "rule condition" | "rule";
    /** Whether a rule that is skipped for an unknown field is reported at the field in its condition. */
    readonly locatesUnknownFilter: boolean;
    /** Whether exceptions take operators with a modifier, and blanks around operators. */
    readonly exceptionModifiers: boolean;
    /** Fields of enter events that get a deprecation warning. */
    readonly deprecatedFields: readonly string[];
    /** Whether `%container.info` gets a warning and is removed from outputs. */
    readonly dropsContainerInfo: boolean;
    /** The text that replaces `%container.info` where it is not removed. */
    readonly containerInfo: string;
    /** Whether a condition that is never true gets a warning about missing event types. */
    readonly warnsOfNoEvents: boolean;
    /** Whether checks of `syscall.type` narrow the event types. */
    readonly knowsSyscallType: boolean;
    /** Whether the engine knows that `evt.num` is 1 or more. */
    readonly knowsEventNumbers: boolean;
    /** Whether Falco sees the start of system calls, and not only their end. */
    readonly enterEvents: boolean;
    /** Whether the fields of containers come from the container plugin, and not from the core engine. */
    readonly containerFieldsFromPlugin: boolean;
}
/** How a Falco version reads names of fields. Source: libs at each release. */
export interface FieldFeatures {
    /** Whether `[]` is an argument, and not the same as no brackets. */
    readonly emptyArguments: boolean;
    /** Whether `proc.args[0]` is a field. */
    readonly indexedProcessArguments: boolean;
    /** Whether `container.mount` is accepted without its argument, an oversight of the engine. */
    readonly bareContainerMount: boolean;
}
/** The image, configuration and command line of a Falco version. Source: Falco at each release. */
export interface DeploymentFeatures {
    /** Whether the image brings the container plugin and loads it. */
    readonly containerPluginBundled: boolean;
    /** File names of the plugin libraries in the image. */
    readonly bundledLibraries: readonly string[];
    /** `plugins` in the image's falco.yaml. */
    readonly imagePlugins: readonly {
        readonly name: string;
        readonly library_path: string;
        readonly open_params?: string;
    }[];
    /** `engine.kind` in the image's falco.yaml; `kmod` where the image asks for the module by itself. */
    readonly imageEngine: "modern_ebpf" | "kmod";
    /** Values that `engine.kind` takes. */
    readonly engineKinds: readonly string[];
    /** Whether falco.yaml can include other files by `config_files`. */
    readonly configDirectory: boolean;
    /** Whether `rules_files` is a key, beside the older `rules_file`. */
    readonly rulesFilesKey: boolean;
    /** Whether the table of configuration keys is complete; it starts with 0.39. */
    readonly configKeysKnown: boolean;
    readonly grpcOutput: boolean;
    /** Whether `-D`, `-T` and `-t` select rules. */
    readonly selectionOptions: boolean;
    /** Options of the command line that earlier versions had, at which Falco stops. */
    readonly removedOptions: readonly RemovedOption[];
}
export interface RemovedOption {
    readonly option: string;
    readonly removedIn: string;
    /** The setting that replaces it. */
    readonly instead: string;
}
export declare function engineFeatures({ falco, engine }: FalcoVersion): EngineFeatures;
/** The syntax of conditions that a Falco version accepts. */
export declare function grammarOf(falco: string): Grammar;
export declare function fieldFeatures(falco: string): FieldFeatures;
/** Plugin libraries that the image of any known version brings. */
export declare const knownLibraries: readonly string[];
/** @param falco any version, also one that is not known */
export declare function deploymentFeatures(falco: string): DeploymentFeatures;
