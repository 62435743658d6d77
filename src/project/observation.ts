/** What a check asks of the world around it; paths are absolute. */
export type Question =
  | { readonly ask: "file"; readonly path: string; readonly maxBytes: number; readonly root?: string }
  | { readonly ask: "folder" | "target" | "entry"; readonly path: string }
  /** Whether a day is over. */
  | { readonly ask: "over"; readonly day: string };

/** A question, and what came back or a digest of it. */
export interface Observation {
  readonly question: Question;
  readonly answer: string;
  /** What the file system says of a file that was read, where no later change could leave it as it is. */
  readonly stamp?: string;
}

/** Makes a short text of a content, that no other content has. */
export type Digest = (content: string | Uint8Array) => string;

/** What was asked while some work ran. */
export interface Recording<T> {
  readonly value: T;
  /** Undefined where an answer changed meanwhile. */
  readonly observations: readonly Observation[] | undefined;
}

class Recorder {
  readonly observations = new Map<string, Observation>();
  isConsistent = true;
  readonly digest: Digest;

  constructor(digest: Digest) {
    this.digest = digest;
  }

  add(observation: Observation): void {
    const key = JSON.stringify(observation.question);
    const before = this.observations.get(key);
    if (before === undefined) this.observations.set(key, observation);
    else if (before.answer !== observation.answer) this.isConsistent = false;
  }
}

const recorders = new Set<Recorder>();

/** Runs work and records what it asks; what is asked by other work at the same time is recorded with it. */
export async function recordQuestions<T>(digest: Digest, work: () => Promise<T>): Promise<Recording<T>> {
  const recorder = new Recorder(digest);
  recorders.add(recorder);
  try {
    const value = await work();
    return { value, observations: recorder.isConsistent ? [...recorder.observations.values()] : undefined };
  } finally {
    recorders.delete(recorder);
  }
}

export function isRecording(): boolean {
  return recorders.size > 0;
}

/** @param answer makes it with the digest of whoever records */
export function record(question: Question, answer: (digest: Digest) => string, stamp?: string): void {
  for (const recorder of recorders)
    recorder.add({ question, answer: answer(recorder.digest), ...(stamp !== undefined && { stamp }) });
}
