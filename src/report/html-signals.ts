import { html as h, type Markup } from "./markup.ts";
import type { Report } from "./report.ts";
import { breadthText, missedOf, pagesOf, shareOf, signalSentence } from "./signal-text.ts";

/** Every signal with the attacks that are missed and the everyday events that raise an alert. */
export function signalSection({ coverage }: Report): Markup | null {
  const { signals: all = [] } = coverage;
  if (all.length === 0) return null;
  const rows = all.map((signal) => {
    const missed = missedOf(signal);
    const pages = pagesOf(signal);
    const noisy = signal.everyday.filter(({ rules }) => rules.length > 0).length;
    const share = shareOf(signal.attacks.length - missed.length, signal.attacks.length) ?? 0;
    const tone = share === 100 ? "good" : share >= 50 ? "mid" : "bad";
    return h`<tr><th scope="row"><code>${signal.id}</code><p class="soft">${signal.definition}</p></th><td class="${tone}">${breadthText(signal)}</td><td><ul class="plain">${missed.map((name) => h`<li>${name}</li>`)}</ul></td><td>${noisy} of ${signal.everyday.length}<ul class="plain">${pages.map(({ name, who, rules }) => h`<li><span class="tag bad">pages</span> ${name} <small>${who}: ${rules.map((rule) => rule.name).join(", ")}</small></li>`)}</ul></td></tr>\n`;
  });
  return h`<section aria-labelledby="signals" data-group><h2 id="signals">Reference attacks</h2>
<p>${signalSentence(coverage)}</p>
<div class="wrap"><table class="stack"><thead><tr><th scope="col">Signal</th><th scope="col">Detected</th><th scope="col">Missed attacks</th><th scope="col">Everyday events with an alert</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}
