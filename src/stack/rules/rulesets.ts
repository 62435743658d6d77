import path from "node:path";
import type { DeclaredField } from "../../configuration/index.ts";
import {
  classifyVersion,
  falcoVersions,
  findVersion,
  type KnownDefinitions,
  plugins as knownPlugins,
  type LoadOptions,
  type LoadResult,
  load,
  newestVersion,
  type ParsedRulesText,
  parseRules,
  type RulesText,
} from "../../falco/index.ts";
import { at, items, type Node, ofKind, type Project, type Source, text } from "../../project/index.ts";
import { knownValue } from "../evidence/index.ts";
import { optionalConfigMaps, type Stack } from "../model/index.ts";
import {
  pluginSources,
  rulesArtifacts,
  syscallSource,
  type UpstreamRules,
  upstreamRules,
} from "../upstream/index.ts";
import { documentedFields } from "./plugin-fields.ts";
import { makeRuleset, type Ruleset } from "./ruleset.ts";
import { isKnownNamespace, withoutUnknownPlugins } from "./unchecked.ts";

const oldest = falcoVersions[0]!.falco;

export interface RulesetOptions {
  /** The version that was asked for; else that of the deployment, or the newest. */
  readonly falcoVersion?: string | undefined;
  /** Plugins beside those that a deployment loads. */
  readonly plugins?: readonly string[] | undefined;
  /** Fields of plugins that are not known. */
  readonly fields?: readonly DeclaredField[] | undefined;
}

/**
 * What each deployment loads, and, by ConfigMap or folder, the rules files that none loads. Those are loaded
 * alone, as if after the rules that the Falco project publishes, and after those of the deployment that mounts them if they
 * are there.
 *
 * @throws RangeError for a version of Falco that there is not
 */
export function rulesetsOf(project: Project, stacks: readonly Stack[], options: RulesetOptions): Ruleset[] {
  const loader = new Loader(options, documentedFields(project, isKnownNamespace));
  const loaded = stacks.map((stack) => loader.ofStack(stack));
  const used = new Set(loaded.flatMap(({ sources }) => sources));
  const left = ofKind(project, "falco-rules").filter((source) => !used.has(source));
  const version = stacks.map(({ falcoVersion }) => knownValue(falcoVersion)).find(isKnownVersion);
  const alone = groups(left).map(([name, sources]) =>
    loader.alone(name, sources, version, takerOf(sources, loaded)?.result),
  );
  return [...loaded, ...alone];
}

/** The deployment that takes up rules files which it does not have now: a ConfigMap that may be missing, further values. */
function takerOf([source]: readonly Source[], loaded: readonly Ruleset[]): Ruleset | undefined {
  if (source?.embedding === undefined) return undefined;
  if (source.embedding.source.kind === "helm-values")
    return (
      loaded.find(({ stack }) => stack?.kind === "helm") ?? loaded.find(({ stack }) => stack !== undefined)
    );
  const name = text(at(source.embedding.holder, "metadata", "name")) ?? "";
  return loaded.find(({ stack }) => stack !== undefined && optionalConfigMaps(stack).includes(name));
}

/**
 * Rules files that one Falco loads in the order given, with the plugins that they ask for.
 *
 * @param options `afterPublished`: as if after the rules that the Falco project publishes
 * @throws RangeError for a version of Falco that there is not
 */
export function rulesetInOrder(
  name: string,
  sources: readonly Source[],
  options: RulesetOptions & { readonly afterPublished: boolean },
): Ruleset {
  return new Loader(options, []).alone(name, sources, undefined, undefined, options.afterPublished);
}

/** The ruleset with these texts of its files, loaded as they were. */
export function reload(ruleset: Ruleset, sources: readonly Source[]): Ruleset {
  const result = load(sources.map(rulesText), ruleset.result.options);
  return makeRuleset({
    name: ruleset.name,
    sources,
    stack: ruleset.stack,
    ...withoutUnknownPlugins(result, ruleset.stack),
  });
}

function rulesText({ name, text }: Source): RulesText {
  return { name, text: text.content };
}

/** The version of Falco whose rules a check is about: what was asked for, else the deployments', else the newest. */
export function mainVersion(stacks: readonly Stack[], requested: string | undefined): string {
  return (
    requested ??
    stacks.map(({ falcoVersion }) => knownValue(falcoVersion)).find(isKnownVersion) ??
    newestVersion.falco
  );
}

function isKnownVersion(version: string | undefined): boolean {
  return version !== undefined && findVersion(version) !== undefined;
}

function groups(sources: readonly Source[]): [name: string, sources: Source[]][] {
  const byLocation = new Map<unknown, [string, Source[]]>();
  for (const source of sources) {
    const { embedding } = source;
    const folder = path.posix.dirname(source.file);
    const key = embedding?.holder ?? folder;
    const name = embedding === undefined ? folder : holderName(source);
    const group = byLocation.get(key);
    if (group === undefined) byLocation.set(key, [name, [source]]);
    else group[1].push(source);
  }
  const nameOf = ({ embedding, file }: Source): string => embedding?.key ?? file;
  return [...byLocation.values()].map(([name, group]) => [
    name,
    changesLast(group.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))),
  ]);
}

/**
 * In which order files are loaded that no deployment of the repository loads is not known, so a file that changes
 * what another one defines comes after it.
 */
function changesLast(sources: readonly Source[]): Source[] {
  const definers = new Map<string, Source[]>();
  const changes = new Map<Source, ReadonlySet<string>>();
  for (const source of sources) {
    const { defined, changed } = namesIn(source);
    changes.set(source, changed);
    for (const name of defined) definers.set(name, [...(definers.get(name) ?? []), source]);
  }
  const sorted = new Set<Source>();
  const begun = new Set<Source>();
  const pending = [...sources].reverse();
  for (let source = pending.at(-1); source !== undefined; source = pending.at(-1)) {
    if (begun.has(source)) {
      sorted.add(source);
      pending.pop();
      continue;
    }
    begun.add(source);
    const before = [...changes.get(source)!].flatMap((name) => definers.get(name) ?? []);
    pending.push(...before.filter((definer) => !begun.has(definer)).reverse());
  }
  return [...sorted];
}

/** What the items of a rules file define, and what they change without defining it, by kind and name. */
function namesIn({ documents }: Source): { defined: ReadonlySet<string>; changed: ReadonlySet<string> } {
  const defined = new Set<string>();
  const changed = new Set<string>();
  for (const item of documents.flatMap(({ root }) => items(root))) {
    const kind = ["rule", "macro", "list"].find((key) => at(item, key) !== undefined);
    if (kind === undefined) continue;
    const name = `${kind} ${text(at(item, kind))}`;
    const isWhole = at(item, kind === "list" ? "items" : "condition") !== undefined;
    const isChange = at(item, "override") !== undefined || text(at(item, "append")) === "true" || !isWhole;
    if (!isChange) defined.add(name);
    else if (!defined.has(name)) changed.add(name);
  }
  return { defined, changed };
}

function holderName({ embedding, file }: Source): string {
  const holder = embedding?.holder;
  const kind = text(at(holder, "kind"));
  const name = text(at(holder, "metadata", "name"));
  return kind === undefined || name === undefined ? file : `${kind} ${name}`;
}

/** Definitions that are known without their texts. */
type Definitions = Pick<UpstreamRules, "macros" | "lists"> & Pick<Required<KnownDefinitions>, "rules">;

class Loader {
  readonly #options: RulesetOptions;
  readonly #fields: NonNullable<LoadOptions["fields"]>;
  /** Several overlays load the same files in the same way. */
  readonly #results = new Map<string, LoadResult>();
  readonly #yaml = new Map<string, ParsedRulesText["yaml"]>();
  readonly #ids = new Map<Source, number>();
  /** By the rules of the repository, and by the published ones, that are loaded before. */
  readonly #known = new Map<LoadResult | undefined, Map<string, KnownDefinitions>>();

  constructor(options: RulesetOptions, documented: NonNullable<LoadOptions["fields"]>) {
    this.#options = options;
    const stated = (options.fields ?? []).map(asField);
    const names = new Set(stated.map(({ name }) => name));
    this.#fields = [...stated, ...documented.filter(({ name }) => !names.has(name))];
  }

  ofStack(stack: Stack): Ruleset {
    const { rulesFiles, config, falcoVersion } = stack;
    const sources: Source[] = [];
    const upstream: UpstreamRules[] = [];
    for (const { content } of rulesFiles.loaded) {
      if (content.kind === "source") sources.push(content.source);
      else if (content.kind === "upstream") {
        const rules = upstreamRules(content.artifact, knownValue(content.version) ?? "latest");
        if (rules !== undefined) upstream.push(rules);
      }
    }
    // Rules whose content is unknown may define what the others build on.
    if (config.state === "unknown" || rulesFiles.more.length > 0)
      upstream.push(...published(this.#version(undefined)));
    const plugins = config.state === "unknown" ? ["container", ...neededPlugins(sources)] : pluginsOf(stack);
    const result = this.#load(sources, this.#version(knownValue(falcoVersion)), plugins, upstream);
    return makeRuleset({ name: stack.name, sources, stack, ...withoutUnknownPlugins(result, stack) });
  }

  /**
   * @param before what is loaded before them, if that is known
   * @param afterPublished whether the rules that the Falco project publishes are loaded before them
   */
  alone(
    name: string,
    sources: readonly Source[],
    version: string | undefined,
    before?: LoadResult,
    afterPublished = true,
  ): Ruleset {
    const falcoVersion = this.#version(version);
    const plugins = ["container", ...neededPlugins(sources)];
    const upstream = afterPublished
      ? published(falcoVersion).filter((rules) => !excludes(sources, rules))
      : [];
    const result = this.#load(sources, falcoVersion, plugins, upstream, before);
    return makeRuleset({ name, sources, stack: undefined, ...withoutUnknownPlugins(result, undefined) });
  }

  #version(own: string | undefined): string {
    const requested = this.#options.falcoVersion;
    if (requested !== undefined) return requested;
    if (own === undefined || isKnownVersion(own)) return own ?? newestVersion.falco;
    // The oldest that is known is nearest to those before it.
    return classifyVersion(own) === "older" ? oldest : newestVersion.falco;
  }

  #load(
    sources: readonly Source[],
    falcoVersion: string,
    plugins: NonNullable<LoadOptions["plugins"]> | undefined,
    upstream: readonly UpstreamRules[],
    before?: LoadResult,
  ): LoadResult {
    const stated = this.#options.plugins ?? [];
    const names = new Set(plugins?.map((plugin) => (typeof plugin === "string" ? plugin : plugin.name)));
    const all =
      plugins === undefined && stated.length === 0
        ? undefined
        : [...(plugins ?? ["container"]), ...stated.filter((name) => !names.has(name))];
    const ids = sources.map((source) => this.#idOf(source));
    const key = JSON.stringify([
      ids,
      falcoVersion,
      all,
      upstream.map(({ artifact, version }) => [artifact, version]),
      before === undefined ? [] : before.files.map(({ name }) => name),
    ]);
    const done = this.#results.get(key);
    if (done !== undefined) return done;
    const result = load(this.#parsed(sources), {
      falcoVersion,
      known: this.#knownOf(upstream, before),
      ...(all === undefined ? {} : { plugins: all }),
      fields: this.#fields,
    });
    this.#results.set(key, result);
    return result;
  }

  /** Several deployments load the same files, and copies of them have the same text. */
  #parsed(sources: readonly Source[]): ParsedRulesText[] {
    return sources.map((source) => {
      const text = rulesText(source);
      const yaml = this.#yaml.get(text.text) ?? parseRules(text).yaml;
      this.#yaml.set(text.text, yaml);
      return { ...text, yaml };
    });
  }

  /** The same object for the same files, as the loader keeps what it made of their rules. */
  #knownOf(upstream: readonly UpstreamRules[], before: LoadResult | undefined): KnownDefinitions {
    const byUpstream = this.#known.get(before) ?? new Map<string, KnownDefinitions>();
    this.#known.set(before, byUpstream);
    const key = JSON.stringify(upstream.map(({ artifact, version }) => [artifact, version]));
    const known =
      byUpstream.get(key) ?? knownOf(before === undefined ? upstream : [...upstream, definitionsOf(before)]);
    byUpstream.set(key, known);
    return known;
  }

  #idOf(source: Source): number {
    const id = this.#ids.get(source) ?? this.#ids.size;
    this.#ids.set(source, id);
    return id;
  }
}

/** A field as the configuration declares it, in the loader's terms. */
function asField({ argument = "none", ...field }: DeclaredField): NonNullable<LoadOptions["fields"]>[number] {
  if (argument === "none") return field;
  const kind = argument.replace("optional-", "");
  return {
    ...field,
    argument: { required: kind === argument, index: kind === "index", key: kind === "key" },
  };
}

/** The plugins that a deployment loads, with the versions that it asks for in full. */
function pluginsOf({ plugins, falcoVersion }: Stack): NonNullable<LoadOptions["plugins"]> {
  const bundled = findVersion(knownValue(falcoVersion) ?? newestVersion.falco)?.containerPlugin;
  return plugins
    .map(({ name, version }) => {
      const requested = knownValue(version);
      const isFull = requested !== undefined && /^\d+\.\d+\.\d+$/.test(requested);
      return isFull && !(name === "container" && requested === bundled) ? { name, version: requested } : name;
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Plugins that rules files ask for: by name, by the event sources of their rules, or by the fields in them. */
function neededPlugins(sources: readonly Source[]): string[] {
  const needed = new Set<string>();
  for (const { documents, text: content } of sources) {
    for (const [, prefix] of content.content.matchAll(/\b([a-z]\w*)\.[a-z]/g)) {
      const plugin = pluginOfFields.get(prefix!);
      if (plugin !== undefined) needed.add(plugin);
    }
    for (const item of documents.flatMap(({ root }) => items(root)))
      for (const name of pluginsOfItem(item)) needed.add(name);
  }
  return [...needed].sort();
}

/** Plugins that one item asks for by name, or by the event source of its rule. */
function pluginsOfItem(item: Node): string[] {
  const named = items(at(item, "required_plugin_versions")).flatMap(
    (plugin) => text(at(plugin, "name")) ?? [],
  );
  const wanted = text(at(item, "source"));
  const bringing = [...pluginSources].find(([, source]) => source === wanted)?.[0];
  // The rules of plugins' event sources read their events with the json plugin.
  return [
    ...named.filter((name) => name !== "container"),
    ...(bringing === undefined ? [] : [bringing, "json"]),
  ];
}

/** Plugins by the word with which the names of their fields begin, where those of Falco and of its container plugin do not. */
const pluginOfFields: ReadonlyMap<string, string> = new Map(
  // Of plugins with the same fields the first one counts.
  [...knownPlugins]
    .reverse()
    .flatMap(([plugin, { fields }]) =>
      plugin === "container" ? [] : fields.map(({ name }) => [name.split(".")[0]!, plugin] as const),
    ),
);

/** All that the Falco project publishes for a version. */
function published(falcoVersion: string): UpstreamRules[] {
  const own = findVersion(falcoVersion)?.rules ?? "latest";
  return [...rulesArtifacts.keys()].flatMap((artifact) => {
    const rules = upstreamRules(artifact, artifact === "falco-rules" ? own : "latest");
    return rules === undefined ? [] : [rules];
  });
}

/** Whether rules files define a published rule for another event source: Falco loads them in its place, as never both. */
function excludes(sources: readonly Source[], { rules }: UpstreamRules): boolean {
  const published = new Map(rules.map(({ name, source = syscallSource }) => [name, source]));
  return sources.some(({ documents }) =>
    documents
      .flatMap(({ root }) => items(root))
      .some((item) => {
        const source = published.get(text(at(item, "rule")) ?? "");
        const isWhole = at(item, "condition") !== undefined && at(item, "output") !== undefined;
        return isWhole && source !== undefined && source !== (text(at(item, "source")) ?? syscallSource);
      }),
  );
}

/** What rules of the repository define, as what the Falco project publishes is known. */
function definitionsOf({ rules, macros, lists }: LoadResult): Definitions {
  return {
    rules: rules.map(({ name, source, priority, tags, enabled }) => ({
      name,
      source,
      priority,
      tags: tags.map(({ text }) => text),
      enabled,
    })),
    macros: macros.map(({ name }) => ({ name })),
    lists: lists.map(({ name }) => name),
  };
}

function knownOf(upstream: readonly Definitions[]): KnownDefinitions {
  // Of two files that define a name, the later one counts.
  const byName = <T extends { readonly name: string }>(definitions: readonly T[]): T[] => [
    ...new Map(definitions.map((definition) => [definition.name, definition])).values(),
  ];
  return {
    rules: byName(upstream.flatMap(({ rules }) => rules)).map((rule) => ({ source: syscallSource, ...rule })),
    macros: byName(upstream.flatMap(({ macros }) => macros)),
    lists: byName(upstream.flatMap(({ lists }) => lists.map((name) => ({ name })))),
  };
}
