import type { Finding } from "../../src/lint/index.ts";
import { byId, counted, element, prose } from "./dom.ts";
import type { Answer } from "./protocol.ts";

interface Actions {
  readonly reveal: (finding: Finding) => void;
  readonly fix: (finding: Finding) => void;
  readonly fixAll: () => void;
}

/** The findings, each with its place, its page and its fix. */
export function showFindings({ findings }: Answer, actions: Actions): void {
  byId("findings-count").textContent = `${findings.length}`;
  const safe = findings.filter(({ fix }) => fix?.safe === true).length;
  const head = element(
    "p",
    { class: "panel-head" },
    findings.length === 0 ? "Nothing to report." : `${counted(findings.length, "finding")}.`,
    safe === 0
      ? undefined
      : element(
          "button",
          { type: "button", class: "quiet", id: "fix-all", click: actions.fixAll },
          `Apply ${counted(safe, "safe fix").replace(/fixs$/, "fixes")}`,
        ),
  );
  byId("panel-findings").replaceChildren(
    head,
    element("ul", { class: "findings" }, ...findings.map((finding) => item(finding, actions))),
  );
}

function item(finding: Finding, { reveal, fix }: Actions): HTMLElement {
  const { severity, message, help, file, line, column, rule } = finding;
  const isFalcos = finding.falcoCode !== undefined;
  return element(
    "li",
    { class: `finding ${severity}` },
    element("p", {}, element("span", { class: `severity ${severity}` }, severity), " ", prose(message)),
    help === undefined ? undefined : element("p", { class: "help" }, prose(help)),
    element(
      "p",
      { class: "meta" },
      element(
        "button",
        { type: "button", class: "link", click: () => reveal(finding) },
        `${file}:${line}:${column}`,
      ),
      element("a", { href: `../rules/${rule}.html` }, rule),
      isFalcos ? element("span", { class: "falco-code" }, finding.falcoCode) : undefined,
    ),
    finding.fix === undefined
      ? undefined
      : element(
          "p",
          {},
          element(
            "button",
            { type: "button", class: "quiet", click: () => fix(finding) },
            "Fix: ",
            prose(finding.fix.description),
          ),
          finding.fix.safe ? undefined : element("span", { class: "help" }, " changes what Falco sees"),
        ),
  );
}
