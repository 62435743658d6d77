import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Inspection } from "../check.ts";
import { ownRuleNames } from "../stack/index.ts";
import type { DeployTool, Platform } from "./choices.ts";

/** What a repository has to start from. */
export interface Survey {
  /** Falco rules in it. */
  readonly ownRules: number;
  /** Falco's own rules that its deployments load. */
  readonly loadedRules: number;
  readonly stacks: readonly { readonly name: string; readonly kind: string }[];
  readonly matrices: readonly string[];
  /** Frameworks that the rules' tags name. */
  readonly taggedFrameworks: readonly string[];
  readonly deploy: DeployTool | undefined;
  readonly gitops: string | undefined;
  readonly platform: Platform | undefined;
  /** Registries of the images in it, but for the public ones. */
  readonly registries: readonly string[];
  /** The branch that pull requests go to. */
  readonly branch: string;
}

const tools: Readonly<Record<string, DeployTool>> = {
  helm: "helm",
  kustomize: "kustomize",
  operator: "operator",
  manifest: "manifests",
};

/** What only files for one kind of cluster say. */
const platformMarks: readonly (readonly [Platform, RegExp])[] = [
  ["eks", /eks\.amazonaws\.com|\.dkr\.ecr\.|alb\.ingress\.kubernetes\.io|vpc\.amazonaws\.com/],
  ["gke", /iam\.gke\.io|cloud\.google\.com\/|-docker\.pkg\.dev\/|networking\.gke\.io/],
  ["aks", /azure\.workload\.identity|\.azurecr\.io\/|kubernetes\.azure\.com/],
  ["openshift", /apiVersion: *["']?(route|config|security|project)\.openshift\.io\//],
];

const publicRegistry =
  /^(docker\.io|ghcr\.io|quay\.io|registry\.k8s\.io|k8s\.gcr\.io|gcr\.io|public\.ecr\.aws|mcr\.microsoft\.com|cr\.fluentbit\.io|registry\.gitlab\.com)$/;

export function surveyOf({ model, discovery }: Inspection, root: string): Survey {
  const { rulesets, stacks, resources, compliance } = model;
  const groups = new Set(resources.map(({ apiVersion }) => apiVersion.split("/")[0]!));
  const texts = discovery.texts.map(({ content }) => content);
  const files = discovery.texts.map(({ file }) => path.basename(file));
  const published = rulesets.flatMap(({ rules }) =>
    [...rules.values()].filter(({ location }) => location === undefined),
  );
  const kind = stacks[0]?.kind;
  return {
    ownRules: ownRuleNames(rulesets).length,
    loadedRules: new Set(published.map(({ name }) => name)).size,
    stacks,
    matrices: compliance.matrices.map(({ source }) => source.file),
    taggedFrameworks: [...new Set(compliance.tags.map(({ tag }) => tag.framework))],
    deploy:
      (kind && tools[kind]) ??
      (files.includes("kustomization.yaml")
        ? "kustomize"
        : files.includes("Chart.yaml")
          ? "helm"
          : undefined),
    gitops: groups.has("argoproj.io")
      ? "Argo CD"
      : [...groups].some((group) => group.endsWith("toolkit.fluxcd.io"))
        ? "Flux"
        : files.some((file) => /^helmfile\.ya?ml$/.test(file))
          ? "Helmfile"
          : undefined,
    platform: platformMarks.find(([, mark]) => texts.some((text) => mark.test(text)))?.[0],
    registries: registriesIn(texts),
    branch: defaultBranch(root),
  };
}

function registriesIn(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [, image = ""] of text.matchAll(/^\s*(?:- )?image: *["']?([^\s"'{}]{3,200})/gm)) {
      const registry = image.includes("/") ? image.split("/")[0]! : "";
      if (/[.:]/.test(registry) && !publicRegistry.test(registry) && !/(^|\.)example\./.test(registry))
        found.add(registry.toLowerCase());
    }
  }
  return [...found].sort().slice(0, 10);
}

/** What the remote says, else what is checked out, else `main`. */
function defaultBranch(root: string): string {
  for (const [file, pattern] of [
    [".git/refs/remotes/origin/HEAD", /^ref: refs\/remotes\/origin\/(\S+)/],
    [".git/HEAD", /^ref: refs\/heads\/(\S+)/],
  ] as const) {
    const target = path.join(root, file);
    if (!existsSync(target)) continue;
    const branch = pattern.exec(readFileSync(target, "utf8"))?.[1];
    if (branch !== undefined) return branch;
  }
  return "main";
}

/** What was found, a line each. */
export function surveyLines(survey: Survey): string[] {
  const { ownRules, loadedRules, stacks, matrices, gitops, platform, registries } = survey;
  const lines = [
    `Falco rules   ${ownRules === 0 ? "none of your own" : `${ownRules} of your own`}${loadedRules === 0 ? "" : `, and ${loadedRules} of Falco's that deployments load`}`,
    `Deployments   ${stacks.length === 0 ? "none of Falco" : stacks.map(({ name, kind }) => `${name} (${kind})`).join(", ")}`,
  ];
  if (matrices.length > 0) lines.push(`Matrix        ${matrices.join(", ")}`);
  if (gitops !== undefined) lines.push(`GitOps        ${gitops}`);
  if (platform !== undefined) lines.push(`Platform      ${platform}`);
  if (registries.length > 0) lines.push(`Registries    ${registries.join(", ")}`);
  return lines;
}
