// Prints what the playground weighs and how long its first verdict takes, each time in a browser that was just started.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { buildPlayground } from "../scripts/build-playground.ts";
import { Browser, findChromium } from "../test/browser.ts";
import { StaticServer } from "../test/static-server.ts";

const rounds = 7;
const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-playground-"));

/** The files that a page asked for until its first verdict, and when that came, in milliseconds. */
async function firstVerdict(chromium: string, address: string): Promise<{ files: string[]; time: number }> {
  const browser = await Browser.launch(chromium);
  try {
    await browser.open(address, { width: 1280, height: 800 }, "light");
    await browser.until("performance.getEntriesByName('first-verdict').length > 0");
    const time = (await browser.evaluate(
      "performance.getEntriesByName('first-verdict')[0].startTime",
    )) as number;
    const files = (await browser.evaluate(
      "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1))",
    )) as string[];
    return { files, time };
  } finally {
    await browser.close();
  }
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const compressed = (file: string) => brotliCompressSync(readFileSync(path.join(folder, file))).length;

try {
  await buildPlayground(folder);
  const chromium = findChromium();
  if (chromium === undefined) throw new Error("There is no Chromium on this machine.");
  const server = await StaticServer.start(folder);
  const times: number[] = [];
  const asked = new Set(["index.html"]);
  for (let round = 0; round < rounds; round++) {
    const { files, time } = await firstVerdict(chromium, server.address);
    times.push(time);
    // Of a worker's own imports the page knows nothing.
    for (const file of files.filter((name) => name !== "")) asked.add(file);
  }
  await server.stop();
  for (const file of readdirSync(folder)) if (/^chunk-.*\.js$/.test(file)) asked.add(file);
  times.sort((a, b) => a - b);
  console.log(
    `first verdict: ${kilobytes([...asked].reduce((sum, file) => sum + compressed(file), 0))} (brotli)`,
  );
  console.log([...asked].map((file) => `  ${file} ${kilobytes(compressed(file))}`).join("\n"));
  console.log(`time, ${rounds} browsers: ${times.map((time) => Math.round(time)).join(" ")} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
