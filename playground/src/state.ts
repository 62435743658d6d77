import type { PlaygroundFile } from "./protocol.ts";

/** All that a link holds. */
export interface State {
  readonly files: readonly PlaygroundFile[];
  /** Empty: the newest. */
  readonly falcoVersion: string;
  readonly afterPublished: boolean;
  /** The rule that the event is run through; empty: the first. */
  readonly rule: string;
  /** JSON. */
  readonly event: string;
}

/** Holds the state, and says when it changes. */
export class Store {
  #state: State;
  #selected = 0;
  readonly #listeners: (() => void)[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** The file in the editor. */
  get selected(): PlaygroundFile {
    return this.#state.files[this.#selected]!;
  }

  get selectedIndex(): number {
    return this.#selected;
  }

  /** @param listener called after each change */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  update(change: Partial<State>, selected: number = this.#selected): void {
    this.#state = { ...this.#state, ...change };
    this.#selected = Math.min(Math.max(selected, 0), this.#state.files.length - 1);
    for (const listener of this.#listeners) listener();
  }

  select(name: string): void {
    const index = this.#state.files.findIndex((file) => file.name === name);
    if (index !== -1 && index !== this.#selected) this.update({}, index);
  }

  /** Replaces files of the same names, and adds the others. */
  write(files: readonly PlaygroundFile[]): void {
    const texts = new Map(files.map(({ name, text }) => [name, text]));
    const known = new Set(this.#state.files.map(({ name }) => name));
    const kept = this.#state.files.map(({ name, text }) => ({ name, text: texts.get(name) ?? text }));
    this.update({ files: [...kept, ...files.filter(({ name }) => !known.has(name))] });
  }
}
