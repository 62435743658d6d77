import type { Inspection } from "../check.ts";
import { ofKind, type Project, readProject, type Source, Text } from "../project/index.ts";
import { type Ruleset, reload } from "../stack/index.ts";
import { inwards, type Spot } from "./ranges.ts";

/** Rulesets by the one that was inspected, with the texts that they were loaded with. */
type Reloaded = Map<Ruleset["result"], Ruleset>;

/**
 * The workspace as it is at one moment of editing: what was inspected, with the texts that changed since. Rulesets
 * are loaded again when they are asked for, and only where one of their files changed.
 */
export class Analysis {
  readonly inspection: Inspection;
  readonly project: Project;
  readonly #reloaded: Reloaded;
  readonly #sources: ReadonlyMap<string, Source>;

  private constructor(inspection: Inspection, project: Project, reloaded: Reloaded) {
    this.inspection = inspection;
    this.project = project;
    this.#reloaded = reloaded;
    this.#sources = new Map(project.sources.map((source) => [source.name, source]));
  }

  static of(inspection: Inspection): Analysis {
    return new Analysis(inspection, inspection.model.project, new Map());
  }

  /** With another text of a file. */
  with(file: string, content: string): Analysis {
    const { sources, skipped } = this.project;
    const texts = sources.filter(({ embedding }) => embedding === undefined).map(({ text }) => text);
    const index = texts.findIndex((text) => text.file === file);
    if (texts[index]?.content === content) return this;
    const text = new Text(file, content);
    if (index === -1) texts.push(text);
    else texts[index] = text;
    return new Analysis(
      this.inspection,
      readProject({ texts, skipped }, this.project),
      new Map(this.#reloaded),
    );
  }

  /** Whether the rulesets may hold other files than when they were inspected, which only another inspection tells. */
  isReshaped(file: string): boolean {
    const shape = (sources: readonly Source[]) =>
      sources.filter((source) => source.file === file).map(({ name, kind }) => `${kind} ${name}`);
    const before = shape(this.inspection.model.project.sources);
    const now = shape(this.project.sources);
    return (
      JSON.stringify(before) !== JSON.stringify(now) || !now.every((name) => name.startsWith("falco-rules "))
    );
  }

  /** The file and the texts embedded in it. */
  sourcesOf(file: string): readonly Source[] {
    return this.project.sources.filter((source) => source.file === file);
  }

  /** The innermost source at an offset of a file. */
  spot(file: string, offset: number): Spot | undefined {
    const sources = this.sourcesOf(file);
    for (const source of sources.toReversed()) {
      const inner = inwards(source.text, offset);
      if (inner !== undefined) return { source, offset: inner };
    }
    return undefined;
  }

  /** All rulesets, with the texts of now. */
  get rulesets(): readonly Ruleset[] {
    return this.inspection.model.rulesets.map((ruleset) => this.#fresh(ruleset));
  }

  /** The first ruleset that holds a rules file, with the texts of now. */
  rulesetOf(source: Source): Ruleset | undefined {
    const found = this.inspection.model.rulesets.find(({ sources }) =>
      sources.some(({ name }) => name === source.name),
    );
    return found && this.#fresh(found);
  }

  /** The rules files of the rulesets that hold a source, or it alone. */
  loadedWith(source: Source): readonly Source[] {
    const names = new Set([source.name]);
    for (const { sources } of this.inspection.model.rulesets) {
      if (sources.some(({ name }) => name === source.name)) for (const { name } of sources) names.add(name);
    }
    return ofKind(this.project, "falco-rules").filter(({ name }) => names.has(name));
  }

  #fresh(ruleset: Ruleset): Ruleset {
    const sources = ruleset.sources.flatMap(({ name }) => this.#sources.get(name) ?? []);
    const known = this.#reloaded.get(ruleset.result) ?? ruleset;
    if (sources.length === known.sources.length && sources.every((source, i) => source === known.sources[i]))
      return { ...known, name: ruleset.name, stack: ruleset.stack };
    const fresh = reload(ruleset, sources);
    this.#reloaded.set(ruleset.result, fresh);
    return fresh;
  }
}
