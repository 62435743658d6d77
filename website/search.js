/** Search as one types, over the index that the build made. Arrow keys choose, Enter opens, Escape closes. */
const input = document.getElementById("query");
const list = document.getElementById("found");
const status = document.getElementById("found-count");
const shown = 8;
const looked = 24;
let pagefind;
let active = -1;

async function engine() {
  pagefind ??= await import(new URL(`${input.dataset.root}pagefind/pagefind.js`, document.baseURI).href);
  return pagefind;
}

function close() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  active = -1;
}

function activate(index) {
  const options = [...list.children];
  if (options.length === 0) return;
  active = (index + options.length) % options.length;
  for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === active));
  input.setAttribute("aria-activedescendant", options[active].id);
  options[active].scrollIntoView({ block: "nearest" });
}

/** The best place in a page: the heading that holds what was asked for, else the first place that was found. */
function placeIn(page, words) {
  const places = page.sub_results;
  return places.find(({ title }) => title.toLowerCase().includes(words)) ?? places[0] ?? page;
}

function optionOf({ page, best }, index) {
  const option = document.createElement("li");
  option.id = `found-${index}`;
  option.role = "option";
  option.setAttribute("aria-selected", "false");
  option.dataset.href = best.url;
  const title = document.createElement("strong");
  title.textContent = best.title === page.meta.title ? best.title : `${page.meta.title} › ${best.title}`;
  const section = document.createElement("span");
  section.textContent = ` ${page.filters.section?.[0] ?? ""}`;
  const excerpt = document.createElement("span");
  excerpt.className = "excerpt";
  excerpt.textContent = new DOMParser().parseFromString(best.excerpt, "text/html").body.textContent;
  option.append(title, section, excerpt);
  option.addEventListener("mousedown", (event) => {
    event.preventDefault();
    location.href = best.url;
  });
  return option;
}

async function search() {
  const words = input.value.trim();
  if (words === "") {
    status.textContent = "";
    return close();
  }
  const found = await (await engine()).debouncedSearch(words, {}, 120);
  if (found === null || words !== input.value.trim()) return;
  const asked = words.toLowerCase();
  const pages = await Promise.all(found.results.slice(0, looked).map((result) => result.data()));
  // What is called so comes before what only names it.
  const places = pages
    .map((page) => ({ page, best: placeIn(page, asked) }))
    .sort(
      (a, b) =>
        Number(b.best.title.toLowerCase().includes(asked)) -
        Number(a.best.title.toLowerCase().includes(asked)),
    )
    .slice(0, shown);
  list.replaceChildren(...places.map(optionOf));
  status.textContent = places.length === 0 ? "Nothing found" : `${places.length} found`;
  list.hidden = places.length === 0;
  input.setAttribute("aria-expanded", String(places.length > 0));
  active = -1;
}

input.addEventListener("input", () => void search());
input.addEventListener("focus", () => void engine());
input.addEventListener("blur", close);
input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") activate(active + 1);
  else if (event.key === "ArrowUp") activate(active - 1);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter") {
    const chosen = list.children[Math.max(active, 0)];
    if (chosen !== undefined && !list.hidden) location.href = chosen.dataset.href;
  } else return;
  event.preventDefault();
});
// On a wide screen the pages beside this one are in view.
if (matchMedia("(min-width: 60rem)").matches) document.querySelector(".beside details").open = true;
