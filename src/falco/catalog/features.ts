import { type Grammar, modifiers, type PrintStyle, transformers, valueOperators } from "../language/index.ts";
import wordRows from "./data/condition-words.json" with { type: "json" };
import optionRows from "./data/removed-options.json" with { type: "json" };
import {
  compareVersions,
  type FalcoVersion,
  isRemoved,
  parseRequiredVersion,
  type VersionNumbers,
} from "./versions.ts";

// Everything that differs between Falco versions is here or in the data files next to it. The rest of the
// code asks for a feature by name and never compares versions.

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
  /** All options of the command line, each by all its names. */
  readonly options: ReadonlySet<string>;
  /** Whether the image `falcosecurity/falco` starts Falco by an entrypoint, and not by a command that `args` replaces. */
  readonly imageEntrypoint: boolean;
}

export interface RemovedOption {
  readonly option: string;
  readonly removedIn: string;
  /** The setting that replaces it. */
  readonly instead: string;
}

type Since = (version: string) => boolean;

function sinceIn(falco: string): Since {
  return (version) => compareVersions(falco, version) >= 0;
}

export function engineFeatures({ falco, engine }: FalcoVersion): EngineFeatures {
  const since = sinceIn(falco);
  const engineVersion = parseRequiredVersion(engine)!;
  return {
    engineVersion,
    grammar: grammarOf(falco),
    implicitEngineVersion: (number) => [engineVersion[0], number, engineVersion[2]],
    warnsOfAppend: true,
    warnsOfNames: since("0.38.0"),
    warnsOfValues: since("0.38.0"),
    warnsOfUnknownKeys: since("0.44.0"),
    validatesSchema: since("0.39.0"),
    capture: since("0.42.0"),
    checksSourceOfChanges: since("0.40.0"),
    parenthesizes: since("0.38.0"),
    locatesChecks: since("0.44.0"),
    checksOperators: since("0.38.0"),
    checksOutputFirst: since("0.38.0"),
    checksPatterns: since("0.44.0"),
    printStyle: { quotesEquals: since("0.41.0"), emptyBrackets: since("0.44.0") },
    fieldWarningsAt: since("0.44.0") ? "condition expression" : since("0.42.0") ? "rule condition" : "rule",
    locatesUnknownFilter: since("0.38.0"),
    replaceableKeys: replaceableKeys(since),
    exceptionModifiers: since("0.44.0"),
    deprecatedFields: since("0.43.0")
      ? enterEventFields
      : since("0.42.0")
        ? enterEventFields.slice(0, 1)
        : [],
    dropsContainerInfo: since("0.41.0"),
    containerInfo: "container_id=%container.id container_name=%container.name",
    warnsOfNoEvents: !since("0.45.0"),
    knowsSyscallType: since("0.41.0"),
    knowsEventNumbers: since("0.45.0"),
    enterEvents: !since("0.42.0"),
    containerFieldsFromPlugin: since("0.41.0"),
  };
}

function replaceableKeys(since: Since): readonly string[] {
  return [
    "condition",
    "output",
    "desc",
    "priority",
    ...(since("0.42.0") ? ["capture", "capture_duration"] : []),
    "tags",
    "exceptions",
    "enabled",
    "warn_evttypes",
    "skip-if-unknown-filter",
  ];
}

/** Fields that were removed together with the enter events. */
const enterEventFields = [
  "evt.dir",
  "evt.latency",
  "evt.latency.s",
  "evt.latency.ns",
  "evt.latency.human",
  "evt.wait_latency",
];

/** First version that knows a word of conditions; a word not listed here is known to all versions. */
const wordVersions: ReadonlyMap<string, string> = new Map(Object.entries(wordRows));

/** The syntax of conditions that a Falco version accepts. */
export function grammarOf(falco: string): Grammar {
  const since = sinceIn(falco);
  const laterWords = new Map([...wordVersions].filter(([, version]) => !since(version)));
  const known = (word: string) => !laterWords.has(word);
  return {
    valueOperators: valueOperators.filter(known),
    modifiers: modifiers.filter(known),
    transformers: transformers.filter(known),
    val: known("val"),
    hexEscapes: since("0.45.0"),
    anyBlankAfterOperator: since("0.40.0"),
    backtracks: !since("0.40.0") || since("0.44.0"),
    manyInputs: known("join"),
    maxDepth: since("0.38.0") && !since("0.45.0") ? 2000 : 1000,
    laterWords,
  };
}

export function fieldFeatures(falco: string): FieldFeatures {
  const since = sinceIn(falco);
  return {
    emptyArguments: since("0.44.0"),
    indexedProcessArguments: since("0.41.0"),
    bareContainerMount: since("0.38.0"),
  };
}

const containerPlugin = { name: "container", library_path: "libcontainer.so" };
const samplePlugins = [
  { name: "k8saudit", library_path: "libk8saudit.so", open_params: "http://:9765/k8s-audit" },
  { name: "cloudtrail", library_path: "libcloudtrail.so" },
  { name: "json", library_path: "libjson.so" },
];
const sampleLibraries = samplePlugins.map(({ library_path }) => library_path);

/** Plugin libraries that the image of any known version brings. */
export const knownLibraries: readonly string[] = [containerPlugin.library_path, ...sampleLibraries];

/** Options that every version from 0.37 has. */
const lastingOptions = [
  ...["h", "help", "c", "disable-source", "dry-run", "enable-source", "i", "L", "l", "list", "list-events"],
  ...["list-plugins", "M", "markdown", "N", "o", "option", "plugin-info", "p", "print", "P", "pidfile", "r"],
  ...["support", "U", "unbuffered", "V", "validate", "v", "version", "page-size"],
];

/** @param falco any version, also one that is not known */
export function deploymentFeatures(falco: string): DeploymentFeatures {
  const since = sinceIn(falco);
  const containerPluginBundled = since("0.41.0");
  const kinds = ["kmod", "modern_ebpf", "replay", "nodriver"];
  return {
    containerPluginBundled,
    bundledLibraries: containerPluginBundled
      ? [containerPlugin.library_path]
      : since("0.38.0")
        ? []
        : sampleLibraries,
    imagePlugins: containerPluginBundled ? [containerPlugin] : samplePlugins,
    imageEngine: since("0.38.0") ? "modern_ebpf" : "kmod",
    engineKinds: since("0.44.0") ? kinds : [...kinds, "ebpf", "gvisor"],
    configDirectory: since("0.38.0"),
    rulesFilesKey: since("0.38.0"),
    configKeysKnown: since("0.39.0"),
    grpcOutput: !since("0.44.0"),
    selectionOptions: !since("0.39.0"),
    removedOptions: optionRows.filter((row) => isRemoved(falco, row)),
    options: new Set([
      ...lastingOptions,
      ...optionRows.filter((row) => !isRemoved(falco, row)).map(({ option }) => option),
      ...(since("0.39.0") ? ["config-schema"] : []),
      ...(since("0.40.0") ? ["rule-schema"] : []),
      ...(since("0.44.0") ? ["format"] : []),
    ]),
    imageEntrypoint: !since("0.40.0"),
  };
}
