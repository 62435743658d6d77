import { confirm, isCancel, multiselect, select, text } from "@clack/prompts";
import { frameworkHeads } from "../compliance/index.ts";
import { UsageError } from "../project/index.ts";
import {
  type Choices,
  deployTools,
  listOf,
  namespaceProblem,
  type PackChoices,
  pathsOf,
  pathsProblem,
  platforms,
  registriesProblem,
  starts,
} from "./choices.ts";
import { outputNames, outputTitle } from "./outputs.ts";

/** Which choices the flags have made already. */
export type Given = ReadonlySet<string>;

const startTitles = {
  pack: "The reference policies: rules, tests, deployment, runbooks, monitoring",
  existing: "A matrix proposed from the rules that are here",
  empty: "Configuration and workflow, with an empty matrix",
} as const;

const toolTitles = {
  helm: "Helm, with the official chart",
  kustomize: "kustomize",
  operator: "the Falco Operator",
  manifests: "plain manifests, with kubectl apply",
} as const;

const platformTitles = {
  eks: "Amazon EKS",
  gke: "Google GKE",
  aks: "Azure AKS",
  openshift: "OpenShift",
  bare: "clusters of your own",
} as const;

/** Asks for what the flags leave open; the default of each question is the choice that was worked out. */
export async function ask(choices: Choices, given: Given): Promise<Choices> {
  const start = given.has("start")
    ? choices.start
    : await answer(
        select({
          message: "What shall it start with?",
          initialValue: choices.start,
          options: starts.toReversed().map((value) => ({ value, label: startTitles[value] })),
        }),
      );
  const frameworks = given.has("frameworks")
    ? choices.frameworks
    : await answer(
        multiselect({
          message: "Which frameworks? (space chooses)",
          initialValues: [...choices.frameworks],
          options: [...frameworkHeads].map(([value, { name }]) => ({ value, label: name })),
          required: true,
        }),
      );
  const pack = start === "pack" ? await askPack(choices.pack, given) : choices.pack;
  return { start, frameworks, pack };
}

async function askPack(pack: PackChoices, given: Given): Promise<PackChoices> {
  const deploy = given.has("deploy")
    ? pack.deploy
    : await answer(
        select({
          message: "How do you deploy?",
          initialValue: pack.deploy,
          options: deployTools.map((value) => ({ value, label: toolTitles[value] })),
        }),
      );
  const platform = given.has("platform")
    ? pack.platform
    : await answer(
        select({
          message: "Where do the clusters run?",
          initialValue: pack.platform ?? ("several" as const),
          options: [
            ...platforms.map((value) => ({ value, label: platformTitles[value] })),
            { value: "several" as const, label: "several of these, or something else" },
          ],
        }),
      );
  const namespace = given.has("namespace")
    ? pack.namespace
    : await line("Namespace of Falco?", namespaceProblem, pack.namespace);
  const registries = given.has("registries")
    ? pack.registries
    : listOf(
        await line(
          "Registries of your images? (with commas; empty: later)",
          registriesProblem,
          pack.registries.join(","),
        ),
      );
  const outputs = given.has("outputs")
    ? pack.outputs
    : await answer(
        multiselect({
          message: "Where shall alerts go?",
          initialValues: [...pack.outputs],
          options: outputNames.map((value) => ({ value, label: outputTitle(value) })),
          required: true,
        }),
      );
  const data = { ...pack.data };
  for (const [key, what] of [
    ["phi-paths", "protected health information"],
    ["cardholder-paths", "cardholder data"],
    ["personal-data-paths", "personal data"],
  ] as const) {
    if (!given.has(key))
      data[key] = pathsOf(
        await line(`Directories with ${what}? (with commas; none; empty: later)`, pathsProblem, ""),
      );
  }
  return {
    ...pack,
    deploy,
    platform: platform === "several" ? undefined : platform,
    namespace,
    registries,
    outputs,
    data,
  };
}

export async function confirmOverwrite(files: readonly string[]): Promise<boolean> {
  const some =
    files.length > 3 ? `${files.slice(0, 3).join(", ")} and ${files.length - 3} more` : files.join(", ");
  return answer(confirm({ message: `Overwrite ${some}?`, initialValue: false }));
}

function line(
  message: string,
  problem: (value: string) => string | undefined,
  initialValue: string,
): Promise<string> {
  return answer(text({ message, initialValue, validate: (value) => problem(value ?? "") })).then(
    (value) => value ?? "",
  );
}

/** @throws UsageError when it was cancelled: nothing has been written by then */
async function answer<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const value = await question;
  if (isCancel(value)) throw new UsageError("Cancelled. Nothing was written.");
  return value as Exclude<T, symbol>;
}
