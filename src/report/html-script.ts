/**
 * Search and filters of the HTML report, also kept in its address, and links that open their target. Without it
 * all of the report is there, and what it needs stays hidden.
 */
export const script = `"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const query = byId("query");
  const count = byId("count");
  const filters = ["status", "framework", "rung", "class", "rule"].map(byId).filter((filter) => filter !== null);
  const named = (row) => (row.closest("[data-name]")?.dataset.name ?? "") + " " + row.textContent;
  const rows = Array.from(document.querySelectorAll("[data-status]"), (row) => ({
    row,
    text: named(row).toLowerCase(),
    status: row.dataset.status,
    framework: row.closest("[data-framework]")?.dataset.framework,
    rung: row.dataset.rung,
    class: row.dataset.class,
    rule: row.dataset.rules && JSON.parse(row.dataset.rules),
  }));
  // Inner groups first, so that an outer one knows what is left in it.
  const groups = Array.from(document.querySelectorAll("[data-group]")).reverse();
  const opened = new Set();

  function apply() {
    const words = query.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
    const wanted = filters.filter((filter) => filter.value !== "");
    const active = words.length > 0 || wanted.length > 0;
    let shown = 0;
    for (const entry of rows) {
      const match =
        wanted.every(({ id, value }) => (id === "rule" ? entry.rule?.includes(value) : entry[id] === value)) &&
        words.every((word) => entry.text.includes(word));
      entry.row.hidden = !match;
      if (match) shown++;
    }
    for (const group of groups) {
      if (group.querySelector("[data-status]") === null) continue;
      const some = group.querySelector("[data-status]:not([hidden])") !== null;
      group.hidden = !some;
      if (group.localName !== "details") continue;
      if (active && some && !group.open) {
        group.open = true;
        opened.add(group);
      } else if (!active && opened.delete(group)) {
        group.open = false;
      }
    }
    count.textContent = active ? shown + " of " + rows.length + " rows" : "";
    remember();
  }

  function remember() {
    const address = new URL(location.href);
    for (const { id, value } of [query, ...filters]) {
      if (value === "") address.searchParams.delete(id);
      else address.searchParams.set(id, value);
    }
    try {
      if (address.href !== location.href) history.replaceState(null, "", address);
    } catch {
      // A page that was opened from a file may not be allowed to change its address.
    }
  }

  /** Opens every fold around a link's target, and shows it where a filter hides it. */
  function reveal() {
    const target = location.hash === "" ? null : byId(location.hash.slice(1));
    if (target === null) return;
    if (!target.checkVisibility() && target.closest("[hidden]") !== null) {
      for (const field of [query, ...filters]) field.value = "";
      apply();
    }
    for (let at = target; at !== null; at = at.parentElement) if (at.localName === "details") at.open = true;
    target.scrollIntoView();
  }

  const given = new URLSearchParams(location.search);
  for (const field of [query, ...filters]) {
    field.value = given.get(field.id) ?? "";
    if (field.selectedIndex === -1) field.value = "";
    field.addEventListener("input", apply);
  }
  // What csvCell does on the command line, so that no spreadsheet takes a cell for a formula.
  const cell = (text) => {
    const line = text.replace(/\\s+/g, " ").trim();
    const inert = /^[=+\\-@|%]/.test(line) ? "'" + line : line;
    return /[",;']/.test(inert) ? '"' + inert.replaceAll('"', '""') + '"' : inert;
  };
  byId("csv")?.addEventListener("click", () => {
    const lines = Array.from(document.querySelectorAll("details.control:not([hidden])"), (control) => {
      const { status, class: kind, rung, rules } = control.dataset;
      const [id, title] = [".id-text", ".title-text"].map((part) => control.querySelector(part).textContent);
      const framework = control.closest("[data-framework]").dataset.framework;
      return [framework, id, title, kind, status, rung, JSON.parse(rules).join("; ")].map(cell).join(",");
    });
    const head = "framework,control,title,class,status,rung,rules";
    const link = document.createElement("a");
    link.download = "coverage.csv";
    link.href = URL.createObjectURL(new Blob([[head, ...lines, ""].join("\\r\\n")], { type: "text/csv" }));
    link.click();
    URL.revokeObjectURL(link.href);
  });
  byId("tools").hidden = false;
  apply();
  addEventListener("hashchange", reveal);
  // A link to where one is already changes no address.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link?.hash === location.hash) reveal();
  });
  reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    for (const element of closed) element.open = true;
  });
  addEventListener("afterprint", () => {
    for (const element of closed) element.open = false;
  });
})();
`;
