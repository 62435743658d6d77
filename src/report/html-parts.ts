import { type Blocker, ladderOf, type Rung, type RungCounts, rungs } from "../compliance/index.ts";
import type { Severity } from "../lint/index.ts";
import type { Status } from "./controls.ts";
import { html as h, type Markup } from "./markup.ts";
import type { RenderContext } from "./report.ts";

/** The pieces that the sections of the HTML report share. */

export type Tone = "good" | "mid" | "bad" | "info" | "off";

export const statusTones: Readonly<Record<Status, Tone>> = {
  covered: "good",
  blocked: "mid",
  unmapped: "bad",
  undetectable: "off",
  excluded: "off",
};

export const severityTones: Readonly<Record<Severity, Tone>> = {
  error: "bad",
  warning: "mid",
  notice: "info",
};

/** Good is only what lacks nothing. */
export function shareTone(counts: RungCounts): Tone {
  if (counts.percent === null) return "off";
  if (counts.covered === counts.total) return "good";
  return counts.percent >= 40 ? "mid" : "bad";
}

export function tag(tone: Tone, text: string): Markup {
  return h`<span class="tag ${tone}">${text}</span>`;
}

export function bar(counts: RungCounts): Markup {
  const width = counts.total === 0 ? 0 : (counts.covered * 100) / counts.total;
  return h`<svg class="bar ${shareTone(counts)}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${width.toFixed(2)}" height="1"/></svg>`;
}

export function location(file: string, line: number | undefined, context: RenderContext): Markup {
  const shown = h`<code>${line === undefined ? file : `${file}:${line}`}</code>`;
  const url = context.link?.(file, line);
  return url === undefined || !/^https?:\/\//.test(url) ? shown : h`<a href="${url}">${shown}</a>`;
}

export function locationOf(blocker: Blocker | null, context: RenderContext): Markup | null {
  return blocker?.file === undefined ? null : location(blocker.file, blocker.line, context);
}

export function lineBreak(markup: Markup | null): Markup | null {
  return markup === null ? null : h`<br>${markup}`;
}

/** The ladder as bars that rise, one symbol for each number of rungs; the line marks the rung that counts. */
export function ladderSymbols(level: Rung): Markup {
  const shown = ladderOf(level);
  const symbols = Array.from({ length: shown.length + 1 }, (_, reached) => {
    const bars = shown.map((_, i) => {
      const height = 4 + 2 * i;
      return h`<rect fill="currentColor"${i < reached ? null : h` opacity=".22"`} x="${8 * i}" y="${14 - height}" width="6" height="${height}" rx="1"/>`;
    });
    return h`<symbol id="rung${reached}" viewBox="0 0 ${8 * shown.length - 2} 17">${bars}<rect fill="currentColor" x="${8 * rungs.indexOf(level)}" y="15.5" width="6" height="1.5"/></symbol>`;
  });
  return h`<svg width="0" height="0" aria-hidden="true" hidden>${symbols}</svg>`;
}

export function ladder(rung: Rung | null): Markup {
  const reached = rung === null ? 0 : rungs.indexOf(rung) + 1;
  return h`<svg class="ladder" aria-hidden="true"><use href="#rung${reached}"/></svg>`;
}

/** Ids for addresses within the page: of a name the letters and digits, and a number where that is taken. */
export class Anchors {
  readonly #taken = new Set<string>();
  readonly #known = new Map<string, string>();

  of(...names: readonly string[]): string {
    const key = JSON.stringify(names);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const plain = names
      .join("-")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 80);
    let id = plain;
    for (let i = 2; this.#taken.has(id); i++) id = `${plain}-${i}`;
    this.#taken.add(id);
    this.#known.set(key, id);
    return id;
  }
}
