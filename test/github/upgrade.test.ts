import { execFileSync } from "node:child_process";
import { describe } from "vitest";
import { type Machine, pullRequestPayload, test } from "./action.ts";

const deployment = (version: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: falco }
spec:
  destination: { namespace: falco }
  source:
    repoURL: https://falcosecurity.github.io/charts
    chart: falco
    targetRevision: ${version}
    helm:
      valuesObject:
        driver: { kind: modern_ebpf }
        falco: { grpc: { enabled: true } }
`;

function git(machine: Machine, ...args: string[]): string {
  const identity = ["-c", "user.name=Dev", "-c", "user.email=dev@acme.example", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", machine.workspace, ...identity, ...args], { encoding: "utf8" }).trim();
}

/** A pull request that changes the deployment, whoever opened it. */
async function review(machine: Machine, before: string, after: string) {
  git(machine, "init", "-q", "-b", "main");
  machine.write({ "falco.yaml": before });
  git(machine, "add", "falco.yaml");
  git(machine, "commit", "-q", "-m", "Base");
  const base = git(machine, "rev-parse", "HEAD");
  machine.write({ "falco.yaml": after });
  git(machine, "commit", "-q", "-a", "-m", "Change");
  const head = git(machine, "rev-parse", "HEAD");
  const payload = {
    pull_request: { ...pullRequestPayload.pull_request, base: { sha: base }, head: { sha: head } },
  };
  return machine.run({ payload, inputs: { paths: "falco.yaml", "fail-on": "never" } });
}

describe.concurrent("a pull request", () => {
  test("that raises the chart is led by what the new Falco makes of the files", async ({
    server,
    machine,
    expect,
  }) => {
    await review(machine, deployment("4.21.3"), deployment("9.1.0"));
    const [, title, , verdict, , first] = server.comments[0]!.body.split("\n");
    expect(title).toMatch(/^### Upgrade: chart 4\.21\.3 to 9\.1\.0/);
    expect(verdict).toBe("It brings 1 new finding and costs no control.");
    expect(first).toContain("falco.yaml:13: Helm refuses these values.");
  });

  test("that the new Falco takes says so first", async ({ server, machine, expect }) => {
    const plain = (version: string) => deployment(version).replace(/ +falco: .*\n/, "");
    await review(machine, plain("4.17.2"), plain("4.21.3"));
    const [, title, , verdict] = server.comments[0]!.body.split("\n");
    expect(title).toMatch(/^### Upgrade: Falco 0\.39\.2 to 0\.40\.0/);
    expect(verdict).toMatch(/^It brings .* and costs no control\.$/);
  });

  test("that changes something else is not", async ({ server, machine, expect }) => {
    await review(machine, deployment("4.21.3"), `# Ours\n${deployment("4.21.3")}`);
    expect(server.comments[0]!.body).not.toContain("### Upgrade");
  });
});
