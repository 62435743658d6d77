import type { Location } from "../../project/index.ts";

/**
 * A fact about a deployment. What the repository cannot tell is `unknown`, with the reason and with what
 * would settle it, and is never taken as good or bad.
 */
export type Known<T> = { readonly state: "known"; readonly value: T; readonly evidence: Location } | Unknown;

export interface Unknown {
  readonly state: "unknown";
  /** Why the repository does not tell, as a sentence. */
  readonly why: string;
  /** What to do so that it can be told, as a sentence. */
  readonly settleBy: string;
  readonly evidence: Location;
  /** Set where a name leads nowhere: to no ConfigMap or Secret, or to no key of one that is there. */
  readonly missing?: "object" | "key";
}

export function known<T>(value: T, evidence: Location): Known<T> {
  return { state: "known", value, evidence };
}

export function unknown(why: string, settleBy: string, evidence: Location): Unknown {
  return { state: "unknown", why, settleBy, evidence };
}

/** The value where it is known. */
export function settled<T>(fact: Known<T> | undefined): T | undefined {
  return fact?.state === "known" ? fact.value : undefined;
}
