import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readProject } from "../../src/project/project.ts";
import { Text } from "../../src/project/source-text.ts";
import { readRunbooks } from "../../src/runbook/runbook.ts";

const root = path.join(import.meta.dirname, "../../policies/runbooks");

/** Flags of every verb. Source: `kubectl options` of Kubernetes 1.34, as far as runbooks have use for them. */
const everywhere = "-n --namespace --context --kubeconfig --as --as-group --request-timeout -v";
const printing = "-o --output --template --show-managed-fields";
const selecting = "-l --selector --field-selector -A --all-namespaces";
/** Flags by verb and, where it has some, by what stands behind it. Source: the help of each verb in Kubernetes 1.34. */
const flags: Readonly<Record<string, string>> = {
  get: `${printing} ${selecting} --sort-by --show-labels --no-headers -w --watch --ignore-not-found -f --filename -L --show-kind --raw --chunk-size --subresource`,
  describe: `${selecting} -f --filename --show-events`,
  logs: `-l --selector -c --container --since --since-time --tail --max-log-requests --prefix -p --previous --all-containers --all-pods --timestamps -f --follow --limit-bytes --ignore-errors`,
  apply: `-f --filename -k --kustomize -R --dry-run --server-side --force-conflicts --prune ${printing} -l --selector --validate --wait`,
  diff: "-f --filename -k --kustomize --server-side -l --selector",
  create: `-f --filename -k --kustomize --dry-run --from-file --from-literal --from-env-file --type ${printing} --save-config`,
  delete: `-f --filename -k --kustomize ${selecting} --all --now --force --grace-period --wait --timeout --cascade --ignore-not-found --dry-run`,
  patch: `--type -p --patch --patch-file --dry-run --subresource ${printing}`,
  label: `--overwrite --dry-run --all --list ${selecting} ${printing}`,
  annotate: `--overwrite --dry-run --all --list ${selecting} ${printing}`,
  scale: "--replicas --current-replicas --timeout --all -l --selector --dry-run",
  exec: "-i --stdin -t --tty -c --container -q --quiet",
  cp: "-c --container --retries --no-preserve",
  cordon: "-l --selector --dry-run",
  uncordon: "-l --selector --dry-run",
  drain:
    "--ignore-daemonsets --delete-emptydir-data --force --grace-period --timeout --pod-selector --dry-run -l --selector",
  taint: "--overwrite --all -l --selector --dry-run",
  run: `--image --restart --rm -i --stdin -t --tty --command --env --labels --port --dry-run --overrides --attach -q --quiet ${printing}`,
  debug:
    "--attach -q --quiet --profile --image --target -c --container -i --stdin -t --tty --copy-to --env --share-processes --set-image --image-pull-policy --custom --replace --same-node",
  "set subject": "--all --serviceaccount --user --group -l --selector --dry-run",
  "set image": "--all -l --selector --dry-run --record",
  "set env":
    "--from --prefix --keys --list -e --env --overwrite --all -c --containers -l --selector --resolve --dry-run",
  "set serviceaccount": "--all --dry-run --record",
  "rollout history": `--revision -l --selector ${printing}`,
  "rollout status": "--timeout --revision -w --watch -l --selector",
  "rollout undo": "--to-revision --dry-run -l --selector",
  "rollout restart": "-l --selector",
  "rollout pause": "-l --selector",
  "auth can-i": "--list --no-headers -q --quiet --subresource -A --all-namespaces",
  "auth whoami": printing,
  certificate: "-f --filename --force",
  events: `${selecting} --for --types --no-headers -w --watch ${printing}`,
};

interface Command {
  readonly verb: string;
  readonly flags: readonly string[];
}

/** The kubectl commands of a script, told by their words. */
function commandsIn(script: string): Command[] {
  const joined = script.replaceAll("\\\n", " ");
  return [...joined.matchAll(/\bkubectl[ \t]+/g)].map(({ index, 0: start }) => {
    const [line = ""] = joined.slice(index + start.length).split("\n", 1);
    const words: string[] = [];
    for (const [word] of line.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'|;&)<>])+|[|;&)<>]/g)) {
      if (/^[|;&)<>]$/.test(word) || word === "--") break;
      words.push(word);
    }
    const [first = "", second = ""] = words.filter((word) => !word.startsWith("-"));
    const verb = `${first} ${second}` in flags ? `${first} ${second}` : first;
    return { verb, flags: words.filter((word) => /^-./.test(word)).map((word) => word.split("=")[0]!) };
  });
}

const texts = readdirSync(root).map(
  (file) => new Text(`runbooks/${file}`, readFileSync(path.join(root, file), "utf8")),
);
const runbooks = readRunbooks(readProject({ texts, skipped: [] }));

test.each(runbooks.map((runbook) => [runbook.source.file, runbook] as const))(
  "the kubectl commands of %s have verbs and flags that there are",
  (_, { fences }) => {
    const unknown = fences
      .filter(({ language }) => language === "bash")
      .flatMap(({ text }) => commandsIn(text.content))
      .flatMap((command) => {
        const known = flags[command.verb];
        if (known === undefined) return [`kubectl ${command.verb}`];
        const allowed = new Set(`${known} ${everywhere}`.split(" "));
        return command.flags
          .filter((flag) => !allowed.has(flag) && !/^-[a-z]{2,}$/.test(flag))
          .map((flag) => `kubectl ${command.verb} ${flag}`);
      });
    expect(unknown).toEqual([]);
  },
);

test("there are commands to look at", () => {
  const scripts = runbooks.flatMap(({ fences }) => fences.map(({ text }) => text.content));
  expect(scripts.flatMap(commandsIn).length).toBeGreaterThan(50);
  expect(
    commandsIn("x=$(kubectl get pod \\\n  -o json | jq .a) && kubectl exec -it p -- ls -l --all"),
  ).toEqual([
    { verb: "get", flags: ["-o"] },
    { verb: "exec", flags: ["-it"] },
  ]);
});
