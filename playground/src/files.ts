import { arrowKeys, byId, element } from "./dom.ts";
import { askName } from "./name-dialog.ts";
import type { PlaygroundFile } from "./protocol.ts";
import type { Store } from "./state.ts";

const newRules = `- rule: My rule
  desc: Say what it finds.
  condition: evt.type = execve and proc.name = bash
  output: A shell was started (command=%proc.cmdline)
  priority: NOTICE
`;

/** The files in load order: one tab each, and what can be done with the one that is open. */
export function showFiles(store: Store): void {
  const tabs = byId("files");
  arrowKeys(tabs, (tab) => {
    store.select(tab.dataset.name!);
    focusSelected();
  });
  const render = () => {
    const hadFocus = tabs.contains(document.activeElement);
    const { files } = store.state;
    tabs.replaceChildren(
      ...files.map(({ name }, index) => {
        const isSelected = index === store.selectedIndex;
        return element(
          "button",
          {
            type: "button",
            role: "tab",
            "data-name": name,
            "aria-selected": String(isSelected),
            "aria-controls": "editor",
            tabindex: isSelected ? 0 : -1,
            click: () => store.select(name),
          },
          element("span", { class: "order", "aria-hidden": "true" }, `${index + 1}`),
          name,
        );
      }),
    );
    byId<HTMLButtonElement>("file-earlier").disabled = store.selectedIndex === 0;
    byId<HTMLButtonElement>("file-later").disabled = store.selectedIndex === files.length - 1;
    byId<HTMLButtonElement>("file-remove").disabled = files.length === 1;
    if (hadFocus) focusSelected();
  };
  render();
  let shown = shape(store);
  store.onChange(() => {
    const now = shape(store);
    if (now !== shown) render();
    shown = now;
  });
  listen(store);
}

function shape({ state, selectedIndex }: Store): string {
  return JSON.stringify([state.files.map(({ name }) => name), selectedIndex]);
}

function focusSelected(): void {
  byId("files").querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
}

function listen(store: Store): void {
  const on = (id: string, act: () => void) => byId(id).addEventListener("click", act);
  const names = () => new Set(store.state.files.map(({ name }) => name));
  on("file-add", async () => {
    const taken = names();
    let suggestion = "rules.yaml";
    for (let count = 2; taken.has(suggestion); count++) suggestion = `rules-${count}.yaml`;
    const name = await askName("Add a file", suggestion, taken);
    if (name === undefined || taken.has(name)) return;
    store.update({ files: [...store.state.files, { name, text: newRules }] }, store.state.files.length);
  });
  on("file-rename", async () => {
    const { selected, selectedIndex: index } = store;
    const name = await askName("Rename the file", selected.name, names());
    if (name !== undefined) replace(store, index, { ...selected, name });
  });
  on("file-remove", () => {
    const files = store.state.files.filter((_, index) => index !== store.selectedIndex);
    store.update({ files });
  });
  on("file-earlier", () => move(store, -1));
  on("file-later", () => move(store, 1));
}

function replace(store: Store, at: number, file: PlaygroundFile): void {
  store.update({ files: store.state.files.map((old, index) => (index === at ? file : old)) });
}

function move(store: Store, by: 1 | -1): void {
  const from = store.selectedIndex;
  const files = [...store.state.files];
  const [file] = files.splice(from, 1);
  files.splice(from + by, 0, file!);
  store.update({ files }, from + by);
}
