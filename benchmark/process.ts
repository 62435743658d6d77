import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What a whole Node process took. */
export interface Cost {
  /** Seconds of all processors, which a busy machine changes less than the clock. */
  readonly seconds: number;
  /** The most memory that it held, in megabytes. */
  readonly megabytes: number;
}

export interface Call {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs Node processes that say what they took. */
export class Meter {
  readonly #preload: string;
  readonly #report: string;

  /** @param folder for its files */
  constructor(folder: string) {
    this.#preload = path.join(folder, "meter.cjs");
    this.#report = path.join(folder, "meter.json");
    writeFileSync(
      this.#preload,
      `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(this.#report)}, JSON.stringify(process.resourceUsage())));`,
    );
  }

  /** The least that a call took in several rounds. */
  async cost(call: Call, rounds = 1): Promise<Cost> {
    const [costs] = await this.costs([call], rounds);
    return costs!;
  }

  /** The least that each call took, the calls taking turns. */
  async costs(calls: readonly Call[], rounds: number): Promise<readonly Cost[]> {
    const best: Cost[] = calls.map(() => ({
      seconds: Number.POSITIVE_INFINITY,
      megabytes: Number.POSITIVE_INFINITY,
    }));
    for (let round = 0; round < rounds; round++) {
      for (const [index, call] of calls.entries()) {
        const { seconds, megabytes } = await this.#run(call);
        const { seconds: least, megabytes: fewest } = best[index]!;
        best[index] = { seconds: Math.min(least, seconds), megabytes: Math.min(fewest, megabytes) };
      }
    }
    return best;
  }

  async #run({ args, cwd, env = process.env }: Call): Promise<Cost> {
    rmSync(this.#report, { force: true });
    const child = spawn(process.execPath, ["--require", this.#preload, ...args], {
      cwd,
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr.on("data", (data: Buffer) => {
      complaint += data.toString();
    });
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    if (code !== 0 && code !== 1) throw new Error(`${args.join(" ")} ended with ${code}: ${complaint}`);
    const usage = JSON.parse(readFileSync(this.#report, "utf8")) as NodeJS.ResourceUsage;
    return {
      seconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      megabytes: usage.maxRSS / 1024,
    };
  }
}
