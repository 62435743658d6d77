import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";

/** Path of a Chromium on this machine, for tests that look at a page as people see it. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** One page in a headless Chromium, over the debugging protocol on a pipe (messages end with a null character). */
export class Browser {
  /** What the page complained of: console errors, exceptions, and violations of its content security policy. */
  readonly complaints: string[] = [];
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #events = new Map<string, () => void>();
  #last = 0;
  #session: string | undefined;

  private constructor(chromium: string) {
    this.#profile = mkdtempSync(path.join(tmpdir(), "falcoverage-browser-"));
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    this.#process = spawn(
      chromium,
      [
        "--headless=new",
        "--disable-gpu",
        "--no-first-run",
        "--remote-debugging-pipe",
        `--user-data-dir=${this.#profile}`,
        ...asRoot,
        "about:blank",
      ],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
    );
    let rest = "";
    (this.#process.stdio[4] as Readable).setEncoding("utf8").on("data", (chunk: string) => {
      const messages = (rest + chunk).split("\0");
      rest = messages.pop()!;
      for (const message of messages) this.#receive(JSON.parse(message) as Reply);
    });
  }

  static async launch(chromium: string): Promise<Browser> {
    const browser = new Browser(chromium);
    const { targetId } = await browser.#send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.#send("Target.attachToTarget", { targetId, flatten: true });
    browser.#session = sessionId as string;
    for (const domain of ["Page", "Runtime", "Log"]) await browser.#send(`${domain}.enable`);
    return browser;
  }

  /** Opens a file, or a page of a server. */
  async open(page: string, size: { width: number; height: number }, scheme: "light" | "dark"): Promise<void> {
    await this.#send("Emulation.setDeviceMetricsOverride", {
      ...size,
      deviceScaleFactor: 1,
      mobile: size.width < 600,
    });
    await this.#send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: scheme }],
    });
    // From an empty page, as an address that differs in its fragment alone loads nothing.
    for (const url of ["about:blank", page.startsWith("http://") ? page : `file://${page}`]) {
      const loaded = new Promise<void>((resolve) => this.#events.set("Page.loadEventFired", resolve));
      await this.#send("Page.navigate", { url });
      await loaded;
    }
  }

  /** The value of a JavaScript expression in the page; of a promise, what it comes to. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#send("Runtime.evaluate", {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { value?: unknown }).value;
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string, milliseconds = 20_000): Promise<void> {
    const end = Date.now() + milliseconds;
    while ((await this.evaluate(`Boolean(${expression})`)) !== true) {
      if (Date.now() > end) throw new Error(`Not so after ${milliseconds} ms: ${expression}`);
      await setTimeout(20);
    }
  }

  /** Presses a key as a person does, by its name: `Tab`, `ArrowRight`, `Enter`. */
  async press(key: string): Promise<void> {
    const text = key === "Enter" ? "\r" : key === "Space" ? " " : undefined;
    const codes: Readonly<Record<string, number>> = {
      Tab: 9,
      Enter: 13,
      Escape: 27,
      Space: 32,
      End: 35,
      Home: 36,
      ArrowLeft: 37,
      ArrowRight: 39,
    };
    const event = { key: key === "Space" ? " " : key, code: key, windowsVirtualKeyCode: codes[key], text };
    await this.#send("Input.dispatchKeyEvent", {
      type: text === undefined ? "rawKeyDown" : "keyDown",
      ...event,
    });
    await this.#send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  /** Types a text where the focus is. */
  async type(text: string): Promise<void> {
    await this.#send("Input.insertText", { text });
  }

  /** What is seen of the page now, as PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.#send("Page.captureScreenshot", { format: "png" });
    return Buffer.from(data as string, "base64");
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill();
    await ended;
    await removeFolder(this.#profile);
  }

  #send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#last;
    const message = JSON.stringify({ id, method, params, sessionId: this.#session });
    (this.#process.stdio[3] as Writable).write(`${message}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(`${method}: ${error.message}`));
      });
    });
  }

  #receive(reply: Reply): void {
    if (reply.id !== undefined) this.#waiting.get(reply.id)?.(reply);
    else if (reply.method === "Log.entryAdded" || reply.method === "Runtime.exceptionThrown")
      this.complaints.push(JSON.stringify(reply.params));
    else this.#events.get(reply.method ?? "")?.();
  }
}

/** Processes that the browser started may write for a moment after its end. */
async function removeFolder(folder: string, attempts = 20): Promise<void> {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (attempts === 0) throw error;
    await setTimeout(250);
    await removeFolder(folder, attempts - 1);
  }
}
