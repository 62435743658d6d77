import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/*
 * Whole processes, in one run, as ratios of processor time, which a busy machine changes less than the clock: cold
 * starts against an empty Node process, the check of the reference deployment also against a process that only
 * parses the same files with the `yaml` package, and the check of several copies of the deployment against that of
 * one, which shows how it grows.
 */
const root = path.resolve(import.meta.dirname, "..");
const cli = path.join(root, "dist/cli.js");
const action = path.join(root, "dist/action.js");
const parseAll = `
  import { readdirSync, readFileSync } from "node:fs";
  import { parseAllDocuments } from "${path.join(root, "node_modules/yaml/dist/index.js")}";
  for (const file of readdirSync(".", { recursive: true })) {
    if (file.endsWith(".yaml")) for (const d of parseAllDocuments(readFileSync(file, "utf8"))) d.toJS();
  }`;
/** An application that has nothing to do with Falco, as a repository of many has. */
const application = (name: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
        - name: app
          image: registry.example/${name}:1.0
          ports: [{containerPort: 8080}]
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: {app: ${name}}, ports: [{port: 80, targetPort: 8080}]}
`;
const smallRules = `
- rule: Shell
  desc: A shell was started
  condition: evt.type = execve and proc.name = bash
  output: A shell was started (user=%user.name command=%proc.cmdline)
  priority: WARNING
`;

/** Median processor time of a whole Node process, in seconds. Bash tells what a command costs; Node does not. */
function seconds(
  args: readonly string[],
  cwd: string,
  runs = 7,
  env: NodeJS.ProcessEnv = process.env,
): number {
  const script = 'TIMEFORMAT="%U %S"; { time "$0" "$@" > /dev/null 2>&3; } 3>/dev/null; (($? < 2))';
  const times = Array.from({ length: runs }, () => {
    const command = ["-c", `{ ${script}; } 2>&1`, process.execPath, ...args];
    const [user, system] = execFileSync("bash", command, { cwd, env, encoding: "utf8" }).trim().split(" ");
    return Number(user) + Number(system);
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

function report(what: string, ratio: number): void {
  console.log(`${what.padEnd(48)}${ratio.toFixed(1)}`);
}

const workspace = mkdtempSync(path.join(tmpdir(), "falcoverage-benchmark-"));
try {
  const copies = (count: number): string => {
    const folder = path.join(workspace, String(count));
    for (let i = 0; i < count; i++) {
      mkdirSync(path.join(folder, String(i)), { recursive: true });
      cpSync(path.join(root, "policies/falco"), path.join(folder, String(i)), { recursive: true });
    }
    cpSync(path.join(root, "policies/matrix.yaml"), path.join(folder, "matrix.yaml"));
    return folder;
  };
  const small = path.join(workspace, "small");
  mkdirSync(small);
  writeFileSync(path.join(small, "rules.yaml"), smallRules);
  const event = path.join(workspace, "event.json");
  writeFileSync(event, "{}");
  const runner = {
    PATH: process.env.PATH,
    GITHUB_EVENT_NAME: "push",
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: small,
    RUNNER_TEMP: workspace,
  };

  const empty = seconds(["--eval", "0"], small);
  report(
    "validate of one small file / empty process",
    seconds([cli, "validate", "rules.yaml"], small) / empty,
  );
  report("check of one small file / empty process", seconds([cli, "check", "rules.yaml"], small) / empty);
  report("action on one small file / empty process", seconds([action], small, 7, runner) / empty);

  const check = [cli, "check", "--fail-on", "never"];
  const one = copies(1);
  const single = seconds(check, one);
  report("check of the deployment / empty process", single / empty);
  const parse = seconds(["--input-type=module", "--eval", parseAll], one);
  report("check of the deployment / parsing its YAML", single / parse);
  for (const count of [2, 4, 8, 16])
    report(`${count} copies / 1 copy`, seconds(check, copies(count), 3) / single);
  const among = (count: number): number => {
    for (let i = 0; i < count; i++)
      writeFileSync(path.join(one, `application-${i}.yaml`), application(`application-${i}`));
    return seconds(check, one, 3) - single;
  };
  const hundreds = among(500);
  report("what 2000 other applications add / what 500 add", among(2000) / hundreds);
} finally {
  rmSync(workspace, { recursive: true });
}
