import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StoredComment {
  id: number;
  body: string;
  login: string;
}

/** An answer in place of the usual one: for the first `times` requests that match, or for `seconds` from the first. */
export interface Fault {
  readonly request: RegExp;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly times?: number;
  readonly seconds?: number;
}

export interface ChangedFile {
  readonly filename: string;
  readonly status: string;
  readonly previous_filename?: string;
  readonly patch?: string;
}

interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

const repository = "/repos/acme/shop";

/** The part of the GitHub REST API that the action needs, with the state that a test looks at. */
export class GitHubServer {
  comments: StoredComment[] = [];
  /** Comments of reviews. */
  reviewComments: (StoredComment & { path: string; line: number; start_line?: number })[] = [];
  files: ChangedFile[] = [];
  /** Texts, or bytes of what is none, by `commit:path`, those of other repositories by `owner/repository@commit:path`. */
  contents = new Map<string, string | Buffer>();
  /** Archives by commit, as tar in gzip. */
  archives = new Map<string, Buffer>();
  mergeBase = "0".repeat(40);
  /** Files of each tree by its id. */
  trees = new Map<string, Record<string, string>>();
  commits = new Map<string, Commit>();
  branches = new Map<string, string>();
  faults: Fault[] = [];
  /** Such as `GET /repos/acme/shop/pulls/7/files?per_page=100`. */
  requests: string[] = [];
  readonly #hits = new Map<Fault, { count: number; since: number }>();
  /** Open pull requests; the label is `OWNER:BRANCH`. */
  pulls: { label: string; number: number; base: { sha: string }; head: { sha: string } }[] = [];
  /** Whose token it is. Apps may not ask `GET /user`, so the answer there is 403 for a login of theirs. */
  login = "github-actions[bot]";
  token = "ghs_secretsecretsecret";
  #server: Server | undefined;
  #nextId = 1000;

  async start(): Promise<void> {
    this.#server = createServer((request, response) => void this.#handle(request, response));
    await new Promise<void>((resolve) => this.#server!.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server!.address() as AddressInfo).port}`;
  }

  addComment(body: string, login = this.login): StoredComment {
    const comment = { id: this.#nextId++, body, login };
    this.comments.push(comment);
    return comment;
  }

  /** The files of a branch. */
  branch(name: string): Record<string, string> | undefined {
    const commit = this.commits.get(this.branches.get(name) ?? "");
    return commit && this.trees.get(commit.tree);
  }

  /** Commits a file to a branch, as somebody else would. */
  addFile(name: string, path: string, content: string): void {
    const tree = this.#addTree({ ...this.branch(name), [path]: content });
    const parent = this.branches.get(name);
    this.branches.set(name, this.#addCommit({ tree, parents: parent === undefined ? [] : [parent] }));
  }

  #addTree(files: Record<string, string>): string {
    const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
    this.trees.set(hash(sorted), sorted);
    return hash(sorted);
  }

  #addCommit(commit: Commit): string {
    this.commits.set(hash(commit), commit);
    return hash(commit);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = `${request.method} ${request.url}`;
    this.requests.push(line);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const { status, data, headers } = this.#answer(request, line, text);
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(
      status === 204
        ? undefined
        : typeof data === "string" || Buffer.isBuffer(data)
          ? data
          : JSON.stringify(data),
    );
  }

  #answer(request: IncomingMessage, line: string, text: string): Answer {
    const fault = this.faults.find((one) => one.request.test(line) && this.#isActive(one));
    if (fault !== undefined) {
      return { status: fault.status, data: { message: fault.message ?? "Fault" }, headers: fault.headers };
    }
    if (request.headers.authorization !== `token ${this.token}`) {
      return { status: 401, data: { message: "Bad credentials" } };
    }
    const url = new URL(request.url!, this.url);
    const path = decodeURIComponent(url.pathname).replace(repository, "");
    const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    return this.#route(`${request.method} ${path}`, url, body) ?? notFound;
  }

  #isActive(fault: Fault): boolean {
    const hits = this.#hits.get(fault) ?? { count: 0, since: Date.now() };
    this.#hits.set(fault, { ...hits, count: hits.count + 1 });
    const { times = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = fault;
    return hits.count < times && Date.now() - hits.since < seconds * 1000;
  }

  #route(route: string, url: URL, body: Record<string, unknown>): Answer | undefined {
    const [, method, , id] = /^(\w+) (.*\/)?([^/]+)$/.exec(route) ?? [];
    const sha = id ?? "";
    switch (route.replace(/\/\d{3,}$/, "/ID").replace(/\/[0-9a-f]{40}$/, "/SHA")) {
      case "POST /graphql":
        return ok({ data: { viewer: { login: this.login } } });
      case "GET /user":
        return this.login.endsWith("[bot]")
          ? { status: 403, data: { message: "Resource not accessible by integration" } }
          : ok({ login: this.login });
      case "GET /issues/7/comments":
        return page(
          url,
          this.comments.map((one) => this.#render(one)),
        );
      case "POST /issues/7/comments":
        return ok(this.#render(this.addComment(String(body.body))), 201);
      case "PATCH /issues/comments/ID":
      case "DELETE /issues/comments/ID": {
        const comment = this.comments.find((one) => one.id === Number(id));
        if (comment === undefined) return undefined;
        if (method === "DELETE") {
          this.comments = this.comments.filter((one) => one !== comment);
          return ok(undefined, 204);
        }
        comment.body = String(body.body);
        return ok(this.#render(comment));
      }
      case "GET /pulls/7/comments":
        return page(
          url,
          this.reviewComments.map((one) => ({ ...one, user: { login: one.login } })),
        );
      case "POST /pulls/7/reviews":
        for (const one of body.comments as {
          body: string;
          path: string;
          line: number;
          start_line?: number;
        }[])
          this.reviewComments.push({ ...one, id: this.#nextId++, login: this.login });
        return ok({ id: this.#nextId++ });
      case "GET /pulls":
        return page(
          url,
          this.pulls.filter(({ label }) => label === url.searchParams.get("head")),
        );
      case "GET /pulls/7/files":
        return page(url, this.files);
      case "GET /git/commits/SHA": {
        const commit = this.commits.get(sha);
        return commit && ok({ sha, tree: { sha: commit.tree } });
      }
      case "GET /git/blobs/SHA": {
        const blob = [...this.contents.values()].find(
          (content) => content instanceof Buffer && blobSha(content) === sha,
        );
        return blob instanceof Buffer
          ? ok({ sha, encoding: "base64", content: blob.toString("base64") })
          : undefined;
      }
      case "POST /git/trees": {
        const files = { ...this.trees.get(String(body.base_tree)) };
        for (const { path, content } of body.tree as { path: string; content: string }[])
          files[path] = content;
        return ok({ sha: this.#addTree(files) }, 201);
      }
      case "POST /git/commits":
        return ok(
          { sha: this.#addCommit({ tree: String(body.tree), parents: body.parents as string[] }) },
          201,
        );
      case "POST /git/refs":
        this.branches.set(String(body.ref).replace("refs/heads/", ""), String(body.sha));
        return ok({}, 201);
    }
    return this.#routeByName(route, url, body);
  }

  #routeByName(route: string, url: URL, body: Record<string, unknown>): Answer | undefined {
    const [, other, file] = /^GET \/repos\/([\w-]+\/[\w-]+)\/contents\/(.+)$/.exec(route) ?? [];
    if (other !== undefined) {
      const text = this.contents.get(`${other}@${url.searchParams.get("ref")}:${file}`);
      return text === undefined ? undefined : ok(text);
    }
    const [, kind, name = ""] =
      /^(GET \/compare|GET \/contents|GET \/tarball|GET \/git\/ref\/heads|PATCH \/git\/refs\/heads)\/(.+)$/.exec(
        route,
      ) ?? [];
    switch (kind) {
      case "GET /compare":
        return ok({ merge_base_commit: { sha: this.mergeBase }, files: this.files });
      case "GET /contents": {
        const content = this.contents.get(`${url.searchParams.get("ref")}:${name}`);
        if (content === undefined) return undefined;
        return ok(typeof content === "string" ? content : fileOf(content));
      }
      case "GET /tarball": {
        const archive = this.archives.get(name);
        return archive && { status: 200, data: archive, headers: { "content-type": "application/x-gzip" } };
      }
      case "GET /git/ref/heads": {
        const sha = this.branches.get(name);
        return sha === undefined ? undefined : ok({ object: { sha } });
      }
      case "PATCH /git/refs/heads":
        this.branches.set(name, String(body.sha));
        return ok({});
    }
    return undefined;
  }

  #render({ id, body, login }: StoredComment): object {
    return {
      id,
      body,
      html_url: `https://github.example/acme/shop/pull/7#issuecomment-${id}`,
      user: { login, type: login.endsWith("[bot]") ? "Bot" : "User" },
    };
  }
}

function hash(value: unknown): string {
  return createHash("sha1").update(JSON.stringify(value)).digest("hex");
}

const notFound: Answer = { status: 404, data: { message: "Not Found" } };

function ok(data: unknown, status = 200): Answer {
  return { status, data };
}

function page(url: URL, items: readonly unknown[]): Answer {
  const size = Number(url.searchParams.get("per_page") ?? 30);
  const number = Number(url.searchParams.get("page") ?? 1);
  const next = new URL(url);
  next.searchParams.set("page", String(number + 1));
  const more = items.length > size * number;
  return {
    status: 200,
    data: items.slice(size * (number - 1), size * number),
    headers: more ? { link: `<${next}>; rel="next"` } : {},
  };
}

function blobSha(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** How GitHub describes a file: the content of one above a megabyte is left out. */
function fileOf(bytes: Buffer): object {
  const isWhole = bytes.length <= 1 << 20;
  return {
    type: "file",
    sha: blobSha(bytes),
    size: bytes.length,
    encoding: isWhole ? "base64" : "none",
    content: isWhole ? bytes.toString("base64") : "",
  };
}
