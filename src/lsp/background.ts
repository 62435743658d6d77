import { Worker } from "node:worker_threads";
import type { Folder } from "./folder-reader.ts";
import type { CheckReply, CheckRequest } from "./worker.ts";

/** Checks a whole folder in another thread, one check at a time; what changes during one is in the next. */
export class BackgroundCheck {
  readonly #worker: Worker;
  readonly #done: (reply: CheckReply, texts: ReadonlyMap<string, string | undefined>) => void;
  /** All texts that were sent so far. */
  readonly #sent = new Map<string, string | undefined>();
  #running = false;
  #waiting = new Map<string, string | undefined>();
  #anew = false;
  #wanted = false;

  /** @param done is called after each check, with the changed texts that it saw */
  constructor(
    folder: Folder,
    done: (reply: CheckReply, texts: ReadonlyMap<string, string | undefined>) => void,
  ) {
    this.#done = done;
    this.#worker = new Worker(new URL("./language-worker.js", import.meta.url), { workerData: folder });
    this.#worker.on("message", (reply: CheckReply) => {
      this.#running = false;
      this.#done(reply, new Map(this.#sent));
      this.#start();
    });
    this.#worker.on("error", (error) =>
      this.#done({ kind: "failed", message: error.stack ?? error.message }, this.#sent),
    );
  }

  /** Takes note of a text, which the next check is to see. */
  change(file: string, text: string | undefined): void {
    this.#waiting.set(file, text);
  }

  /** Checks now, or when the check that runs is done. */
  check(anew = false): void {
    this.#anew ||= anew;
    this.#wanted = true;
    this.#start();
  }

  get isRunning(): boolean {
    return this.#running;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #start(): void {
    if (this.#running || !this.#wanted) return;
    const request: CheckRequest = { changes: this.#waiting, anew: this.#anew };
    this.#running = true;
    this.#wanted = false;
    this.#anew = false;
    this.#waiting = new Map();
    for (const [file, text] of request.changes) this.#sent.set(file, text);
    this.#worker.postMessage(request);
  }
}
