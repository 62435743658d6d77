import { prepareColdStart } from "./cold-start.ts";

prepareColdStart();
const { run } = await import("./github/index.ts");
process.exitCode = await run();
