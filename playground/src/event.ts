import { byId, element, prose } from "./dom.ts";
import { EventEditor } from "./editor.ts";
import type { Answer, Evaluated, Example, Part } from "./protocol.ts";
import type { Store } from "./state.ts";

interface Actions {
  readonly evaluate: (rule: string, event: string) => Promise<Evaluated>;
  readonly example: (rule: string) => Promise<Example>;
  readonly writeTests: (rule: string) => void;
}

/** One event, run through the condition of one rule. */
export class EventPanel {
  readonly #store: Store;
  readonly #actions: Actions;
  readonly #select = byId<HTMLSelectElement>("event-rule");
  readonly #editor: EventEditor;

  constructor(store: Store, actions: Actions) {
    this.#store = store;
    this.#actions = actions;
    this.#editor = new EventEditor(byId("event-editor"), store.state.event, (event) => {
      store.update({ event });
      void this.#run();
    });
    this.#select.addEventListener("change", () => {
      store.update({ rule: this.#select.value });
      void this.#run();
    });
    byId("event-example").addEventListener("click", () => void this.#fillIn());
    byId("event-tests").addEventListener("click", () => actions.writeTests(this.#select.value));
  }

  /** Shows the rules of an answer, and what the event does to the one that is chosen. */
  async show({ items }: Answer): Promise<void> {
    const rules = items.filter(({ kind }) => kind === "rule").map(({ name }) => name);
    const { rule } = this.#store.state;
    this.#select.replaceChildren(
      ...[...new Set(rules)].map((name) => element("option", { value: name }, name)),
    );
    if (rules.includes(rule)) this.#select.value = rule;
    for (const id of ["event-example", "event-tests"])
      byId<HTMLButtonElement>(id).disabled = rules.length === 0;
    await this.#run();
  }

  async #fillIn(): Promise<void> {
    const example = await this.#actions.example(this.#select.value);
    if (example.kind === "event") this.#editor.text = example.event;
    else byId("event-result").replaceChildren(element("p", { class: "help" }, prose(example.message)));
  }

  async #run(): Promise<void> {
    const rule = this.#select.value;
    const { event } = this.#store.state;
    const target = byId("event-result");
    if (rule === "" || event.trim() === "") {
      target.replaceChildren(
        element(
          "p",
          { class: "help" },
          rule === "" ? "There is no rule to run." : "Write an event, or fill one in.",
        ),
      );
      return;
    }
    const result = await this.#actions.evaluate(rule, event);
    // A later change has been answered already.
    if (event !== this.#store.state.event || rule !== this.#select.value) return;
    target.replaceChildren(...shown(result));
  }
}

function shown(result: Evaluated): HTMLElement[] {
  if (result.kind === "problem")
    return [element("p", { class: "severity-line error" }, prose(result.message))];
  const words = {
    true: "The rule fires",
    false: "The rule stays silent",
    error: "The engine would end here",
  };
  const word = words[String(result.fires) as keyof typeof words];
  return [
    element("p", { class: `outcome ${result.fires === true ? "fires" : "silent"}` }, `${word}.`),
    ...(result.output === undefined
      ? []
      : [element("pre", { tabindex: 0, "aria-label": "Output" }, result.output)]),
    element("p", { class: "help" }, "What decided is marked; what the engine does not get to is pale."),
    element("ul", { class: "parts" }, part(result.condition)),
    ...(result.otherRules.length === 0
      ? []
      : [element("p", { class: "meta" }, `Also fires: ${result.otherRules.join(", ")}`)]),
  ];
}

function part({ kind, result, reached, decides, children, text, value }: Part): HTMLElement {
  const state = reached ? String(result) : "not reached";
  const mark = element("span", { class: `result ${String(result)}` }, state);
  const line =
    kind === "check"
      ? [element("code", {}, text ?? ""), " ", element("span", { class: "value" }, value ?? "")]
      : [element("span", { class: "operator" }, kind)];
  const inside = element(
    "div",
    { class: "part" },
    mark,
    " ",
    ...line,
    decides && kind === "check" ? element("span", { class: "decides" }, "decides") : undefined,
  );
  const classes = ["part-item", reached ? "" : "unreached", decides ? "deciding" : ""].join(" ").trim();
  return element(
    "li",
    { class: classes },
    inside,
    children.length === 0 ? undefined : element("ul", {}, ...children.map(part)),
  );
}
