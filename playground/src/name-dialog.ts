import { byId } from "./dom.ts";

/** Asks for the name of a file; undefined when the question is cancelled. */
export function askName(
  title: string,
  suggestion: string,
  taken: ReadonlySet<string>,
): Promise<string | undefined> {
  const dialog = byId<HTMLDialogElement>("name-dialog");
  const input = byId<HTMLInputElement>("name-input");
  byId("name-title").textContent = title;
  input.value = suggestion;
  const check = () => {
    const name = input.value.trim();
    input.setCustomValidity(taken.has(name) && name !== suggestion ? "There is a file of this name." : "");
  };
  input.oninput = check;
  check();
  dialog.returnValue = "";
  dialog.showModal();
  input.select();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => resolve(dialog.returnValue === "ok" ? input.value.trim() || undefined : undefined),
      { once: true },
    );
  });
}
