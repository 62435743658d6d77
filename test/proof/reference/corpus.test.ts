import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import validate from "../../../schemas/signal.schema.json?validator=all";
import { corpusFile, corpusSource } from "../../../scripts/generate-registry.ts";
import { loadVocabulary } from "../../../src/compliance/framework.ts";
import { profiles, signalFiles } from "../../../src/proof/reference/builtin.ts";
import { readCorpora } from "../../../src/proof/reference/corpus.ts";
import { problemsOf } from "../../../src/proof/reference/problems.ts";

test("the registry names every file of reference events", () => {
  expect(readFileSync(corpusFile, "utf8")).toBe(corpusSource());
});

test("every signal has reference events, and no other", async () => {
  const { signals } = await loadVocabulary();
  expect(signalFiles.map(({ signal }) => signal)).toEqual(signals.map(({ id }) => id).sort());
});

describe.each(signalFiles.map((file) => [file.signal, file] as const))("%s", (_signal, file) => {
  test("follows the format", () => {
    expect(validate(file) ? [] : validate.errors).toEqual([]);
  });

  test("has twelve attacks and twelve everyday acts at least, each of a name of its own", () => {
    for (const acts of [file.attacks ?? [], file.everyday ?? []]) {
      expect(acts.length).toBeGreaterThanOrEqual(12);
      expect(new Set(acts.map(({ name }) => name)).size).toBe(acts.length);
      for (const { origin } of acts) expect(origin).toMatch(/^(written|recorded: .+)$/);
    }
  });

  test("has only events that can happen", () => {
    expect(problemsOf(file, profiles)).toEqual([]);
  });
});

describe("the organisation's values", () => {
  const file = {
    signal: "sensitive-data-read",
    attacks: [
      {
        name: "cat",
        technique: "T1005",
        origin: "written",
        events: [{ "evt.type": "openat", "fd.name": "${regulated-path}/x", "proc.exepath": "/bin/cat" }],
      },
    ],
  };
  const scenariosOf = (organisation: Record<string, string[]>) =>
    readCorpora([file], {}, organisation)
      .get("sensitive-data-read")!
      .attacks.flatMap(({ scenarios }) =>
        scenarios.map(({ data, placeholder, runs }) => ({
          data,
          placeholder,
          files: runs.map(([event]) => event!.values.get("fd.name")),
        })),
      );

  test("stand for each kind of data", () => {
    const paths = {
      "phi-paths": ["/clinic", "/lab"],
      "cardholder-paths": [],
      "personal-data-paths": ["/crm"],
    };
    expect(scenariosOf(paths)).toEqual([
      { data: "phi-paths", placeholder: undefined, files: ["/clinic/x", "/lab/x"] },
      { data: "personal-data-paths", placeholder: undefined, files: ["/crm/x"] },
    ]);
  });

  test("are placeholders as long as nobody gives them", () => {
    expect(scenariosOf({}).map(({ placeholder }) => placeholder)).toEqual([
      "/srv/phi",
      "/srv/cardholder",
      "/srv/customers",
    ]);
  });
});

describe("an event that cannot have happened", () => {
  test.each([
    [
      "a call with an argument of another",
      { "evt.type": "unlinkat", "evt.arg.flags2": "x", "fs.path.name": "/x" },
      /no argument `flags2`/,
    ],
    ["a call that does not exist", { "evt.type": "opened" }, /There is no event `opened`/],
    ["a program start with a file", { "evt.type": "execve", "fd.name": "/etc/shadow" }, /no file descriptor/],
    ["an image on a host", { "evt.type": "execve", "container.image.repository": "nginx" }, /On a host/],
    ["an open without a file", { "evt.type": "openat" }, /has fd\.name/],
    ["a field that does not exist", { "evt.type": "execve", "proc.nmae": "x" }, /proc\.nmae/],
    ["a value that is none", { "evt.type": "execve", "user.uid": "root" }, /user\.uid/],
    [
      "a parameter that does not exist",
      { "evt.type": "execve", "proc.args": "${regulated-pth}" },
      /no parameter `regulated-pth`/,
    ],
    ["no kind of event", { "proc.name": "x" }, /no evt\.type/],
  ])("%s", (_name, event, message) => {
    const file = {
      signal: "x",
      attacks: [{ name: "a", technique: "T1059", origin: "written", events: [event] }],
    };
    const [problem] = problemsOf(file, {});
    expect(problem?.message).toMatch(message);
    expect(problem?.path).toEqual(["attacks", 0, "events", 0]);
  });
});
