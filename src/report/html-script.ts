/** Search and filter of the HTML report. Without it all of the report is there, and what it needs stays hidden. */
export const script = `"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const query = byId("query");
  const status = byId("status");
  const count = byId("count");
  const named = (row) => (row.closest("[data-name]")?.dataset.name ?? "") + " " + row.textContent;
  const rows = Array.from(document.querySelectorAll("tr[data-status]"), (row) => ({
    row,
    text: named(row).toLowerCase(),
    status: row.dataset.status,
  }));
  // Inner groups first, so that an outer one knows what is left in it.
  const groups = Array.from(document.querySelectorAll("[data-group]")).reverse();
  const opened = new Set();

  function apply() {
    const words = query.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
    const wanted = status.value;
    const active = words.length > 0 || wanted !== "";
    let shown = 0;
    for (const entry of rows) {
      const match =
        (wanted === "" || entry.status === wanted) && words.every((word) => entry.text.includes(word));
      entry.row.hidden = !match;
      if (match) shown++;
    }
    for (const group of groups) {
      const some = group.querySelector("tr[data-status]:not([hidden])") !== null;
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
  }

  query.addEventListener("input", apply);
  status.addEventListener("change", apply);
  byId("tools").hidden = false;
  apply();

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
