import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../src/commands/program.ts";
import { deployment } from "../github/deployment.ts";

/** A small repository with a cache beside it, and the command line in it. */
export class Repository {
  readonly root: string;
  readonly cache: string;
  /** Variables of the environment: with `CI` files are read again whatever the file system says. */
  env: Record<string, string> = {};

  constructor(files: Readonly<Record<string, string>> = deployment) {
    const place = mkdtempSync(path.join(tmpdir(), "falcoverage-cache-"));
    this.root = path.join(place, "repository");
    this.cache = path.join(place, "cache");
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  path(file: string): string {
    return path.join(this.root, file);
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Runs a command that may use the cache. */
  cached(...args: readonly string[]) {
    return this.run(...args, "--cache-location", this.cache);
  }

  /** What a command writes, and its exit code. */
  async run(...args: readonly string[]) {
    let out = "";
    let error = "";
    const code = await run(args, {
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (error += text) },
      env: this.env,
      cwd: () => this.root,
    });
    return { code, out, error };
  }

  /** The kept results as paths. */
  entries(): string[] {
    return readdirSync(this.cache)
      .filter((name) => name.endsWith(".entry"))
      .map((name) => path.join(this.cache, name));
  }

  /** Which results were kept when: another text after each check that was really made. */
  written(): string {
    return JSON.stringify(this.entries().map((file) => [file, statSync(file).ino]));
  }
}
