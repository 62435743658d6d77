import { execFileSync } from "node:child_process";

/** What a source does not have, or has in a form that is not understood. Its message names the source. */
export class SourceError extends Error {}

/** A git checkout of a public repository, with its tags. A bare repository serves as well. */
export class Checkout {
  readonly #name: string;
  readonly #directory: string;

  /** @throws SourceError where the directory is not a git repository. */
  constructor(name: string, directory: string) {
    this.#name = name;
    this.#directory = directory;
    this.#git("this is not a git repository", "rev-parse", "--git-dir");
  }

  /** The release versions among the tags `PREFIX1.2.3`, oldest first. */
  versions(prefix: string): string[] {
    return this.#git("its tags cannot be listed", "tag", "--list", `${prefix}*`)
      .split("\n")
      .map((tag) => tag.slice(prefix.length))
      .filter((version) => /^\d+\.\d+\.\d+$/.test(version))
      .sort(compareReleases);
  }

  /** @throws SourceError where the tag has no such file. */
  read(tag: string, path: string): string {
    return this.#git(`${path} does not exist at tag ${tag}`, "show", `refs/tags/${tag}:${path}`);
  }

  has(tag: string, path: string): boolean {
    return this.list(tag, path).length > 0;
  }

  /** Paths of the files at or below a path. */
  list(tag: string, path: string): string[] {
    const files = this.#git(
      `tag ${tag} does not exist`,
      ...["ls-tree", "-r", "--name-only", `refs/tags/${tag}`, "--", path],
    );
    return files.split("\n").filter((file) => file !== "");
  }

  /** Day of the commit of a tag, as an ISO date. */
  date(tag: string): string {
    const day = ["log", "-1", "--format=%cd", "--date=short", `refs/tags/${tag}`];
    return this.#git(`tag ${tag} does not exist`, ...day).trim();
  }

  #git(problem: string, ...args: string[]): string {
    try {
      return execFileSync("git", ["-C", this.#directory, ...args], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        maxBuffer: 64 * 1024 * 1024,
      });
    } catch {
      throw new SourceError(`${this.#name} (${this.#directory}): ${problem}`);
    }
  }
}

/** Orders versions of three numbers. */
export function compareReleases(a: string, b: string): number {
  const right = b.split(".").map(Number);
  const differences = a.split(".").map((part, i) => Number(part) - (right[i] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
