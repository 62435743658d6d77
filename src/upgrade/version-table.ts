import { markdownTable } from "markdown-table";
import { falcoVersions } from "../falco/index.ts";
import { chartOf } from "../stack/index.ts";

/** What belongs to each version of Falco, as a table in Markdown. Versions that are not released are left out. */
export function versionTable(): string {
  const released = falcoVersions.filter(({ falco }) => /^[\d.]+$/.test(falco));
  return `${markdownTable(
    [
      ["Falco", "engine", "falco-rules", "container plugin", "newest chart"],
      ...released.map(({ falco, engine, rules, containerPlugin }) => [
        falco,
        engine,
        rules,
        containerPlugin ?? "built in",
        chartOf(falco) ?? "",
      ]),
    ],
    { align: ["l", "l", "l", "l", "l"] },
  )}\n`;
}
