import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Origin, RenderContext } from "../report/index.ts";
import type { Terminal } from "./terminal.ts";

/** The state of a repository on this machine, with the folder from its root to the working directory. */
export interface LocalOrigin extends Origin {
  /** Empty at the root, else with a slash at its end. */
  readonly folder: string;
}

const hash = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/**
 * Reads repository, branch and commit from the files of git, without running it. What is missing or odd is left out: a
 * report needs none of it.
 */
export function readOrigin(folder: string, env: Terminal["env"]): LocalOrigin {
  const by = env.GITHUB_ACTOR ?? env.GITLAB_USER_LOGIN ?? env.USER ?? env.LOGNAME;
  const found = findGit(folder);
  if (found === undefined) return { folder: "", ...(by !== undefined && { by }) };
  const { git, root } = found;
  const shared = textOf(path.join(git, "commondir"))?.trim();
  const common = shared === undefined ? git : path.resolve(git, shared);
  const head = textOf(path.join(git, "HEAD"))?.trim() ?? "";
  const branch = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
  const commit =
    branch === undefined ? head : (textOf(path.join(common, branch))?.trim() ?? packed(common, branch));
  const repository = addressOf(textOf(path.join(common, "config")) ?? "");
  const below = path.relative(root, folder).split(path.sep).join("/");
  return {
    folder: below === "" ? "" : `${below}/`,
    ...(repository !== undefined && { repository }),
    ...(branch !== undefined && { ref: branch.replace(/^refs\/heads\//, "") }),
    ...(commit !== undefined && hash.test(commit) && { commit }),
    ...(by !== undefined && { by }),
  };
}

/**
 * The address of the working directory's files for people: below the address that was named, else at the commit in the
 * remote's own pages.
 */
export function addressOfFiles(given: string | undefined, origin: LocalOrigin): string | undefined {
  const { repository, commit, folder } = origin;
  const known =
    repository?.startsWith("https://") && commit !== undefined
      ? `${repository}${new URL(repository).hostname.startsWith("gitlab") ? "/-" : ""}/blob/${commit}`
      : undefined;
  const base = (given ?? known)?.replace(/\/+$/, "");
  return base === undefined ? undefined : `${base}/${encoded(folder)}`.replace(/\/+$/, "");
}

/** Where people read a file below such an address. */
export function linkTo(files: string | undefined): RenderContext["link"] {
  if (files === undefined) return undefined;
  return (file, line) => `${files}/${encoded(file)}${line === undefined ? "" : `#L${line}`}`;
}

function encoded(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

/** The address for people of the remote `origin`, without a user's name or password. */
function addressOf(config: string): string | undefined {
  const section = /^\[remote "origin"\]\s*$([^[]*)/m.exec(config)?.[1] ?? "";
  const url = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1];
  const [, host, name] =
    /^(?:https?:\/\/|ssh:\/\/)?(?:[^@/]*@)?([\w.-]+)(?::\d+)?[:/]([\w./~-]+?)(?:\.git)?\/?$/.exec(
      url ?? "",
    ) ?? [];
  return host === undefined || name === undefined || !host.includes(".")
    ? undefined
    : `https://${host}/${name}`;
}

function packed(git: string, ref: string): string | undefined {
  const lines = textOf(path.join(git, "packed-refs"))?.split("\n") ?? [];
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(" ")[0];
}

/** The folder of git's files, here or above; in a worktree a file names it. */
function findGit(from: string): { readonly git: string; readonly root: string } | undefined {
  for (let root = path.resolve(from); ; root = path.dirname(root)) {
    const candidate = path.join(root, ".git");
    const stat = statSync(candidate, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return { git: candidate, root };
    const named = stat?.isFile() ? /^gitdir: (.+)$/m.exec(textOf(candidate) ?? "")?.[1] : undefined;
    if (named !== undefined) return { git: path.resolve(root, named), root };
    if (root === path.dirname(root)) return undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").slice(0, 1_000_000);
  } catch {
    return undefined;
  }
}
