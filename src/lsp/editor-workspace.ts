import type { RuleCoverage } from "../compliance/index.ts";
import type { Finding } from "../lint/index.ts";
import { UsageError } from "../project/index.ts";
import { Analysis } from "./analysis.ts";
import { BackgroundCheck } from "./background.ts";
import { carriedFindings } from "./carried-findings.ts";
import { type Folder, FolderReader } from "./folder-reader.ts";
import { isVerdict, verdictOn } from "./verdict.ts";
import type { CheckReply } from "./worker.ts";

/** What a workspace tells the server. */
export interface WorkspaceEvents {
  /** The findings of a file changed. */
  readonly findings: (file: string, findings: readonly Finding[]) => void;
  /** A check of all files began or ended; with what is wrong where it could not be made. */
  readonly checking: (state: "begun" | "done", problem?: string) => void;
}

/** Quiet after the last key before the whole folder is checked, in milliseconds. */
const quietTime = 400;

/** Files after a change of which everything is found anew. */
const reshaping = /(?:^|\/)(?:\.gitignore|\.falcoverageignore|\.?falcoverage\.ya?ml)$/;

interface Known {
  /** The text that the findings are of. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** One folder that is open in the editor, with the texts of its editors. */
export class Workspace {
  readonly folder: Folder;
  readonly #events: WorkspaceEvents;
  readonly #reader: FolderReader;
  readonly #background: BackgroundCheck;
  readonly #open = new Map<string, string>();
  /** Findings by file, as they were shown last. */
  readonly #shown = new Map<string, Known>();
  #pending = new Map<string, string | undefined>();
  #analysis: Promise<Analysis | undefined>;
  #rules: ReadonlyMap<string, RuleCoverage> = new Map();
  #timer: NodeJS.Timeout | undefined;
  #reshaped = false;

  constructor(folder: Folder, events: WorkspaceEvents) {
    this.folder = folder;
    this.#events = events;
    this.#reader = new FolderReader(folder);
    this.#background = new BackgroundCheck(folder, (reply, texts) => void this.#take(reply, texts));
    this.#analysis = this.#inspect();
    this.#checkAll(true);
  }

  /** What was understood of the folder; undefined where its configuration is wrong. */
  get analysis(): Promise<Analysis | undefined> {
    return this.#analysis;
  }

  /** How far a rule gets, as the last check of all files has it. */
  coverageOf(rule: string): RuleCoverage | undefined {
    return this.#rules.get(rule);
  }

  findingsOf(file: string): readonly Finding[] {
    return this.#shown.get(file)?.findings ?? [];
  }

  /** Takes the text of an editor; shows Falco's verdict on it at once, and all else when the keys are quiet. */
  async edit(file: string, text: string): Promise<void> {
    if (this.#open.get(file) === text) return;
    this.#open.set(file, text);
    this.#change(file, text);
    this.#analysis = this.#analysis.then((analysis) => analysis?.with(file, text));
    const analysis = await this.#analysis;
    // A later key has its own turn.
    if (analysis === undefined || this.#open.get(file) !== text) return;
    this.#reshaped ||= analysis.isReshaped(file);
    this.#showVerdict(file, text, analysis);
    this.#checkSoon();
  }

  /** Takes the text of a file on disk, undefined where it no longer exists. An editor's unsaved text takes precedence. */
  changeOnDisk(file: string, text: string | undefined): void {
    if (reshaping.test(file)) this.refresh();
    else if (!this.#open.has(file)) {
      this.#change(file, text);
      this.#reshaped = true;
      this.#checkSoon();
    }
  }

  /** Forgets what an editor had, which is closed. */
  close(file: string, onDisk: string | undefined): void {
    this.#open.delete(file);
    this.changeOnDisk(file, onDisk);
  }

  /** Reads all files again. */
  refresh(): void {
    this.#reader.forget();
    this.#analysis = this.#inspect();
    this.#checkAll(true);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#background.stop();
  }

  #change(file: string, text: string | undefined): void {
    this.#pending.set(file, text);
    this.#background.change(file, text);
  }

  #checkSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // What is a rules file of which deployment is asked anew only where that may be otherwise.
      if (this.#reshaped) this.#analysis = this.#inspect();
      this.#checkAll(false);
    }, quietTime);
  }

  #checkAll(anew: boolean): void {
    if (!this.#background.isRunning) this.#events.checking("begun");
    this.#background.check(anew);
  }

  async #inspect(): Promise<Analysis | undefined> {
    this.#reshaped = false;
    const changes = this.#pending;
    this.#pending = new Map();
    try {
      let analysis = Analysis.of(await this.#reader.read(changes));
      for (const [file, text] of this.#open) analysis = analysis.with(file, text);
      return analysis;
    } catch (error) {
      this.#events.checking("done", error instanceof UsageError ? error.message : String(error));
      return undefined;
    }
  }

  #showVerdict(file: string, text: string, analysis: Analysis): void {
    const carried = this.#carried(file, text).filter((finding) => !isVerdict(finding));
    const rulesFiles = analysis.sourcesOf(file).filter(({ kind }) => kind === "falco-rules");
    const verdicts = rulesFiles.map((source) => verdictOn(source, analysis));
    const found = verdicts.flatMap(({ findings }) => findings);
    const others = new Set(verdicts.flatMap(({ files }) => [...files]));
    for (const other of others) {
      if (other === file) continue;
      const content = analysis.sourcesOf(other)[0]?.text.content ?? "";
      const kept = this.#carried(other, content).filter((finding) => !isVerdict(finding));
      this.#show(other, content, [...kept, ...unique(found.filter((finding) => finding.file === other))]);
    }
    this.#show(file, text, [...carried, ...unique(found.filter((finding) => finding.file === file))]);
  }

  #carried(file: string, text: string): Finding[] {
    const known = this.#shown.get(file);
    return known === undefined ? [] : carriedFindings(known.findings, known.text, text);
  }

  #show(file: string, text: string, findings: readonly Finding[]): void {
    const known = this.#shown.get(file);
    if (findings.length === 0) this.#shown.delete(file);
    else this.#shown.set(file, { text, findings });
    if (findings.length > 0 || known !== undefined) this.#events.findings(file, findings);
  }

  /** Shows what a check of all files found, except where an editor has gone on since. */
  async #take(reply: CheckReply, seen: ReadonlyMap<string, string | undefined>): Promise<void> {
    if (reply.kind === "failed") {
      this.#events.checking("done", reply.message);
      return;
    }
    this.#rules = new Map(reply.rules.map((rule) => [rule.name, rule]));
    const analysis = await this.#analysis;
    for (const file of new Set([...reply.findings.map((finding) => finding.file), ...this.#shown.keys()])) {
      const text = seen.get(file) ?? analysis?.sourcesOf(file)[0]?.text.content ?? "";
      const now = this.#open.get(file);
      if (now === undefined || now === text) {
        const findings = reply.findings.filter((finding) => finding.file === file);
        this.#show(file, text, findings);
      }
    }
    if (!this.#background.isRunning) this.#events.checking("done");
  }
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()];
}
