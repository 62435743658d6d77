import { ladderOf, type Rung, rungs } from "../compliance/index.ts";
import { jsonText, visibleLines } from "./escape.ts";
import type { Format, Report } from "./report.ts";

/**
 * A layer of the ATT&CK Navigator: the techniques that rules name in their tags, scored from 0 to 100 by the highest rung
 * of a rule that is enabled. A rule that no control names has no rung, and gives no score. The breadth of the controls
 * is given beside it, as it is measured by signal and not by technique.
 */
export const navigator: Format = (report) => {
  const layer = {
    name: "falcoverage",
    versions: { navigator: "5.1.0", layer: "4.5" },
    domain: "enterprise-attack",
    description: `Techniques that Falco rules detect, scored by how far the best rule gets: ${ladderOf(
      report.coverage.level,
    )
      .map((rung) => `${rung} ${scoreOf(rung, report)}`)
      .join(", ")}.`,
    techniques: techniquesIn(report),
    gradient: { colors: ["#ffffff", "#8ec843"], minValue: 0, maxValue: 100 },
    hideDisabled: false,
  };
  return `${jsonText(layer)}\n`;
};

function scoreOf(rung: Rung, { coverage }: Report): number {
  return Math.floor(((rungs.indexOf(rung) + 1) * 100) / ladderOf(coverage.level).length);
}

interface Technique {
  readonly techniqueID: string;
  readonly score?: number;
  readonly comment: string;
  readonly metadata: readonly { readonly name: string; readonly value: string }[];
}

function techniquesIn(report: Report): Technique[] {
  const controls = report.coverage.frameworks.flatMap((framework) => framework.controls);
  const rungOf = new Map<string, Rung>();
  const breadthOf = new Map<string, number>();
  for (const { rules, breadth } of controls) {
    for (const { name, rung } of rules) {
      const known = rungOf.get(name);
      if (rung !== null && (known === undefined || rungs.indexOf(rung) > rungs.indexOf(known)))
        rungOf.set(name, rung);
      const percent = breadth?.percent;
      if (typeof percent === "number") breadthOf.set(name, Math.max(breadthOf.get(name) ?? 0, percent));
    }
  }
  return [...rulesByTechnique(report)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([techniqueID, names]) => {
      const reached = [...names]
        .flatMap((name) => rungOf.get(name) ?? [])
        .map((rung) => scoreOf(rung, report));
      const breadths = [...names].flatMap((name) => breadthOf.get(name) ?? []);
      return {
        techniqueID,
        ...(reached.length === 0 ? {} : { score: Math.max(...reached) }),
        comment: [...names]
          .map((name) => `${visibleLines(name)}: ${rungOf.get(name) ?? "no control names it"}`)
          .join("\n"),
        metadata:
          breadths.length === 0
            ? []
            : [{ name: "breadth of its controls", value: `${Math.max(...breadths)}%` }],
      };
    });
}

/** Names of the enabled rules whose tags name a technique. */
function rulesByTechnique(report: Report): Map<string, Set<string>> {
  const byTechnique = new Map<string, Set<string>>();
  for (const { name, tags, enabled } of report.rules) {
    if (!enabled) continue;
    for (const tag of tags) {
      const id = /^(?:mitre[_-])?(t\d{4}(?:\.\d{3})?)$/i.exec(tag)?.[1]?.toUpperCase();
      if (id !== undefined) byTechnique.set(id, (byTechnique.get(id) ?? new Set()).add(name));
    }
  }
  return byTechnique;
}
