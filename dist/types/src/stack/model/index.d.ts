export { assemble, type Deployment } from "./assemble.js";
export { falcoPods, readsKernel, sidekicks, stackWorkloads, } from "./pods.js";
export type { Stack, StackKind } from "./stack.js";
export { configTexts, mountedSources } from "./texts.js";
