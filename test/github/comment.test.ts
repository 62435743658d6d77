import { describe, expect } from "vitest";
import { cleanRules, differentErrors, pullRequestPayload, rule, rulesWithErrors, test } from "./action.ts";
import type { GitHubServer } from "./server.ts";

const marker = "<!-- falcoverage-comment: default -->\n";

/** Requests that change something. */
function writes(server: GitHubServer): string[] {
  return server.requests.filter((line) => !line.startsWith("GET") && line !== "POST /graphql");
}

describe.concurrent("one comment", () => {
  test("is posted, with a marker that does not show", async ({ server, machine }) => {
    const result = await machine.run();
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]!.body.startsWith(marker)).toBe(true);
    expect(server.comments[0]!.body).toContain("policies/rules.yaml");
    expect(result.outputs["comment-url"]).toBe("https://github.example/acme/shop/pull/7#issuecomment-1000");
    expect(result.code).toBe(1);
  });

  test("is left alone by a second run with the same outcome, and updated by one with another", async ({
    server,
    machine,
  }) => {
    await machine.run();
    const first = server.comments[0]!.body;
    server.comments[0]!.body = first.replaceAll("\n", "\r\n").trimEnd();
    server.requests = [];
    const same = await machine.run();
    expect(writes(server)).toEqual([]);
    expect(same.outputs["comment-url"]).toMatch(/issuecomment-1000$/);

    machine.write({ "policies/rules.yaml": rule("Shell started") });
    const other = await machine.run();
    expect(writes(server)).toEqual(["PATCH /repos/acme/shop/issues/comments/1000"]);
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]!.body).not.toBe(first);
    expect(other.code).toBe(0);
  });

  test("is found behind more than a hundred others, none of which is touched", async ({
    server,
    machine,
  }) => {
    for (let index = 0; index < 250; index++) server.addComment(`Talk ${index}`, "dev");
    const ours = server.addComment(`${marker}old`);
    await machine.run();
    expect(
      server.requests.filter((line) => line.startsWith("GET") && line.includes("/comments")),
    ).toHaveLength(3);
    expect(writes(server)).toEqual([`PATCH /repos/acme/shop/issues/comments/${ours.id}`]);
    expect(server.comments.filter(({ body }) => body.startsWith("Talk"))).toHaveLength(250);
  });

  test.for([
    ["a person", "mallory"],
    ["another app", "helpful[bot]"],
  ])("is not taken from %s who copied the marker", async ([, login], { server, machine }) => {
    const foreign = server.addComment(`${marker}All controls are covered.`, login);
    await machine.run();
    expect(foreign.body).toBe(`${marker}All controls are covered.`);
    expect(server.comments.map((one) => one.login)).toEqual([login, "github-actions[bot]"]);
  });

  test("is not taken for ours where the marker is only quoted", async ({ server, machine }) => {
    server.addComment(`> ${marker}> quoted`);
    await machine.run();
    expect(writes(server)).toEqual(["POST /repos/acme/shop/issues/7/comments"]);
  });

  test("of a race is tidied: the oldest stays", async ({ server, machine }) => {
    const [first, second] = [server.addComment(`${marker}one`), server.addComment(`${marker}two`)];
    await machine.run();
    expect(writes(server)).toEqual([
      `PATCH /repos/acme/shop/issues/comments/${first.id}`,
      `DELETE /repos/acme/shop/issues/comments/${second.id}`,
    ]);
    expect(server.comments).toEqual([first]);
  });

  test("a key: runs with another key have another comment", async ({ server, machine }) => {
    await machine.run();
    await machine.run({ inputs: { "comment-key": "cluster-eu" } });
    expect(server.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      "<!-- falcoverage-comment: default -->",
      "<!-- falcoverage-comment: cluster-eu -->",
    ]);
  });
});

describe.concurrent("whose token", () => {
  test.for(["octocat", "acme-checks[bot]", "github-actions[bot]"])(
    "of %s finds its own comment",
    async (login, { server, machine }) => {
      server.login = login;
      await machine.run();
      machine.write({ "policies/rules.yaml": rulesWithErrors(2) });
      await machine.run();
      expect(server.comments).toHaveLength(1);
    },
  );

  test.for(["octocat", "github-actions[bot]"])(
    "of %s also where GraphQL is not served",
    async (login, { server, machine }) => {
      server.login = login;
      server.faults = [{ request: /graphql/, status: 404, times: 9 }];
      await machine.run();
      machine.write({ "policies/rules.yaml": rulesWithErrors(2) });
      await machine.run();
      expect(server.comments).toHaveLength(1);
    },
  );

  test("is masked, and in no output, summary, comment or file", async ({ server, machine }) => {
    const result = await machine.run();
    expect(result.stdout.startsWith(`::add-mask::${server.token}\n`)).toBe(true);
    const rest = [
      result.stdout.replace(`::add-mask::${server.token}\n`, ""),
      result.stderr,
      machine.leftovers(),
    ];
    for (const text of [...rest, ...server.comments.map(({ body }) => body)])
      expect(text).not.toContain(server.token);
  });
});

describe.concurrent("mode", () => {
  test("never: comments are not even read", async ({ server, machine }) => {
    const result = await machine.run({ inputs: { comment: "never" } });
    expect(server.requests.filter((line) => line.includes("comments"))).toEqual([]);
    expect(result.outputs["comment-url"]).toBe("");
  });

  test("on-findings: none without findings, but one that is there is brought up to date", async ({
    server,
    machine,
  }) => {
    machine.write({ "policies/rules.yaml": cleanRules });
    await machine.run({ inputs: { comment: "on-findings" } });
    expect(server.comments).toEqual([]);

    machine.write({ "policies/rules.yaml": rulesWithErrors(1) });
    await machine.run({ inputs: { comment: "on-findings" } });
    const body = server.comments[0]!.body;
    machine.write({ "policies/rules.yaml": cleanRules });
    await machine.run({ inputs: { comment: "on-findings" } });
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]!.body).not.toBe(body);
  });
});

describe.concurrent("what GitHub refuses costs one warning and no result", () => {
  test.for([
    ["a read-only token, as for a fork", /^POST .*comments/, 403, {}, /403.*pull-requests: write/],
    ["a repository out of reach", /^GET .*comments/, 404, {}, /404/],
    ["a token that expired", /comments/, 401, {}, /does not accept the token/],
    ["a body it does not take", /^POST .*comments/, 422, {}, /422/],
    ["a rate limit that ends too late", /comments/, 429, { "retry-after": "3600" }, /rate limit/],
    [
      "a primary rate limit",
      /comments/,
      403,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9999999999" },
      /rate limit/,
    ],
    ["a lasting fault", /comments/, 502, {}, /502/],
  ] as const)("%s", async ([, request, status, headers, words], { server, machine }) => {
    const usual = await machine.run({ inputs: { comment: "never" } });
    server.faults = [{ request, status, headers, times: 99, message: "::error::nothing to see" }];
    const result = await machine.run();
    const warnings = result.annotations.filter((line) => line.startsWith("::warning"));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^::warning::No comment on the pull request: /);
    expect(warnings[0]).toMatch(words);
    expect(result.code).toBe(usual.code);
    expect(result.summary).toBe(usual.summary);
    expect({ ...result.outputs, report: "", sarif: "", badge: "" }).toEqual({
      ...usual.outputs,
      report: "",
      sarif: "",
      badge: "",
    });
    expect(result.annotations.filter((line) => !line.startsWith("::warning"))).toEqual(usual.annotations);
  });

  test("no server at all", async ({ machine }) => {
    const result = await machine.run({ env: { GITHUB_API_URL: "http://127.0.0.1:9" } });
    expect(result.annotations.filter((line) => line.startsWith("::warning"))).toHaveLength(1);
    expect(result.code).toBe(1);
  });

  test("no token", async ({ server, machine }) => {
    const result = await machine.run({ inputs: { "github-token": "" } });
    expect(server.requests).toEqual([]);
    expect(result.annotations.filter((line) => line.startsWith("::warning"))).toEqual([
      "::warning::No comment on the pull request: there is no github-token.",
    ]);
  });
});

describe.concurrent("what passes is waited for", () => {
  test.for([
    ["429 with Retry-After", 429, { "retry-after": "1" }],
    ["429 with a Retry-After of nothing", 429, { "retry-after": "0" }],
    ["403 with Retry-After", 403, { "retry-after": "1" }],
    ["502", 502, {}],
  ] as const)("%s", async ([, status, headers], { server, machine }) => {
    server.faults = [{ request: /^POST .*comments/, status, headers, times: 1 }];
    const result = await machine.run();
    expect(server.comments).toHaveLength(1);
    expect(result.annotations.some((line) => line.startsWith("::warning"))).toBe(false);
  });

  test("the wait is the one that GitHub asks for", async ({ server, machine }) => {
    const request = /^POST .*comments/;
    server.faults = [{ request, status: 429, headers: { "retry-after": "3" }, seconds: 3 }];
    await machine.run();
    expect(server.comments).toHaveLength(1);
    expect(server.requests.filter((line) => request.test(line))).toHaveLength(2);
  });
});

describe.concurrent("events", () => {
  test.for(["pull_request", "pull_request_target", "pull_request_review"])(
    "%s has a comment",
    async (event, { server, machine }) => {
      await machine.run({ event });
      expect(server.comments).toHaveLength(1);
    },
  );

  test.for([
    ["push", { before: "b".repeat(40), after: "a".repeat(40), repository: { default_branch: "main" } }],
    ["merge_group", { merge_group: { base_sha: "b".repeat(40), head_sha: "a".repeat(40) } }],
    ["schedule", { schedule: "0 0 * * *" }],
    ["workflow_dispatch", { inputs: null }],
  ] as const)("%s has none, and all else", async ([event, payload], { server, machine }) => {
    const result = await machine.run({ event, payload });
    expect(server.comments).toEqual([]);
    // Two commits are compared, which is all that is asked of GitHub.
    expect(server.requests.filter((line) => !line.includes("/compare/bbbb"))).toEqual([]);
    const ofFiles = /^::(?:error|notice) title=|^::error::1 error found\./;
    expect(result.annotations.filter((line) => !ofFiles.test(line))).toEqual([]);
    expect(result.summary).toContain("policies/rules.yaml");
    expect(result.code).toBe(1);
  });

  test.for([
    ["not JSON", "{"],
    ["not an object", [1]],
    ["without a pull request", {}],
    [
      "with a number that is none",
      { pull_request: { ...pullRequestPayload.pull_request, number: "7/../../8" } },
    ],
    ["with null all over", { pull_request: { number: 7.5, base: null, head: null }, repository: null }],
  ])("a pull request's event file %s gives one warning", async ([, payload], { server, machine }) => {
    const result = await machine.run({ payload });
    expect(server.requests).toEqual([]);
    expect(result.annotations.filter((line) => line.startsWith("::warning"))).toEqual([
      "::warning::The event file of this pull_request event names no pull request.",
    ]);
    expect(result.code).toBe(1);
  });
});

test("a comment stays below GitHub's limit, however much there is to say, and the summary has the rest", async ({
  server,
  machine,
}) => {
  const files = Array.from({ length: 60 }, (_, index) => [
    `policies/${"long-name-".repeat(15)}${index}.yaml`,
    differentErrors(40, `${index}`),
  ]);
  machine.write(Object.fromEntries(files));
  const result = await machine.run();
  const { body } = server.comments[0]!;
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(result.summary.length).toBeGreaterThan(body.length);
});
