/**
 * When a kind of the Kubernetes API came, was deprecated and went, and what replaced it. The plan is in
 * the Go types of k8s.io/api; what really happened is in the OpenAPI documents, and wins.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiVersion } from "../src/definitions.ts";

export interface LifeCycle {
  introduced?: string;
  deprecated?: string;
  removed?: string;
  /** "group/version/Kind" */
  replacement?: string;
}

type Step = "Introduced" | "Deprecated" | "Removed" | "Replacement";

const METHOD =
  /func \(in \*(\w+)\) APILifecycle(Introduced|Deprecated|Removed|Replacement)\(\)[^{]*\{\n\s*return (.+)\n/g;

/** @param folder of a Go module that holds API types. */
export function readMarkers(folder: string): Map<string, LifeCycle> {
  const found = new Map<string, LifeCycle>();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const file of files) {
    if (!file.endsWith("zz_generated.prerelease-lifecycle.go")) continue;
    const path = join(folder, file);
    const group = groupOf(dirname(path));
    if (group === undefined) continue;
    const version = file.split("/").at(-2)!;
    for (const [, kind, step, value] of readFileSync(path, "utf8").matchAll(METHOD)) {
      const key = `${apiVersion(group, version)}/${kind}`;
      const entry = found.get(key) ?? {};
      found.set(key, entry);
      setStep(entry, step as Step, value!);
    }
  }
  return found;
}

function setStep(entry: LifeCycle, step: Step, value: string): void {
  if (step === "Replacement") {
    const [, group, version, kind] = /Group: "(.*)", Version: "(.*)", Kind: "(.*)"/.exec(value) ?? [];
    if (kind) entry.replacement = `${apiVersion(group!, version!)}/${kind}`;
    return;
  }
  const release = value.replace(", ", ".");
  if (step === "Introduced") entry.introduced = release;
  else if (step === "Deprecated") entry.deprecated = release;
  else entry.removed = release;
}

function groupOf(folder: string): string | undefined {
  const register = join(folder, "register.go");
  if (!existsSync(register)) return undefined;
  return /GroupName\s*=\s*"([^"]*)"/.exec(readFileSync(register, "utf8"))?.[1];
}

/** What every group has for the sake of its other kinds. */
const HELPERS = new Set(["DeleteOptions", "WatchEvent", "Status"]);

/**
 * @param markers from the oldest module to the newest.
 * @param served the kinds of each minor version ("1.29"), from the oldest to the newest.
 */
export function lifeCycles(
  markers: Map<string, LifeCycle>[],
  served: [minor: string, kinds: Set<string>][],
): Record<string, LifeCycle> {
  const cycles = new Map<string, LifeCycle>();
  for (const marked of markers) for (const [key, cycle] of marked) cycles.set(key, cycle);
  for (const [, kinds] of served) for (const key of kinds) if (!cycles.has(key)) cycles.set(key, {});

  const [newest, now] = served.at(-1)!;
  const result: Record<string, LifeCycle> = {};
  for (const key of [...cycles.keys()].sort()) {
    const { group, kind } = split(key);
    if (HELPERS.has(kind) || (key.endsWith("List") && cycles.has(key.slice(0, -"List".length)))) continue;
    const { introduced, deprecated, removed: planned } = cycles.get(key)!;
    const removed = removal(key, planned, served);
    if (removed === "never served" || (!deprecated && !removed)) continue;
    // The plan may have been overtaken: nobody is helped by "deprecated since" a version that has no such kind.
    const wasDeprecated =
      deprecated && (!removed || minor(deprecated) < minor(removed)) ? deprecated : undefined;
    const replacement = successor(key, cycles, now) ?? stable(group, kind, key, now);
    const isNews = minor(wasDeprecated ?? removed ?? newest) <= minor(newest);
    if (!isNews) continue; // a plan for after the newest version
    result[key] = {
      ...(introduced && { introduced }),
      ...(wasDeprecated && { deprecated: wasDeprecated }),
      ...(removed && { removed }),
      ...(replacement && { replacement }),
    };
  }
  return result;
}

/** The first version without the kind; where it is still served, the one that its authors plan. */
function removal(
  key: string,
  planned: string | undefined,
  served: [string, Set<string>][],
): string | undefined {
  const last = served.findLastIndex(([, kinds]) => kinds.has(key));
  const isPast = planned !== undefined && minor(planned) <= minor(served.at(-1)![0]);
  if (last === served.length - 1) return isPast ? undefined : planned;
  if (last >= 0) return served[last + 1]![0];
  return planned !== undefined && minor(planned) <= minor(served[0]![0]) ? planned : "never served";
}

/** The kind that its authors name, followed to one that the newest version serves. */
function successor(key: string, cycles: Map<string, LifeCycle>, now: Set<string>): string | undefined {
  const seen = new Set<string>();
  for (
    let next = cycles.get(key)?.replacement;
    next && !seen.has(next);
    next = cycles.get(next)?.replacement
  ) {
    seen.add(next);
    // Some markers name the list of the kind.
    const single = key.endsWith("List") ? next : next.replace(/List$/, "");
    if (now.has(single)) return single;
  }
  return undefined;
}

/** The same kind in the most stable version of its group. */
function stable(group: string, kind: string, key: string, now: Set<string>): string | undefined {
  return [...now]
    .filter((other) => other !== key && split(other).group === group && split(other).kind === kind)
    .sort((a, b) => stability(b) - stability(a))
    .find((other) => stability(other) > stability(key));
}

/** v1 before v1beta2 before v1beta1 before v1alpha1. */
function stability(key: string): number {
  const [, major, level, step] = /^v(\d+)(alpha|beta)?(\d*)$/.exec(split(key).version) ?? [];
  return (
    (level === "alpha" ? 0 : level === "beta" ? 1000 : 1_000_000) + Number(major) * 100 + Number(step || 0)
  );
}

function split(key: string): { group: string; version: string; kind: string } {
  const [kind, version, group = ""] = key.split("/").reverse();
  return { group, version: version!, kind: kind! };
}

const minor = (version: string) => Number(version.split(".")[1]);
