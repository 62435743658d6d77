import { classifyVersion } from "../../falco/index.ts";
import { knownValue } from "../evidence/index.ts";
import type { Stack } from "../model/index.ts";
import type { Ruleset } from "./ruleset.ts";

/** Whether a deployment runs a Falco that is older than every version that is known: how that one reads rules, configuration and values is not known either. */
export function isOutdated({ falcoVersion }: Stack): boolean {
  const version = knownValue(falcoVersion);
  return version !== undefined && classifyVersion(version) === "older";
}

/** The ruleset without what depends on the version of Falco: the deployment and Falco's own verdict. */
export function withoutVerdict(ruleset: Ruleset): Ruleset {
  const files = ruleset.result.files.map((file) => ({ ...file, errors: [], warnings: [] }));
  return { ...ruleset, stack: undefined, result: { ...ruleset.result, files } };
}
