import { ladderOf, type Rung } from "../compliance/index.ts";
import { type Family, familiesOf, frameworkTitle } from "./controls.ts";
import { html as h, type Markup } from "./markup.ts";
import type { Report } from "./report.ts";

/** The lowest percentage of each step of the heat scale. */
const heatSteps = [1, 40, 60, 75, 90] as const;

/** The share of every family of controls at every rung, as a table with a colour scale. */
export function heatMap({ coverage }: Report): Markup {
  const bodies = coverage.frameworks.map((framework, i) => {
    const families = familiesOf(framework);
    const rows = families.flatMap((family, j) =>
      family.detect.total === 0 ? [] : [heatRow(family, `f${i}-${j}`, coverage.level)],
    );
    const left = families.length - rows.length;
    const note = left === 0 ? null : h` <small>${left} more without a detectable control</small>`;
    return h`<tbody><tr class="name"><th scope="rowgroup" colspan="${ladderOf(coverage.level).length + 1}">${frameworkTitle(framework)}${note}</th></tr>\n${rows}</tbody>`;
  });
  const steps = ["none", "under 40%", "under 60%", "under 75%", "under 90%", "90% or more"];
  return h`<section aria-labelledby="heat"><h2 id="heat">How far each family gets</h2>
<div class="wrap"><table class="heat">
<caption>Share of a family's detectable controls that reach each rung; the framed column is the rung that counts.</caption>
<thead><tr><th scope="col">Family</th>${ladderOf(coverage.level).map((rung) => h`<th scope="col">${rung}</th>`)}</tr></thead>
${bodies}
</table></div>
<ul class="legend" aria-label="Colours">${steps.map((step, i) => h`<li class="h${i}">${step}</li>`)}</ul></section>`;
}

function heatRow(family: Family, id: string, level: Rung): Markup {
  const { total } = family.detect;
  const cells = ladderOf(level).map((rung) => {
    const reached = family.detect.rungs[rung] ?? 0;
    const percent = Math.floor((reached * 100) / total);
    const step = reached === 0 ? 0 : Math.max(1, heatSteps.filter((from) => percent >= from).length);
    return h`<td class="h${step}${rung === level ? " aim" : ""}">${percent}%<small>${reached} of ${total}</small></td>`;
  });
  return h`<tr><th scope="row"><a href="#${id}">${family.id}</a> ${family.title}</th>${cells}</tr>\n`;
}
