import type { Location } from "../../project/index.ts";

/** What a link of the chain from a rule to a person is about, in the order of the chain. */
export const linkIds = [
  "running",
  "mounted",
  "listed",
  "enabled",
  "source",
  "recorded",
  "priority",
  "channel",
  "service",
  "network",
  "output",
  "minimum",
] as const;
export type LinkId = (typeof linkIds)[number];

/** One link of the chain from a rule to a person. */
export interface Link {
  readonly id: LinkId;
  readonly status: "ok" | "broken" | "unknown";
  /** What holds here, or why it does not, as a sentence. */
  readonly sentence: string;
  readonly evidence: Location | undefined;
  /** For `ok`: whether it holds only if what the repository does not show is as it usually is. */
  readonly assumed?: true;
  /** For `unknown`: what to do to make it known, as a sentence. */
  readonly remedy?: string;
}

export function ok(id: LinkId, sentence: string, evidence: Location | undefined): Link {
  return { id, status: "ok", sentence, evidence };
}

export function assumed(id: LinkId, sentence: string, evidence: Location | undefined): Link {
  return { ...ok(id, sentence, evidence), assumed: true };
}

export function broken(id: LinkId, sentence: string, evidence: Location | undefined): Link {
  return { id, status: "broken", sentence, evidence };
}

export function unsure(id: LinkId, sentence: string, remedy: string, evidence: Location | undefined): Link {
  return { id, status: "unknown", sentence, remedy, evidence };
}
