import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Finding } from "../../src/lint/index.ts";
import { byId } from "./dom.ts";
import type { Store } from "./state.ts";

/** Colours by the variables of the style sheet, which has them for light and dark. */
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--code-key)" },
  { tag: [tags.string, tags.content, tags.special(tags.string)], color: "var(--code-text)" },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: "var(--code-value)" },
  { tag: [tags.comment, tags.meta], color: "var(--code-comment)" },
  { tag: tags.punctuation, color: "var(--code-comment)" },
]);

// Tab is left to the browser, so that nobody is caught in the editor.
const common: Extension = [
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  syntaxHighlighting(colours),
  keymap.of([...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap, ...defaultKeymap]),
];

/** The editor of the file that is open. */
export class FileEditor {
  readonly #store: Store;
  readonly #view: EditorView;
  /** What each file had before another one was opened: its history and its selection. */
  readonly #states = new Map<string, EditorState>();
  #open: string;

  constructor(store: Store) {
    this.#store = store;
    this.#open = store.selected.name;
    this.#view = new EditorView({ parent: byId("editor"), state: this.#stateOf() });
    store.onChange(() => this.#follow());
  }

  /** Marks the findings in the file that is open. */
  mark(findings: readonly Finding[]): void {
    const { doc } = this.#view.state;
    const offset = (line: number, column: number) => {
      const { from, to } = doc.line(Math.min(line, doc.lines));
      return Math.min(from + column - 1, to);
    };
    const diagnostics = findings
      .filter(({ file }) => file === this.#open)
      .map((finding): Diagnostic => {
        const { line, column, endLine, endColumn, severity, message, rule } = finding;
        const from = offset(line, column);
        return {
          from,
          to: Math.max(from, offset(endLine, endColumn)),
          severity: severity === "notice" ? "info" : severity,
          message,
          source: rule,
        };
      });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Opens a file at a line and column, from 1. */
  reveal(file: string, line: number, column: number): void {
    this.#store.select(file);
    if (this.#open !== file) return;
    const { doc } = this.#view.state;
    const { from, to } = doc.line(Math.min(line, doc.lines));
    this.#view.dispatch({
      selection: { anchor: Math.min(from + column - 1, to) },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    this.#view.focus();
  }

  #follow(): void {
    const { name, text } = this.#store.selected;
    if (name !== this.#open) {
      this.#states.set(this.#open, this.#view.state);
      this.#open = name;
      const known = this.#states.get(name);
      this.#view.setState(known?.doc.toString() === text ? known : this.#stateOf());
    } else if (text !== this.#view.state.doc.toString()) {
      this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
    }
  }

  #stateOf(): EditorState {
    const { name, text } = this.#store.selected;
    return EditorState.create({
      doc: text,
      extensions: [
        common,
        lineNumbers(),
        foldGutter(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        lintGutter(),
        yaml(),
        EditorView.contentAttributes.of({ "aria-label": `Text of ${name}`, tabindex: "0" }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) this.#edited(state.doc.toString());
        }),
      ],
    });
  }

  #edited(text: string): void {
    const { selected, selectedIndex, state } = this.#store;
    if (selected.text === text) return;
    this.#store.update({
      files: state.files.map((file, index) => (index === selectedIndex ? { ...file, text } : file)),
    });
  }
}

/** The editor of the event. */
export class EventEditor {
  readonly #view: EditorView;

  constructor(parent: HTMLElement, text: string, change: (text: string) => void) {
    this.#view = new EditorView({
      parent,
      doc: text,
      extensions: [
        common,
        json(),
        EditorView.contentAttributes.of({ "aria-label": "Event as JSON", tabindex: "0" }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) change(state.doc.toString());
        }),
      ],
    });
  }

  set text(text: string) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }
}
