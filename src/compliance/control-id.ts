import { nearest } from "../project/index.ts";
import type { Control, Framework, PreviousId } from "./framework.ts";

/** The result of looking up an id that a matrix, a tag or a person gives. */
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
  const id = framework.controlIds.find(written.trim());
  if (id === undefined)
    return { kind: "unknown", suggestion: nearest(written.trim(), framework.controls.keys()) };
  const control = framework.controls.get(framework.aliases.get(id) ?? id);
  const previous = framework.previous.get(id);
  if (control === undefined)
    return previous === undefined
      ? { kind: "unknown", suggestion: undefined }
      : { kind: "retired", previous };
  if (control.group) return { kind: "group", control, previous };
  return previous?.today === "reused"
    ? { kind: "ambiguous", control, previous }
    : { kind: "control", control };
}
