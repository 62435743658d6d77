import {
  type Grammar,
  modifiers,
  type PrintStyle,
  sinceVersion,
  transformers,
  valueOperators,
} from "../language/index.ts";
import { compareVersions, type FalcoVersion, parseRequiredVersion, type VersionNumbers } from "./versions.ts";

/** What the loader of a version of Falco does. Source: the rules engine at each release. */
export interface LoaderFeatures {
  readonly engineVersion: VersionNumbers;
  readonly grammar: Grammar;
  /** The version that a `required_engine_version` of one number means. */
  readonly implicitEngineVersion: (number: number) => VersionNumbers;
  /** Whether `append` and `enabled` alone are warned of as deprecated. */
  readonly warnsOfAppend: boolean;
  /** Whether names that conditions cannot use, exceptions with one name and those that add nothing are warned of. */
  readonly warnsOfNames: boolean;
  /** Whether values that look like fields and regular expressions that need to be none are warned of. */
  readonly warnsOfValues: boolean;
  readonly warnsOfUnknownKeys: boolean;
  /** Whether a file is held against a schema first, which breaks off at a key that is no text. */
  readonly validatesSchema: boolean;
  /** Whether rules can ask for a capture file. */
  readonly capture: boolean;
  /** Keys of a rule that `override` can replace. */
  readonly replaceableKeys: readonly string[];
  /** Whether items that change a rule have to name its source, if they name one. */
  readonly checksSourceOfChanges: boolean;
  /** Whether a condition with exceptions is put into parentheses before those are added. */
  readonly parenthesizes: boolean;
  readonly printStyle: PrintStyle;
  /** Whether what is wrong with a check is reported at the check, and not at what the engine looked at last. */
  readonly locatesChecks: boolean;
  /** Whether operators are held against the types of fields, and not only found to fail on an event. */
  readonly checksOperators: boolean;
  /** Whether the output of a rule is checked before its condition is read. */
  readonly checksOutputFirst: boolean;
  /** Whether regular expressions are checked, and not only found to match nothing. */
  readonly checksPatterns: boolean;
  /** What warnings on the fields of a condition are reported for. */
  readonly fieldWarningsAt: "condition expression" | "rule condition" | "rule";
  /** Whether a rule that is left out for an unknown field is reported at the location in its condition. */
  readonly locatesUnknownFilter: boolean;
  /** Whether exceptions take operators with a modifier, and blanks around operators. */
  readonly exceptionModifiers: boolean;
  /** Fields that are warned of as they went with the enter events. */
  readonly deprecatedFields: readonly string[];
  /** Whether `%container.info` is warned of and taken out of outputs. */
  readonly dropsContainerInfo: boolean;
  /** What `%container.info` stands for where it is not taken out. */
  readonly containerInfo: string;
  /** Whether a condition that is never true is warned of as one without event types. */
  readonly warnsOfNoEvents: boolean;
  /** Whether checks of `syscall.type` tell the event types. */
  readonly knowsSyscallType: boolean;
  /** Whether the engine knows that `evt.num` is 1 or more. */
  readonly knowsEventNumbers: boolean;
}

export function featuresOf({ falco, engine }: FalcoVersion): LoaderFeatures {
  const from = (version: string) => compareVersions(falco, version) >= 0;
  const engineVersion = parseRequiredVersion(engine)!;
  return {
    engineVersion,
    grammar: grammarOf(falco),
    implicitEngineVersion: (number) => [engineVersion[0], number, engineVersion[2]],
    warnsOfAppend: true,
    warnsOfNames: from("0.38.0"),
    warnsOfValues: from("0.38.0"),
    warnsOfUnknownKeys: from("0.44.0"),
    validatesSchema: from("0.39.0"),
    capture: from("0.42.0"),
    checksSourceOfChanges: from("0.40.0"),
    parenthesizes: from("0.38.0"),
    locatesChecks: from("0.44.0"),
    checksOperators: from("0.38.0"),
    checksOutputFirst: from("0.38.0"),
    checksPatterns: from("0.44.0"),
    printStyle: { quotesEquals: from("0.41.0"), emptyBrackets: from("0.44.0") },
    fieldWarningsAt: from("0.44.0") ? "condition expression" : from("0.42.0") ? "rule condition" : "rule",
    locatesUnknownFilter: from("0.38.0"),
    replaceableKeys: [
      "condition",
      "output",
      "desc",
      "priority",
      ...(from("0.42.0") ? ["capture", "capture_duration"] : []),
      "tags",
      "exceptions",
      "enabled",
      "warn_evttypes",
      "skip-if-unknown-filter",
    ],
    exceptionModifiers: from("0.44.0"),
    deprecatedFields: from("0.43.0") ? enterEventFields : from("0.42.0") ? enterEventFields.slice(0, 1) : [],
    dropsContainerInfo: from("0.41.0"),
    containerInfo: "container_id=%container.id container_name=%container.name",
    warnsOfNoEvents: !from("0.45.0"),
    knowsSyscallType: from("0.41.0"),
    knowsEventNumbers: from("0.45.0"),
  };
}

/** Fields that went with the enter events. */
const enterEventFields = [
  "evt.dir",
  "evt.latency",
  "evt.latency.s",
  "evt.latency.ns",
  "evt.latency.human",
  "evt.wait_latency",
];

/** What a version understands in conditions. */
export function grammarOf(version: string): Grammar {
  const from = (first: string) => compareVersions(version, first) >= 0;
  const known = (word: string) => from(sinceVersion(word) ?? "0");
  return {
    valueOperators: valueOperators.filter(known),
    modifiers: modifiers.filter(known),
    transformers: transformers.filter(known),
    val: known("val"),
    hexEscapes: from("0.45.0"),
    anyBlankAfterOperator: from("0.40.0"),
    backtracks: !from("0.40.0") || from("0.44.0"),
    manyInputs: known("join"),
    maxDepth: from("0.38.0") && !from("0.45.0") ? 2000 : 1000,
  };
}
