import { compareVersions, type FalcoVersion, parseRequiredVersion, type VersionNumbers } from "./versions.ts";

/** What the loader of a version of Falco does. Source: the rules engine at each release. */
export interface LoaderFeatures {
  readonly engineVersion: VersionNumbers;
  /** The version that a `required_engine_version` of one number means. */
  readonly implicitEngineVersion: (number: number) => VersionNumbers;
  readonly warnsOfAppend: boolean;
  readonly warnsOfUnknownKeys: boolean;
  /** Whether rules can ask for a capture file. */
  readonly capture: boolean;
  /** Keys of a rule that `override` can replace. */
  readonly replaceableKeys: readonly string[];
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
  /** Whether the engine knows that `evt.num` is 1 or more. */
  readonly knowsEventNumbers: boolean;
}

export function featuresOf({ falco, engine }: FalcoVersion): LoaderFeatures {
  const from = (version: string) => compareVersions(falco, version) >= 0;
  const engineVersion = parseRequiredVersion(engine)!;
  return {
    engineVersion,
    implicitEngineVersion: (number) => [engineVersion[0], number, engineVersion[2]],
    warnsOfAppend: true,
    warnsOfUnknownKeys: from("0.44.0"),
    capture: from("0.42.0"),
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
    deprecatedFields: from("0.42.0")
      ? ["evt.dir", "evt.latency", "evt.latency.s", "evt.latency.ns", "evt.latency.human", "evt.wait_latency"]
      : [],
    dropsContainerInfo: from("0.42.0"),
    containerInfo: "container_id=%container.id container_name=%container.name",
    warnsOfNoEvents: !from("0.45.0"),
    knowsEventNumbers: from("0.45.0"),
  };
}
