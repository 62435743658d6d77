import { at, type Located, type Location, type Node, text, textsAt } from "../../project/index.ts";
import { type Container, imageName, variable, type Word } from "../cluster/index.ts";
import { pluginSources, rulesArtifacts } from "../upstream/index.ts";

/** Something that falcoctl fetches: a rules file or a plugin. */
export interface Artifact {
  /** Last part of the reference: `falco-rules`, `k8saudit`. */
  readonly name: string;
  /** As written, maybe in part; empty for the newest. */
  readonly version: string;
  readonly type: "rulesfile" | "plugin" | "other";
  readonly location: Location;
}

/** A run of falcoctl: what it installs, and into which directories of its own container. */
export interface ArtifactInstall {
  readonly artifacts: readonly Artifact[];
  readonly rulesDirectory: string;
  readonly pluginsDirectory: string;
}

/** Plugins that the rules of a plugin need, which falcoctl installs with them. */
const dependencies: Readonly<Record<string, readonly string[]>> = {
  "k8saudit-rules": ["k8saudit", "json"],
  "k8saudit-gke-rules": ["k8saudit-gke", "json"],
  "cloudtrail-rules": ["cloudtrail", "json"],
  "github-rules": ["github", "json"],
  "okta-rules": ["okta", "json"],
  "gcpaudit-rules": ["gcpaudit", "json"],
};

export function isFalcoctl(container: Container): boolean {
  return imageName(container.image) === "falcoctl" || container.words[0]?.text.endsWith("falcoctl") === true;
}

/**
 * What a falcoctl container installs.
 *
 * @param config falcoctl.yaml as that container has it
 */
export function readInstall(container: Container, config: Node | undefined): ArtifactInstall | undefined {
  const words = container.words.filter(({ text: word }) => !word.endsWith("falcoctl"));
  const verb = words[1]?.text;
  if (words[0]?.text !== "artifact" || (verb !== "install" && verb !== "follow")) return undefined;
  const settings = at(config, "artifact", verb);
  const flags = readFlags(words.slice(2));
  const references = referencesOf(container, verb, flags, textsAt(settings, "refs")?.value ?? []);
  const resolve = flags.named.get("resolve-deps") ?? text(at(settings, "resolveDeps")) ?? "true";
  const named = references.map(readReference);
  const artifacts = resolve === "false" ? named : withDependencies(named);
  return {
    artifacts,
    rulesDirectory: flags.named.get("rulesfiles-dir") ?? text(at(settings, "rulesfilesDir")) ?? "/etc/falco",
    pluginsDirectory:
      flags.named.get("plugins-dir") ?? text(at(settings, "pluginsDir")) ?? "/usr/share/falco/plugins",
  };
}

/** What the command line names, else the environment, else the configuration. */
function referencesOf(
  container: Container,
  verb: "install" | "follow",
  { positional }: Flags,
  listed: readonly Located<string>[],
): readonly Word[] {
  if (positional.length > 0) return positional;
  const fromEnv = variable(container, `FALCOCTL_ARTIFACT_${verb.toUpperCase()}_REFS`);
  if (fromEnv?.value.kind !== "literal")
    return listed.map((reference) => ({ text: reference.value, location: reference }));
  return fromEnv.value.text
    .split(/[;,\s]+/)
    .map((reference) => ({ text: reference, location: fromEnv.location }));
}

function withDependencies(named: readonly Artifact[]): Artifact[] {
  const artifacts = [...named];
  for (const { name, location } of named) {
    for (const dependency of Object.hasOwn(dependencies, name) ? (dependencies[name] ?? []) : []) {
      if (!artifacts.some((artifact) => artifact.name === dependency))
        artifacts.push({ name: dependency, version: "", type: "plugin", location });
    }
  }
  return artifacts;
}

function readReference({ text: reference, location }: Word): Artifact {
  const last = reference.slice(reference.lastIndexOf("/") + 1);
  const [name = "", version = ""] = (last.split("@")[0] ?? "").split(":");
  return { name, version, type: typeOf(name, reference), location };
}

function typeOf(name: string, reference: string): Artifact["type"] {
  if (rulesArtifacts.has(name) || name.endsWith("-rules") || reference.includes("/rulesfile/"))
    return "rulesfile";
  return pluginSources.has(name) || reference.includes("/plugin/") ? "plugin" : "other";
}

interface Flags {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly Word[];
}

const switches = new Set(["verbose", "disable-styling", "plain-http", "no-verify", "resolve-deps"]);

function readFlags(words: readonly Word[]): Flags {
  const named = new Map<string, string>();
  const positional: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.text.startsWith("-")) {
      positional.push(word);
      continue;
    }
    const [name = "", value] = word.text.replace(/^--?/, "").split("=", 2);
    if (value !== undefined) named.set(name, value);
    else if (switches.has(name) || words[i + 1] === undefined) named.set(name, "true");
    else named.set(name, words[++i]!.text);
  }
  return { named, positional };
}

/** The file that an artifact leaves behind, relative to its directory; undefined where its name is not known. */
export function artifactFile(artifact: Artifact): string | undefined {
  if (artifact.type === "plugin") return `lib${artifact.name}.so`;
  return rulesArtifacts.get(artifact.name);
}
