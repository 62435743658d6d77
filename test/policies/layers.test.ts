import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { toData } from "../../src/project/index.ts";
import type { Stack } from "../../src/stack/index.ts";
import { workspace } from "../stack/workspace.ts";

const folder = path.join(import.meta.dirname, "../../policies");
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
const platforms = readdirSync(path.join(folder, "falco/platforms"));
/** Every choice of layers; none of them is the whole pack. */
const choices = [
  [],
  ["core"],
  ["audit"],
  ["core", "audit"],
  ["core", "strict"],
  ["core", "audit", "strict"],
] as const;
const combinations = [undefined, ...platforms].flatMap((platform) =>
  choices.map((layers) => ({ platform, layers, name: [platform ?? "none", ...layers].join(" + ") })),
);

/** The rules of a ConfigMap. */
const rulesOf = (file: string): { rule?: string; priority?: string }[] =>
  Object.values(parse(read(file)).data as Record<string, string>).flatMap((text) => parse(text));
const all = rulesOf("falco/falco-rules-compliance.yaml").filter(({ rule }) => rule !== undefined);

function expected(layers: readonly string[]): string[] {
  const priorities = [
    "CRITICAL",
    ...(layers.includes("core") && !layers.includes("audit") ? [] : ["NOTICE"]),
    ...(layers.includes("core") && !layers.includes("strict") ? [] : ["WARNING"]),
  ];
  return all.filter(({ priority }) => priorities.includes(priority!)).map(({ rule }) => rule!);
}

const files = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, read(name)]));
const parts = ({ platform, layers }: (typeof combinations)[number]) => [
  ...(platform === undefined ? [] : [`platforms/${platform}`]),
  ...layers.map((layer) => `layers/${layer}`),
];

interface Loaded {
  readonly stacks: readonly Stack[];
  readonly enabled: readonly string[];
  readonly loads: boolean;
  /** The rules files that a deployment loads, in order, without their folders. */
  readonly order: readonly string[];
}

/** What the one deployment of these files loads. */
function loadedFrom(texts: Readonly<Record<string, string>>): Loaded {
  const { stacks, rulesets } = workspace(texts, { secrets: ["falco-system/falcosidekick-secrets"] });
  expect(stacks).toHaveLength(1);
  const { result } = rulesets.find(({ stack }) => stack === stacks[0])!;
  const own = result.rules.filter(({ external }) => !external);
  return {
    stacks,
    enabled: own.filter(({ enabled }) => enabled).map(({ name }) => name),
    loads: result.loads,
    order: stacks[0]!.rulesFiles.loaded.map((file) => path.basename(file.path)),
  };
}

/** The keys of the parts' ConfigMaps. */
const keysOf = (all: readonly string[]): string[] =>
  all.flatMap((part) => Object.keys(parse(read(`falco/${part}/rules.yaml`)).data as object));

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** What `helm template` makes of the values with the official chart; `scripts/record-layers.ts` records it. */
const recorded: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "helm-layers.json"), "utf8"),
);

/** The same of a deployment as it is read here: what is mounted, and the rules that the values bring. */
function seenBy({ files, rulesFiles, config }: Stack): unknown {
  const own = rulesFiles.loaded.filter((file) => file.path.startsWith("/etc/falco/rules.d/"));
  const settings = config.state === "known" ? (toData(config.value.root) as Record<string, unknown>) : {};
  return {
    mounts: files.mounts
      .map((mount) => (mount.subPath === "" ? mount.path : `${mount.path} ${mount.subPath}`))
      .sort(),
    files: Object.fromEntries(
      own.map((file) => [
        file.path,
        hash(file.content.kind === "source" ? file.content.source.text.content : ""),
      ]),
    ),
    rulesFiles: settings["rules_files"],
    selection: settings["rules"],
  };
}

const base = ["falco-daemonset.yaml", "falco-rules-compliance.yaml", "falcosidekick.yaml"].map(
  (file) => `falco/${file}`,
);
const components = [
  ...platforms.map((one) => `platforms/${one}`),
  "layers/core",
  "layers/audit",
  "layers/strict",
];

describe.each(combinations)("the pack for $name", (combination) => {
  const chosen = parts(combination);
  const keys = keysOf(chosen).sort();
  const fits = ({ loads, enabled, order }: Loaded) => {
    expect(loads).toBe(true);
    expect([...enabled].sort()).toEqual(expected(combination.layers).sort());
    expect(order.filter((file) => /^[56]/.test(file))).toEqual(keys);
  };

  it("comes from kustomize, with nothing of what is not chosen", () => {
    const own = `resources: [../falco]\ncomponents: [${chosen.map((part) => `../falco/${part}`).join(", ")}]\n`;
    fits(
      loadedFrom({
        ...files([...base, "falco/kustomization.yaml"]),
        ...files(
          components.flatMap((part) => [`falco/${part}/rules.yaml`, `falco/${part}/kustomization.yaml`]),
        ),
        "cluster/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${own}`,
      }),
    );
  });

  it("comes from Helm by values files that are laid over each other, with what `helm template` was recorded to make of them", () => {
    const values = chosen.map((part) => `falco/${part}/values.yaml`);
    const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: falco, namespace: falco-system}
spec:
  interval: 1h
  chart: {spec: {chart: falco, version: 9.1.0, sourceRef: {kind: HelmRepository, name: falcosecurity}}}
  valuesFrom:
${["falco/values-production.yaml", ...values].map((_, index) => `    - {kind: ConfigMap, name: values-${index}}\n`).join("")}`;
    const maps = ["falco/values-production.yaml", ...values].map((file, index) => [
      `values-${index}.yaml`,
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: values-${index}, namespace: falco-system}\ndata:\n  values.yaml: |\n${read(file).replace(/^(?=.)/gm, "    ")}`,
    ]);
    const loaded = loadedFrom({ ...files([base[1]!]), ...Object.fromEntries(maps), "release.yaml": release });
    fits(loaded);
    expect(seenBy(loaded.stacks[0]!)).toEqual(recorded[combination.name]);
  });

  // The other tools take up the same files in the same order, so one of layer and platform at a time says enough.
  if (combination.platform !== undefined && combination.layers.length > 0) return;

  it("comes from the Falco Operator, with what is applied beside it", () => {
    const applied = [
      "falco/operator/falco.yaml",
      base[1]!,
      ...chosen.map((part) => `falco/${part}/rules.yaml`),
    ];
    fits(loadedFrom(files(applied)));
  });
});

describe("the exceptions of a platform", () => {
  const lists = new Map(
    Object.values(parse(read("falco/falco-rules-compliance.yaml")).data as Record<string, string>)
      .flatMap((text) => parse(text) as { list?: string; items?: unknown[] }[])
      .flatMap(({ list }) => (list === undefined ? [] : [[list, true] as const])),
  );

  it.each(platforms)(
    "of %s add to lists of the pack, or bind an exception to more than a name",
    (platform) => {
      const items = Object.values(
        parse(read(`falco/platforms/${platform}/rules.yaml`)).data as Record<string, string>,
      ).flatMap((text) => parse(text) as Record<string, any>[]);
      for (const item of items) {
        expect(Object.keys(item["override"])).toHaveLength(1);
        if (item["list"] === undefined) {
          for (const { fields } of item["exceptions"]) expect(fields.length, item["rule"]).toBeGreaterThan(1);
        } else expect(lists.has(item["list"]), item["list"]).toBe(true);
      }
    },
  );
});
