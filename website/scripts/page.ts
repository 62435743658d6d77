/** A page of the site, before the generator makes HTML of it. */
export interface Page {
  /** From the root of the site, with `.md`. */
  readonly path: string;
  readonly section: Section;
  readonly title: string;
  readonly markdown: string;
}

export const sections = ["Guide", "Rules", "Fields", "Controls", "Signals"] as const;

export type Section = (typeof sections)[number];

/** Where a page is on the site. */
export function addressOf(path: string): string {
  return path.replace(/(^|\/)README\.md$/, "$1index.html").replace(/\.md$/, ".html");
}

/** The way from a page to the root of the site: `../../`, or nothing. */
export function upFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

/** A text as Markdown that shows it as it is. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&|#~]/g, "\\$&");
}
