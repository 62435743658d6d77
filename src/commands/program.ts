import { existsSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError, Option } from "commander";
import { frameworkHeads } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import { formats } from "../report/index.ts";
import { version } from "../version.ts";
import { withCheck, withFalco, withFiles, withFixes, withReport } from "./option-groups.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** Runs one command line. Nothing is thrown: what is wrong with the call is one line on standard error. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = build(terminal, (code) => {
    exitCode = code;
  });
  try {
    refuseMistypedCommand(program, args, terminal);
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has printed its own message, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      terminal.stderr.write(`falcoverage: ${error.message}\n`);
      return 2;
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.stderr.write(
      `falcoverage: this is a fault of falcoverage itself, please report it:\n${trace}\n`,
    );
    return 2;
  }
}

/**
 * A first word that is no command is a path to check; where there is none of that name, a command was meant.
 *
 * @throws UsageError that names the command
 */
function refuseMistypedCommand(program: Command, args: readonly string[], terminal: Terminal): void {
  const [first = ""] = args;
  const names = program.commands.map((command) => command.name());
  if (first.startsWith("-") || [...names, "help"].includes(first)) return;
  const meant = nearest(first, names);
  if (meant === undefined || existsSync(path.resolve(terminal.cwd(), first))) return;
  throw new UsageError(
    `"${first}" is no command, and no file or folder. Did you mean "falcoverage ${meant}"?`,
  );
}

/** What the functions that add a command need. */
interface CommandLine {
  readonly terminal: Terminal;
  /** Takes the exit code of the command that ran. */
  readonly exit: (code: ExitCode) => void;
  readonly command: (
    signature: string,
    description: string,
    examples: readonly string[],
    isDefault?: boolean,
  ) => Command;
}

function build(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const names = [...frameworkHeads.values()].map(({ name }) => name);
  const program = new Command("falcoverage")
    .description(
      `Lints Falco rules and the Kubernetes manifests that deploy them, and shows which controls of compliance frameworks (${names.join(", ")}) they really cover.`,
    )
    .version(version)
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError("(falcoverage --help lists the commands)")
    .exitOverride();

  const command: CommandLine["command"] = (signature, description, examples, isDefault = false) =>
    program
      .command(signature, { isDefault })
      .description(description)
      .exitOverride()
      .addHelpText(
        "after",
        `\nExamples:\n${examples.map((example) => `  $ falcoverage ${example}`).join("\n")}`,
      );

  for (const add of commands) add({ terminal, exit, command });
  return program;
}

function addCheck(cli: CommandLine): void {
  withFixes(
    withReport(
      withCheck(
        cli.command(
          "check [paths...]",
          "Lint and coverage: the default command.",
          [
            "check",
            "check --all",
            "check deploy --level proven",
            "check --fix",
            "check --format sarif --output falco.sarif",
          ],
          true,
        ),
      ),
    ),
  )
    .option("--add-ignores", "write a comment for each finding that hides it, with a reason")
    .option("--reason <text>", "with --add-ignores: why the findings are fine; without it you are asked")
    .option(
      "--stdin-filename <file>",
      "check the text on standard input as that file; with --fix print it fixed",
    )
    .option("-w, --watch", "run again at every change")
    .option("--all", "every finding; default in a terminal: the ten worst, and the others as counts")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./check.ts")).checkCommand(paths, options, cli.terminal));
    });
}

function addCoverage(cli: CommandLine): void {
  withReport(
    withCheck(
      cli.command("coverage [paths...]", "The coverage table alone.", [
        "coverage",
        "coverage --format csv --output coverage.csv",
      ]),
    ),
  ).action(async (paths: string[], options) => {
    cli.exit(await (await import("./check.ts")).coverageCommand(paths, options, cli.terminal));
  });
}

function addValidate(cli: CommandLine): void {
  withFalco(
    cli.command(
      "validate <files...>",
      "Loads rules files in the order given, as Falco would, and prints its verdict.",
      [
        "validate falco_rules.yaml local_rules.yaml",
        "validate rules.yaml --falco-version 0.38.0 --format json",
      ],
    ),
  )
    .addOption(
      new Option("-f, --format <format>", "text, or the shape that `falco -V` prints with JSON output")
        .choices(["text", "json"])
        .default("text"),
    )
    .action(async (files: string[], options) => {
      cli.exit(await (await import("./validate.ts")).validateCommand(files, options, cli.terminal));
    });
}

function addDescribe(cli: CommandLine): void {
  withFalco(
    cli.command(
      "describe <files...>",
      "Prints what Falco makes of rules files: compiled conditions, fields, operators and events.",
      ["describe rules.yaml", "describe rules.yaml --format json"],
    ),
  )
    .addOption(
      new Option("-f, --format <format>", "text, or the shape that `falco -L` prints with JSON output")
        .choices(["text", "json"])
        .default("text"),
    )
    .action(async (files: string[], options) => {
      cli.exit(await (await import("./validate.ts")).describeCommand(files, options, cli.terminal));
    });
}

function addTest(cli: CommandLine): void {
  withFalco(
    cli.command(
      "test [paths...]",
      "Runs the rule tests: sample events that a rule must fire on, or stay silent on.",
      ["test", "test policies --watch", "test --mutate", "test --generate rules.yaml --output tests.yaml"],
    ),
  )
    .addOption(
      new Option("-f, --format <format>", "output format").choices(["text", "json", "junit"]).default("text"),
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-q, --quiet", "only what does not pass")
    .option("-w, --watch", "run again at every change")
    .option("--mutate", "also measure which mistakes in the conditions the tests would notice")
    .option("--min-condition-coverage <percent>", "least share of checks seen true and false")
    .addOption(
      new Option("--matching <mode>", "how Falco goes on after a match (rule_matching)").choices([
        "first",
        "all",
      ]),
    )
    .option("--generate", "write tests to start from, for the rules files given")
    .option("--rule <name...>", "with --generate: only for these rules")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./test.ts")).testCommand(paths, options, cli.terminal));
    });
}

function addTrace(cli: CommandLine): void {
  withCheck(
    cli.command(
      "trace <rule> [paths...]",
      "Follows a rule from its file to the people its alerts reach, and says where the way ends.",
      ['trace "Reverse Shell Detected"', 'trace "Reverse Shell Detected" policies'],
    ),
  ).action(async (rule: string, paths: string[], options) => {
    cli.exit(await (await import("./trace.ts")).traceCommand(rule, paths, options, cli.terminal));
  });
}

function addSignals(cli: CommandLine): void {
  const format = () =>
    new Option("-f, --format <format>", "output format").choices(["text", "json"]).default("text");
  withCheck(
    cli.command(
      "signals [paths...]",
      "Lists the signals that the controls ask for: reference attacks that the rules detect or miss, everyday events that page.",
      ["signals", "signals policies --format json"],
    ),
  )
    .addOption(format())
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./signals.ts")).signalsCommand(paths, options, cli.terminal));
    });
  withCheck(
    cli.command(
      "noise [paths...]",
      "Ranks the rules by the everyday events of real clusters on which they fire.",
      ["noise", "noise policies --format json"],
    ),
  )
    .addOption(format())
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./signals.ts")).noiseCommand(paths, options, cli.terminal));
    });
}

function addEvidence(cli: CommandLine): void {
  withFiles(
    cli.command(
      "evidence [paths...]",
      "Operating effectiveness over a period: holds exported alerts and metrics against the repository.",
      [
        "evidence --alerts alerts.jsonl --metrics falco.json nodes.json --from 2026-07-01 --to 2026-09-30",
        "evidence --alerts q3/*.jsonl.gz --metrics q3/*.json --from 2026-07-01 --to 2026-09-30 --format oscal",
      ],
    ),
  )
    .requiredOption(
      "--alerts <files...>",
      "alerts, one line of JSON each, from the store that they reach; also .gz",
    )
    .requiredOption(
      "--metrics <files...>",
      "range queries of Prometheus (the JSON of /api/v1/query_range); also .gz",
    )
    .requiredOption("--from <day>", "first day of the period, in UTC: 2026-07-01")
    .requiredOption("--to <day>", "last day of the period, in UTC: 2026-09-30")
    .addOption(
      new Option("-f, --format <format>", "output format")
        .choices(["text", "json", "markdown", "html", "oscal"])
        .default("text"),
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./evidence.ts")).evidenceCommand(paths, options, cli.terminal));
    });
}

function addTune(cli: CommandLine): void {
  withFiles(
    cli.command(
      "tune [paths...]",
      "Proposes the smallest exceptions that silence alerts of a rule, and none of its tests and attacks.",
      ['tune --alerts alerts.jsonl --rule "Reverse Shell Detected" --select k8s.ns.name=ci -o tuned.yaml'],
    ),
  )
    .requiredOption("--alerts <files...>", "alerts, one line of JSON each, of this and other rules; also .gz")
    .requiredOption("--rule <name>", "the rule whose alerts are silenced")
    .option("--select <field=value...>", "only its alerts with all of these values; default: all")
    .option("-o, --output <file>", "write the exceptions to a rules file of their own")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./tune.ts")).tuneCommand(paths, options, cli.terminal));
    });
}

function addExplain(cli: CommandLine): void {
  withCheck(
    cli.command(
      "explain <id>",
      "Explains a lint rule, a control, a signal, a Falco field, operator, event type or code.",
      [
        "explain falco/load-err-compile-condition",
        "explain CC6.8",
        "explain reverse-shell",
        "explain pci-dss:10.2.1.1",
        "explain fd.sip",
      ],
    ),
  ).action(async (id: string, options) => {
    cli.exit(await (await import("./explain.ts")).explainCommand(id, options, cli.terminal));
  });
}

function addBadge(cli: CommandLine): void {
  withCheck(
    cli.command(
      "badge [paths...]",
      "Writes the coverage badge as SVG and as the JSON of a shields.io endpoint.",
      ["badge --output badge.svg", "badge --framework soc2 --output soc2.svg"],
    ),
  )
    .option(
      "-o, --output <file>",
      "SVG file; the endpoint's JSON is written next to it with the ending .json",
      "badge.svg",
    )
    .option("--framework <id>", "the badge of one framework; default: of all together")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./badge.ts")).badgeCommand(paths, options, cli.terminal));
    });
}

function addMerge(cli: CommandLine): void {
  cli
    .command("merge <reports...>", "Joins the JSON reports of several clusters into one.", [
      "merge prod.json staging.json",
      "merge prod=a/report.json edge=b/report.json --format html --output coverage.html",
    ])
    .addOption(
      new Option("-f, --format <format>", "output format").choices(Object.keys(formats)).default("text"),
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("--no-color", "no colours, also where the terminal has them")
    .action(async (reports: string[], options) => {
      cli.exit(await (await import("./merge.ts")).mergeCommand(reports, options, cli.terminal));
    });
}

function addInit(cli: CommandLine): void {
  cli
    .command(
      "init",
      "Says what is here, asks what it needs to know, and writes configuration, matrix, workflow and, on request, the reference policies.",
      [
        "init",
        "init --start pack --deploy helm --frameworks soc2,pci-dss",
        "init --start existing --yes",
        "init --start pack --platform eks --registries registry.acme.io --phi-paths /srv/records --outputs slack,loki",
      ],
    )
    .option(
      "--frameworks <ids>",
      "frameworks to start with, with commas; default: those that the rules' tags name, else all",
    )
    .option(
      "--start <what>",
      "empty, existing (a matrix proposed from the rules here) or pack (the reference policies)",
    )
    .option("--deploy <tool>", "how the policies are deployed: helm, kustomize, operator or manifests")
    .option("--platform <name>", "where the clusters run: eks, gke, aks, openshift or bare")
    .option("--namespace <name>", "namespace of Falco; default: falco-system")
    .option("--registries <names>", "registries that your images come from, with commas")
    .option("--outputs <names>", "where alerts go, with commas; default: slack,pagerduty,loki")
    .option("--phi-paths <paths>", "directories with protected health information, with commas, or none")
    .option("--cardholder-paths <paths>", "directories with cardholder data, with commas, or none")
    .option("--personal-data-paths <paths>", "directories with personal data, with commas, or none")
    .option("--directory <folder>", "where the policies are written; default: runtime-security")
    .option("-y, --yes", "ask nothing")
    .option("--force", "overwrite files that are there already")
    .action(async (options) => {
      cli.exit(await (await import("./init.ts")).initCommand(options, cli.terminal));
    });
}

function addUpgrade(cli: CommandLine): void {
  withFixes(
    withReport(
      withCheck(
        cli.command(
          "upgrade [paths...]",
          "Rehearses another version of Falco: what would break, change or be lost, and the patch for it.",
          [
            "upgrade --to 0.44.1",
            "upgrade --to 0.44.1 --diff",
            "upgrade --from 0.40.0 --to 0.44.1 --format json",
          ],
        ),
      ),
    ),
  )
    .option("--to <version>", "the version of Falco to rehearse")
    .option("--table", "print what belongs to each version of Falco: engine, rules, plugin, chart")
    .option("--from <version>", "only deployments of this version; default: all, each with its own")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./upgrade.ts")).upgradeCommand(paths, options, cli.terminal));
    });
}

function addFormat(cli: CommandLine): void {
  cli
    .command(
      "format [paths...]",
      "Lays out the conditions of rules files. Comments stay, and Falco compiles the same.",
      ["format", "format rules.yaml --diff", "format --check"],
    )
    .option("--check", "change nothing; list the files that would change, and fail if there are any")
    .option("--diff", "change nothing; print what would change, and fail if that is something")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./format.ts")).formatCommand(paths, options, cli.terminal));
    });
}

function addLsp(cli: CommandLine): void {
  cli
    .command("lsp", "Serves editors: the language server, over standard input and output.", ["lsp"])
    .option("--stdio", "accepted because editors pass it; there is no other way")
    .action(async () => {
      cli.exit(await (await import("./lsp.ts")).lspCommand());
    });
}

/** In the order of the help. */
const commands = [
  addCheck,
  addCoverage,
  addValidate,
  addDescribe,
  addTest,
  addTrace,
  addSignals,
  addTune,
  addEvidence,
  addExplain,
  addBadge,
  addMerge,
  addInit,
  addUpgrade,
  addFormat,
  addLsp,
];
