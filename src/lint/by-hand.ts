import type { Project, SourceKind } from "../project/index.ts";

/** What pages and scripts of a repository make by a command, so that no file of it has it. */
export interface MadeByHand {
  /** Services of releases of the falcosidekick chart. */
  readonly sidekicks: ReadonlySet<string>;
  /** ConfigMaps and Secrets. */
  readonly objects: ReadonlySet<string>;
}

/** Workflows with scripts are no files of Falco's. */
const withCommands: ReadonlySet<SourceKind> = new Set(["markdown", "script", "other"]);

const install = /\bhelm\s+(?:upgrade|install)\b((?:\\\n|[^\n])*)/g;
const sidekickChart = /\s([a-z0-9][a-z0-9-]*)\s+(?:\\\s+)?\S+\/falcosidekick(?=\s|$)/;
const create =
  /\bkubectl\s[^\n]{0,100}?\bcreate\s+(?:configmap|cm|secret\s+\w+)\s+(?:-\S+\s+\S+\s+){0,4}([a-z0-9][\w.-]*)/g;

export function madeByHand(project: Project): MadeByHand {
  const sidekicks = new Set<string>();
  const objects = new Set<string>();
  for (const { text, kind } of project.sources) {
    if (!withCommands.has(kind)) continue;
    for (const [, words = ""] of text.content.matchAll(install)) {
      const release = sidekickChart.exec(words)?.[1];
      if (release === undefined) continue;
      // The chart does not repeat its name where the release has it.
      sidekicks.add(release.includes("falcosidekick") ? release : `${release}-falcosidekick`);
    }
    for (const [, name] of text.content.matchAll(create)) objects.add(name!);
  }
  return { sidekicks, objects };
}
