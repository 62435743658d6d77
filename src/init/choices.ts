import { frameworkIds } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import { type OutputName, outputNames } from "./outputs.ts";

/** What a repository starts with: nothing, a matrix of the rules it has, or the reference policies. */
export const starts = ["empty", "existing", "pack"] as const;
export type Start = (typeof starts)[number];

export const deployTools = ["helm", "kustomize", "operator", "manifests"] as const;
export type DeployTool = (typeof deployTools)[number];

export const platforms = ["eks", "gke", "aks", "openshift", "bare"] as const;
export type Platform = (typeof platforms)[number];

/** Where regulated data is, by key of `organisation:`; `undefined`: left open, empty: there is none. */
export interface DataPaths {
  readonly "phi-paths": readonly string[] | undefined;
  readonly "cardholder-paths": readonly string[] | undefined;
  readonly "personal-data-paths": readonly string[] | undefined;
}

/** How the reference policies are fitted to an organisation. */
export interface PackChoices {
  readonly deploy: DeployTool;
  readonly platform: Platform | undefined;
  readonly namespace: string;
  /** Registries that images come from; empty: left open. */
  readonly registries: readonly string[];
  readonly data: DataPaths;
  readonly outputs: readonly OutputName[];
  /** Folder of the policies, from the root of the repository. */
  readonly directory: string;
}

export interface Choices {
  readonly start: Start;
  readonly frameworks: readonly string[];
  readonly pack: PackChoices;
}

/** One value of a fixed list. @throws UsageError that names the nearest or all of them */
export function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const near = nearest(value, allowed);
  throw new UsageError(
    `--${option} ${value} is not known: ${near === undefined ? `use ${allowed.join(", ")}.` : `did you mean "${near}"?`}`,
  );
}

/** Values written with commas. */
export function listOf(written: string): string[] {
  return written
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** @throws UsageError for an id that is no framework's */
export function frameworksOf(written: string): string[] {
  const ids = listOf(written);
  if (ids.length === 0) throw new UsageError(`--frameworks names none: use ${frameworkIds.join(", ")}.`);
  for (const id of ids) {
    if (frameworkIds.includes(id)) continue;
    const near = nearest(id, frameworkIds);
    throw new UsageError(
      `There is no framework "${id}": ${near === undefined ? `use ${frameworkIds.join(", ")}.` : `did you mean "${near}"?`}`,
    );
  }
  return ids;
}

/** What is wrong with the name of a namespace. */
export function namespaceProblem(value: string): string | undefined {
  return /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value)
    ? undefined
    : `"${value}" is no name of a namespace: lower-case letters, digits and hyphens, at most 63.`;
}

/** What is wrong with paths of data, written with commas; `none` and nothing are right. */
export function pathsProblem(written: string): string | undefined {
  if (written.trim() === "none") return undefined;
  const wrong = listOf(written).find((one) => !/^\/[^\s"'[\]{}%*?\\]+$/.test(one));
  return wrong === undefined ? undefined : `"${wrong}" is no absolute path, such as /srv/records.`;
}

/** What is wrong with registries, written with commas. */
export function registriesProblem(written: string): string | undefined {
  const wrong = listOf(written).find((one) => !/^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9._-]+)*$/.test(one));
  return wrong === undefined
    ? undefined
    : `"${wrong}" is no registry, such as registry.acme.io or ghcr.io/acme.`;
}

/** What is wrong with a folder to write to: it stays within the repository. */
export function directoryProblem(value: string): string | undefined {
  const parts = value.split("/");
  return parts.every((part) => /^[\w][\w.-]*$/.test(part))
    ? undefined
    : `"${value}" is no folder of this repository, such as runtime-security.`;
}

/** @throws UsageError with the problem, and the option that has it */
export function refuse(option: string, problem: string | undefined): void {
  if (problem !== undefined) throw new UsageError(`--${option}: ${problem}`);
}

/** Paths as an answer or an option has them. */
export function pathsOf(written: string | undefined): readonly string[] | undefined {
  if (written === undefined || written.trim() === "") return undefined;
  return written.trim() === "none" ? [] : listOf(written);
}

/** @throws UsageError for an output that is not known */
export function outputsOf(written: string): OutputName[] {
  return listOf(written).map((one) => oneOf("outputs", one, outputNames));
}
