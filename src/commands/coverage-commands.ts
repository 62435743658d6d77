import { Option } from "commander";
import { formats } from "../report/index.ts";
import type { CommandLine } from "./command-line.ts";
import { withCheck, withFiles } from "./option-groups.ts";

const format = () =>
  new Option("-f, --format <format>", "output format").choices(["text", "json"]).default("text");

function addSignals(cli: CommandLine): void {
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
    .addOption(format())
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./tune.ts")).tuneCommand(paths, options, cli.terminal));
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

/** Commands about signals, records of a period, and reports. In the order of the help. */
export const coverageCommands = {
  heading: "Evidence and tuning:",
  commands: [addSignals, addTune, addEvidence, addExplain, addBadge, addMerge],
};
