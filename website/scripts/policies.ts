import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

export interface Signal {
  readonly id: string;
  readonly sources: readonly string[];
  readonly definition: string;
  readonly rules: readonly string[];
}

interface Named {
  readonly id: string;
  readonly definition: string;
}

/** The words that the catalogs use. */
export interface Vocabulary {
  readonly signals: readonly Signal[];
  readonly none_reasons: readonly Named[];
  readonly properties: readonly Named[];
}

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly group?: boolean;
  readonly runtime: "detect" | "partial" | "support" | "none";
  readonly why?: string;
  readonly part?: string;
  readonly shows?: string;
  readonly does_not_show?: string;
  readonly reason?: string;
  readonly signals?: readonly string[];
  readonly properties?: readonly string[];
}

export interface Framework {
  readonly framework: {
    readonly id: string;
    readonly name: string;
    readonly title?: string;
    readonly version: string;
    readonly publisher: string;
    readonly url: string;
    readonly titles: string;
  };
  readonly controls: readonly Control[];
}

export interface Act {
  readonly name: string;
  readonly technique?: string;
}

export interface Corpus {
  readonly signal: string;
  readonly attacks: readonly Act[];
  readonly everyday: readonly Act[];
}

/** What the product's own policies say. */
export interface Policies {
  readonly vocabulary: Vocabulary;
  readonly frameworks: readonly Framework[];
  readonly corpora: ReadonlyMap<string, Corpus>;
}

export function readPolicies(root: string): Policies {
  const read = (file: string): unknown => parse(readFileSync(path.join(root, "policies", file), "utf8"));
  const yamlIn = (folder: string) =>
    readdirSync(path.join(root, "policies", folder))
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => read(`${folder}/${file}`));
  const corpora = (yamlIn("signals") as Partial<Corpus>[]).filter(
    (file): file is Corpus => file.signal !== undefined,
  );
  return {
    vocabulary: read("frameworks/signals.yaml") as Vocabulary,
    frameworks: (yamlIn("frameworks") as Partial<Framework>[]).filter(
      (file): file is Framework => file.framework !== undefined,
    ),
    corpora: new Map(corpora.map((corpus) => [corpus.signal, corpus])),
  };
}
