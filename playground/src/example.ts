import type { State } from "./state.ts";

/** What the page shows to those who come without a link. */
export const example: State = {
  files: [
    {
      name: "rules.yaml",
      text: `- list: shells
  items: [bash, sh, zsh]

- macro: in_container
  condition: container.id != host

- rule: Shell in a container
  desc: Somebody starts a shell in a container.
  condition: >
    evt.type in (execve, execveat) and in_container
    and proc.name in (shells)
  output: Shell %proc.name started by %proc.pname (container=%container.id user=%user.name)
  priority: WARNING
  tags: [container, shell]
`,
    },
    {
      name: "local.yaml",
      text: `# Loaded after rules.yaml, so it may change what is defined there.
- list: shells
  append: true
  items: [dash, fish]

- rule: Shell in a container
  condition: and not proc.pname in (docker-init, tini)
  override:
    condition: append
`,
    },
    {
      name: "tests.yaml",
      text: `rules: [rules.yaml, local.yaml]
tests:
  - rule: Shell in a container
    fires:
      - name: somebody opens a shell in a pod
        event: {evt.type: execve, proc.name: bash, proc.pname: runc, container.id: 3ad7d3c2a8b1}
    silent:
      - name: the same on the host
        event: {evt.type: execve, proc.name: bash, proc.pname: sshd, container.id: host}
      - name: the start script of the image
        event: {evt.type: execve, proc.name: sh, proc.pname: tini, container.id: 3ad7d3c2a8b1}
`,
    },
  ],
  falcoVersion: "",
  afterPublished: false,
  rule: "Shell in a container",
  event: `{
  "evt.type": "execve",
  "proc.name": "bash",
  "proc.pname": "tini",
  "container.id": "3ad7d3c2a8b1"
}
`,
};
