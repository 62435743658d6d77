import type { Location } from "../../project/index.ts";

/**
 * A fact about a deployment. It is `unknown` where the files do not show it, with the reason and the remedy.
 * An unknown fact counts neither as good nor as bad.
 */
export type Known<T> = { readonly state: "known"; readonly value: T; readonly evidence: Location } | Unknown;

export interface Unknown {
  readonly state: "unknown";
  /** Why the files do not show it, as a sentence. */
  readonly why: string;
  /** What to do to make it known, as a sentence. */
  readonly remedy: string;
  readonly evidence: Location;
  /** What a name refers to and is not there: the ConfigMap or Secret, a key of an existing one, or a file in a container. */
  readonly missing?: "object" | "key" | "file";
}

export function known<T>(value: T, evidence: Location): Known<T> {
  return { state: "known", value, evidence };
}

export function unknown(why: string, remedy: string, evidence: Location): Unknown {
  return { state: "unknown", why, remedy, evidence };
}

/** The value, or undefined where it is unknown. */
export function knownValue<T>(fact: Known<T> | undefined): T | undefined {
  return fact?.state === "known" ? fact.value : undefined;
}
