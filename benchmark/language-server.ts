// Prints how long Falco's verdict takes in an editor after a key, for a rules file of 1,000 lines.
import { Editor } from "../test/lsp/editor.ts";

const keys = 60;
const warmUp = 20;

const macros = `- list: shells
  items: [bash, sh, zsh, dash]

- macro: spawned
  condition: evt.type in (execve, execveat) and evt.arg.res = 0

- macro: in_container
  condition: container.id != host

`;
const rule = (number: number) => `- rule: Rule ${number}
  desc: A program that is not expected starts or opens a file.
  condition: >
    spawned and in_container and proc.name in (shells)
    and not proc.pname in (shells, containerd-shim, "runc", tini)
    and (fd.name startswith /etc/${number} or fd.name glob "/var/lib/*/${number}")
  output: Program %proc.name started by %proc.pname (user=%user.name command=%proc.cmdline container=%container.id)
  priority: WARNING
  tags: [container, T1059, rule_${number}]

`;

const editor = new Editor();
let text = macros;
for (let number = 1; text.split("\n").length < 1000; number++) text += rule(number);
editor.write({ "rules.yaml": text });
await editor.start();
await editor.open("rules.yaml");

const times: number[] = [];
let written = "/etc/50 ";
for (let key = 0; key < warmUp + keys; key++) {
  // An unknown field and a known one in turn, so that each key has another verdict.
  const next = key % 2 === 0 ? `/etc/50 or fd.nam = ${key} ` : "/etc/50 ";
  const isExpected = () =>
    editor.shown("rules.yaml").some((shown) => shown.includes("compile-condition")) === (key % 2 === 0);
  const start = performance.now();
  await editor.replace("rules.yaml", written, next);
  await editor.until(isExpected);
  if (key >= warmUp) times.push(performance.now() - start);
  written = next;
}
await editor.stop();
times.sort((a, b) => a - b);
const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))]!);
console.log(
  `verdict after a key, ${text.split("\n").length} lines: median ${at(0.5)} ms, 9 of 10 within ${at(0.9)} ms, quickest ${at(0)} ms`,
);
