import type { Replies, Reply, Request } from "./protocol.ts";

type RequestOf<K extends Request["kind"]> = Extract<Request, { readonly kind: K }>;

interface Waiting {
  readonly resolve: (value: Replies[keyof Replies]) => void;
  readonly reject: (error: Error) => void;
}

/** Asks the worker, which does all the work. */
export class Client {
  readonly #worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor() {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.kind === "done") waiting?.resolve(data.value);
      else waiting?.reject(new Error(data.message));
    });
    this.#worker.addEventListener("error", ({ message }) => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(message || "The checker did not start."));
      this.#waiting.clear();
    });
  }

  ask<K extends Request["kind"]>(request: RequestOf<K> & { readonly kind: K }): Promise<Replies[K]> {
    const id = ++this.#last;
    this.#worker.postMessage({ id, request });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as Replies[K]), reject });
    });
  }
}
