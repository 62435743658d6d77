import type { Finding } from "../../src/lint/index.ts";
import { Client } from "./client.ts";
import { showCompiled } from "./compiled.ts";
import { arrowKeys, byId, counted, element } from "./dom.ts";
import { FileEditor } from "./editor.ts";
import { EventPanel } from "./event.ts";
import { example } from "./example.ts";
import { showFiles } from "./files.ts";
import { showFindings } from "./findings.ts";
import { fromFragment, toFragment } from "./link.ts";
import type { Answer, Input, PlaygroundFile } from "./protocol.ts";
import { Store } from "./state.ts";
import { showTests } from "./tests.ts";

/** How long nobody types before the files are checked, in milliseconds. */
const pause = 120;

class Page {
  readonly #client = new Client();
  readonly #store: Store;
  readonly #editor: FileEditor;
  readonly #event: EventPanel;
  readonly #versions = byId<HTMLSelectElement>("version");
  readonly #published = byId<HTMLInputElement>("after-published");
  #checked: Input | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store) {
    this.#store = store;
    showFiles(store);
    this.#editor = new FileEditor(store);
    this.#event = new EventPanel(store, {
      evaluate: (rule, event) => this.#client.ask({ kind: "evaluate", rule, event }),
      example: (rule) => this.#client.ask({ kind: "example", rule }),
      writeTests: (rule) => void this.#write(this.#client.ask({ kind: "tests", rule })),
    });
    this.#published.checked = store.state.afterPublished;
    this.#published.addEventListener("change", () =>
      store.update({ afterPublished: this.#published.checked }),
    );
    this.#versions.addEventListener("change", () => store.update({ falcoVersion: this.#versions.value }));
    byId("copy-link").addEventListener("click", () => void this.#copyLink());
    store.onChange(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#follow(), pause);
    });
    void this.#check();
  }

  async #follow(): Promise<void> {
    await this.#keepInAddress();
    await this.#check();
  }

  get #input(): Input {
    const { files, falcoVersion, afterPublished } = this.#store.state;
    return { files, falcoVersion, afterPublished };
  }

  async #check(): Promise<void> {
    const input = this.#input;
    const before = this.#checked;
    this.#checked = input;
    if (before !== undefined && isSame(before, input)) return this.#mark();
    try {
      const answer = await this.#client.ask({ kind: "check", ...input });
      // A later check is under way.
      if (this.#checked === input) await this.#show(answer);
    } catch (error) {
      this.#fail(error);
    }
  }

  #answer: Answer | undefined;

  async #show(answer: Answer): Promise<void> {
    this.#answer = answer;
    showVersions(this.#versions, answer.versions, this.#store.state.falcoVersion);
    showVerdict(answer, this.#versions.value, this.#store.state.afterPublished);
    showFindings(answer, {
      reveal: ({ file, line, column }: Finding) => this.#editor.reveal(file, line, column),
      fix: ({ fingerprint }) => void this.#write(this.#client.ask({ kind: "fix", fingerprint })),
      fixAll: () => void this.#write(this.#client.ask({ kind: "fix-all" })),
    });
    showCompiled(answer);
    showTests(answer, (file, line) => this.#editor.reveal(file, line, 1));
    this.#mark();
    await this.#event.show(answer);
  }

  /** Findings are marked in the text that they were found in alone. */
  #mark(): void {
    if (this.#answer !== undefined) this.#editor.mark(this.#answer.findings);
  }

  async #write(asked: Promise<PlaygroundFile | readonly PlaygroundFile[]>): Promise<void> {
    try {
      const written = [await asked].flat();
      this.#store.write(written);
      const [first] = written;
      if (first !== undefined) this.#store.select(first.name);
      say(
        written.length === 0
          ? "Nothing was changed."
          : `Changed ${written.map(({ name }) => name).join(", ")}.`,
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    byId("verdict").replaceChildren(element("span", { class: "badge refused" }, "No verdict"), ` ${message}`);
  }

  async #keepInAddress(): Promise<void> {
    history.replaceState(undefined, "", `#${await toFragment(this.#store.state)}`);
  }

  async #copyLink(): Promise<void> {
    await this.#keepInAddress();
    try {
      await navigator.clipboard.writeText(location.href);
      say("The link is copied.");
    } catch {
      say("The link is in the address bar.");
    }
  }
}

function isSame(a: Input, b: Input): boolean {
  return a.files === b.files && a.falcoVersion === b.falcoVersion && a.afterPublished === b.afterPublished;
}

function showVersions(select: HTMLSelectElement, versions: readonly string[], wanted: string): void {
  if (select.options.length !== versions.length)
    select.replaceChildren(...versions.map((version) => element("option", { value: version }, version)));
  select.value = versions.includes(wanted) ? wanted : versions[0]!;
}

function showVerdict({ verdict, took }: Answer, version: string, afterPublished: boolean): void {
  const { loads, rules, errors, warnings, files } = verdict;
  const which = files.length === 1 ? "this file" : `these ${files.length} files`;
  const after = afterPublished ? ", after the rules of the Falco project" : "";
  byId("verdict").replaceChildren(
    element("span", { class: `badge ${loads ? "loads" : "refused"}` }, loads ? "Loads" : "Refused"),
    element(
      "span",
      {},
      `Falco ${version} ${loads ? "loads" : "does not load"} ${which}${after}: ${counted(rules, "rule")}, ${counted(errors, "error")}, ${counted(warnings, "warning")}.`,
    ),
  );
  performance.mark("first-verdict");
  byId("took").textContent = `${Math.round(took)} ms`;
}

/** Says something to everyone, those who hear the page among them. */
function say(text: string): void {
  byId("said").textContent = text;
}

function showPanels(): void {
  const list = byId("panels");
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const choose = (chosen: HTMLElement) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      byId(tab.getAttribute("aria-controls")!).hidden = !isChosen;
    }
  };
  for (const tab of tabs) tab.addEventListener("click", () => choose(tab));
  arrowKeys(list, (tab) => {
    choose(tab);
    tab.focus();
  });
}

showPanels();
new Page(new Store((await fromFragment(location.hash.slice(1))) ?? example));
addEventListener("hashchange", () => location.reload());
