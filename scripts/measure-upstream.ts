import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { load, plugins, type Vocabulary, vocabularyFor } from "../src/falco/index.ts";
import { readCorpora } from "../src/proof/reference/corpus.ts";
import { Measurement } from "../src/proof/reference/measure.ts";
import type { Profiles, SignalFile } from "../src/proof/reference/signal-file.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const signals = path.join(root, "policies/signals");
const record = path.join(root, "src/proof/reference/data/upstream-detections.json");

/** By rule, by signal, the acts on which the rule fires, by name. */
type Fired = Record<string, Record<string, { attack?: string[]; everyday?: string[] }>>;

/** Rules files that the Falco project publishes, each of which is loaded by itself. */
function measure(files: readonly string[]): Fired {
  const { profiles } = readYaml(path.join(signals, "profiles.yaml")) as { profiles: Profiles };
  const corpora = readCorpora(
    readdirSync(signals)
      .filter((name) => name.endsWith(".yaml") && name !== "profiles.yaml")
      .sort()
      .map((name) => readYaml(path.join(signals, name)) as SignalFile),
    profiles,
    {},
  );
  const measurement = new Measurement();
  const fired: Fired = {};
  for (const file of files) {
    const { rules, engine, version } = load([{ name: file, text: readFileSync(file, "utf8") }], {
      plugins: [...plugins.keys()],
    });
    const vocabularies = new Map<string, Vocabulary>();
    const loaded = measurement.load(
      rules.flatMap(({ name, source, resolved, eventTypes }) =>
        resolved === undefined ? [] : [{ name, source, condition: resolved, eventTypes }],
      ),
      version.falco,
      (source) => {
        const known = vocabularies.get(source) ?? vocabularyFor(engine.fields, engine.events, [source]);
        vocabularies.set(source, known);
        return known;
      },
    );
    for (const { name } of rules) fired[name] = {};
    for (const { signal, attacks, everyday } of corpora.values()) {
      for (const [kind, acts] of [
        ["attack", attacks],
        ["everyday", everyday],
      ] as const) {
        for (const { name, scenarios } of acts) {
          // None of these rules knows what an organisation calls regulated.
          for (const rule of new Set(scenarios.flatMap((scenario) => loaded.rulesOn(scenario)))) {
            const ofRule = fired[rule]!;
            const ofSignal = ofRule[signal] ?? {};
            ofRule[signal] = { ...ofSignal, [kind]: [...(ofSignal[kind] ?? []), name] };
          }
        }
      }
    }
  }
  return fired;
}

function readYaml(file: string): unknown {
  return parse(readFileSync(file, "utf8"));
}

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write(
    "Name the rules files that the Falco project publishes; their texts are not in this repository.\n",
  );
  process.exitCode = 2;
} else {
  const fired = measure(files);
  const lines = Object.entries(fired).map(
    ([rule, acts]) => `${JSON.stringify(rule)}:${JSON.stringify(acts)}`,
  );
  writeFileSync(record, `{\n${lines.join(",\n")}\n}\n`);
}
