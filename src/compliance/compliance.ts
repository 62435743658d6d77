import { type Location, ofKind, type Project, type Source } from "../project/index.ts";
import type { Signal } from "./catalog.ts";
import { type Lookup, lookUp } from "./control-id.ts";
import {
  type Control,
  type Framework,
  frameworkHeads,
  frameworkIds,
  loadFramework,
  loadVocabulary,
  readCatalog,
} from "./framework.ts";
import { type FrameworkFile, readFrameworkFile, wordsOf } from "./framework-file.ts";
import { type FrameworkUse, type Matrix, type MatrixEntry, readMatrix } from "./matrix.ts";
import { type ComplianceTag, TagReader } from "./tags.ts";

/** A framework in use, with the controls that apply. */
export interface UsedFramework {
  readonly framework: Framework;
  /** Undefined where only the rules' tags name the framework. */
  readonly use: FrameworkUse | undefined;
  readonly baseline: string | undefined;
  readonly selected: readonly Control[];
}

/** An entry of the matrix with what its ids stand for. */
export interface ResolvedEntry {
  readonly matrix: Matrix;
  readonly entry: MatrixEntry;
  /** Undefined when there is no such framework. */
  readonly used: UsedFramework | undefined;
  readonly lookup: Lookup | undefined;
}

/** A compliance tag of a rule with what its id stands for. */
export interface ResolvedTag {
  readonly tag: ComplianceTag;
  readonly rule: string;
  readonly at: Location;
  /** Undefined when the framework is not in use. */
  readonly used: UsedFramework | undefined;
  readonly lookup: Lookup | undefined;
}

export interface Compliance {
  readonly matrices: readonly Matrix[];
  /** Files with frameworks of the user's own. */
  readonly frameworkFiles: readonly FrameworkFile[];
  readonly frameworks: readonly UsedFramework[];
  /** Ids of all frameworks that could be used, the user's own among them. */
  readonly frameworkIds: readonly string[];
  /** Knows the tags of all these frameworks. */
  readonly tagReader: TagReader;
  readonly entries: readonly ResolvedEntry[];
  readonly tags: readonly ResolvedTag[];
  /** By framework and control id, the names of the rules that the matrix or the rules' own tags give it. */
  readonly mappedRules: ReadonlyMap<UsedFramework, ReadonlyMap<string, ReadonlySet<string>>>;
}

/** A rule's name and its tags, wherever it is defined. */
export interface TaggedRule {
  readonly name: string;
  readonly tags: readonly (Location & { readonly value: string })[];
}

/** The name of a rule that a matrix names for a control. */
type RuleNames = (rule: string, framework: string, control: string) => string;

const asWritten: RuleNames = (rule) => rule;

/**
 * Puts together what is asked for: the frameworks that the matrix says are in use (or, without a matrix, those
 * that the rules' tags name), its entries and the tags, each with the control it stands for.
 *
 * @param matrices the matrix files to go by
 * @param signals what controls may ask for; default: the signals that come with the product
 * @param nameOf the name that a rule has where the matrix was written for an earlier revision
 */
export async function readCompliance(
  project: Project,
  matrices: readonly Source[],
  rules: readonly TaggedRule[],
  signals?: readonly Signal[],
  nameOf: RuleNames = asWritten,
): Promise<Compliance> {
  const vocabulary = await loadVocabulary();
  const words = wordsOf({ ...vocabulary, signals: signals ?? vocabulary.signals });
  const frameworkFiles = ofKind(project, "framework").map((source) => readFrameworkFile(source, words));
  const own = new Map<string, Framework>();
  const heads = new Map(frameworkHeads);
  for (const { catalog } of frameworkFiles) {
    if (catalog === undefined) continue;
    own.set(catalog.framework.id, readCatalog(catalog, vocabulary));
    heads.set(catalog.framework.id, catalog.framework);
  }
  const tagReader = new TagReader(heads.values());
  const read = matrices.map(readMatrix);
  const uses = read.flatMap((matrix) => matrix.frameworks);
  const tags = rules.flatMap(({ name, tags }) =>
    tags.flatMap(({ value, ...at }) => {
      const tag = tagReader.read(value);
      return tag === undefined ? [] : [{ tag, rule: name, at }];
    }),
  );
  const wanted = new Map<string, FrameworkUse | undefined>(uses.map((use) => [use.id, use]));
  if (read.length === 0) for (const { tag } of tags) wanted.set(tag.framework, undefined);

  const used = new Map<string, UsedFramework>();
  for (const [id, use] of wanted) {
    const framework = own.get(id) ?? (await loadFramework(id));
    if (framework !== undefined) used.set(id, select(framework, use));
  }
  const entries = read.flatMap((matrix) =>
    matrix.entries.map((entry): ResolvedEntry => {
      const found = used.get(entry.framework.id);
      return { matrix, entry, used: found, lookup: found && lookUp(found.framework, entry.controlId) };
    }),
  );
  const resolvedTags = tags.map(({ tag, ...rest }): ResolvedTag => {
    const found = used.get(tag.framework);
    return { ...rest, tag, used: found, lookup: found && lookUp(found.framework, tag.controlId) };
  });
  return {
    matrices: read,
    frameworkFiles,
    frameworks: [...used.values()],
    tagReader,
    frameworkIds: [...own.keys(), ...frameworkIds],
    entries,
    tags: resolvedTags,
    mappedRules: mappedRules(entries, resolvedTags, nameOf),
  };
}

function select(framework: Framework, use: FrameworkUse | undefined): UsedFramework {
  const baseline = use?.baseline?.id;
  const roots = use?.selection?.flatMap(({ id }) => {
    const found = lookUp(framework, id);
    return "control" in found ? [found.control.id] : [];
  });
  const chosen = roots === undefined ? undefined : new Set(roots);
  const isChosen = (control: Control): boolean => {
    if (chosen === undefined) return true;
    // A catalog of a user may name its parents in a circle.
    const seen = new Set<string>();
    for (let at: Control | undefined = control; at !== undefined && !seen.has(at.id); ) {
      if (chosen.has(at.id)) return true;
      seen.add(at.id);
      at = at.parent === undefined ? undefined : framework.controls.get(at.parent);
    }
    return false;
  };
  const selected = [...framework.controls.values()].filter(
    (control) =>
      !control.group &&
      (baseline === undefined || control.baselines === undefined || control.baselines.includes(baseline)) &&
      isChosen(control),
  );
  return { framework, use, baseline, selected };
}

function mappedRules(
  entries: readonly ResolvedEntry[],
  tags: readonly ResolvedTag[],
  nameOf: RuleNames,
): Compliance["mappedRules"] {
  const all = new Map<UsedFramework, Map<string, Set<string>>>();
  const add = (used: UsedFramework, control: Control, rule: string) => {
    const mapped = all.get(used) ?? new Map<string, Set<string>>();
    all.set(used, mapped.set(control.id, (mapped.get(control.id) ?? new Set()).add(rule)));
  };
  for (const { used, lookup, entry } of entries) {
    if (used === undefined || lookup === undefined || !("control" in lookup)) continue;
    for (const { name } of entry.rules)
      add(used, lookup.control, nameOf(name, used.framework.id, lookup.control.id));
  }
  for (const { used, lookup, rule } of tags) {
    if (used !== undefined && lookup !== undefined && "control" in lookup) add(used, lookup.control, rule);
  }
  return all;
}
