import { answer, type Checked, read } from "./check.ts";
import { evaluate, exampleFor, testsFor } from "./events.ts";
import { fixAll, fixOne } from "./fixes.ts";
import type { Input, Replies, Reply, Request } from "./protocol.ts";

let input: Input = { files: [], falcoVersion: "", afterPublished: false };
let checked: Checked | undefined;

async function handle(request: Request): Promise<Replies[Request["kind"]]> {
  if (request.kind === "check") {
    const start = performance.now();
    checked = undefined;
    input = request;
    checked = await read(input);
    return answer(checked, start);
  }
  if (checked === undefined) throw new Error("No files were checked yet.");
  switch (request.kind) {
    case "evaluate":
      return evaluate(checked, request.rule, request.event);
    case "example":
      return exampleFor(checked, request.rule);
    case "tests":
      return testsFor(checked, request.rule);
    case "fix":
      return fixOne(checked, input, request.fingerprint);
    case "fix-all":
      return fixAll(input);
  }
}

/** One request after the other: each is about the files of the check before it. */
let last: Promise<void> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<{ readonly id: number; readonly request: Request }>) => {
  const { id, request } = data;
  const send = (reply: Reply) => postMessage(reply);
  last = last.then(() =>
    handle(request).then(
      (value) => send({ id, kind: "done", value }),
      (error: unknown) =>
        send({ id, kind: "failed", message: error instanceof Error ? error.message : String(error) }),
    ),
  );
});
