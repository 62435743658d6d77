import { nearest } from "../project/index.ts";
import type { Control, Framework, PreviousId } from "./framework.ts";

/** What an id that somebody wrote stands for. */
export type Lookup =
  | { readonly kind: "control"; readonly control: Control }
  /** A heading, to which nothing is mapped. */
  | { readonly kind: "group"; readonly control: Control; readonly previous: PreviousId | undefined }
  /** It is a control today and meant something else in the older edition. */
  | { readonly kind: "ambiguous"; readonly control: Control; readonly previous: PreviousId }
  /** Only the older edition has it. */
  | { readonly kind: "retired"; readonly previous: PreviousId }
  | { readonly kind: "unknown"; readonly suggestion: string | undefined };

/** Finds a control by an id in any of the forms that people write. */
export function lookUp(framework: Framework, written: string): Lookup {
  for (const id of spellings(framework.id, written)) {
    const canonical = framework.aliases.get(id) ?? id;
    const control = framework.controls.get(canonical);
    const previous = framework.previous.get(id);
    if (control?.group) return { kind: "group", control, previous };
    if (control !== undefined) {
      return previous?.today === "reused"
        ? { kind: "ambiguous", control, previous }
        : { kind: "control", control };
    }
    if (previous !== undefined) return { kind: "retired", previous };
  }
  const [first = written] = spellings(framework.id, written);
  return { kind: "unknown", suggestion: nearest(first, framework.controls.keys()) };
}

/** The catalog's way to write an id, in the order in which they are tried. */
function spellings(frameworkId: string, written: string): string[] {
  const id = written.trim().replace(/\s+/g, " ");
  switch (frameworkId) {
    case "fedramp":
      return [nist(id)];
    case "gdpr":
      return [gdpr(id)];
    case "pci-dss": {
      const bare = id.replace(/^(?:req(?:uirement)?\.?[\s_-]*)/i, "").toUpperCase();
      // Testing procedures are the requirement's number with a letter behind it.
      return [bare, bare.replace(/\.?[A-Z]$/, "")];
    }
    case "iso27001": {
      const bare = id.replace(/^(?:annex\s+)?a[\s._-]?(?=\d)/i, "");
      return [`A.${bare}`];
    }
    case "hipaa": {
      const bare = id
        .replace(/^(?:§+|45 CFR|cfr)\s*/gi, "")
        .replace(/^§\s*/, "")
        .replace(/\s+/g, "");
      return [bare, /^3\d\d/.test(bare) ? `164.${bare}` : bare];
    }
    case "soc2":
      return [
        id
          .toUpperCase()
          .replace(/\s/g, "")
          .replace(/^(CC|PI|A|C|P)[-_.]?(?=\d)/, "$1"),
      ];
    default:
      return [id];
  }
}

/** `ac-02(01)`, `AC-2.1` and `AC-2 (1)` are `AC-2(1)`. */
function nist(id: string): string {
  const match = /^([A-Za-z]{2})[-_ ]?0*(0|[1-9]\d*)(?:\s*\(\s*0*(0|[1-9]\d*)\s*\)|[.-]0*(0|[1-9]\d*))?$/.exec(
    id,
  );
  if (match === null) return id.toUpperCase();
  const [, family, number, inParentheses, afterDot] = match;
  const enhancement = inParentheses ?? afterDot;
  return `${family!.toUpperCase()}-${number}${enhancement === undefined ? "" : `(${enhancement})`}`;
}

/** `Article 32(1)(b)`, `art.32 1 b` and `32.1.b` are `Art. 32(1)(b)`. */
function gdpr(id: string): string {
  if (/^chapter/i.test(id)) return id.replace(/^chapter\s*/i, "Chapter ");
  const parts = id
    .replace(/^(?:gdpr[\s_-]*)?(?:art(?:icle|\.)?)[\s._-]*/i, "")
    .split(/[()\s._-]+/)
    .filter((part) => part !== "");
  const [article = "", ...rest] = parts;
  return `Art. ${article}${rest.map((part) => `(${part.toLowerCase()})`).join("")}`;
}
