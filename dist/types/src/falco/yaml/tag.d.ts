import type { Stream } from "./stream.js";
/** Takes a tag, which starts with the `!` here. */
export declare function scanTag(stream: Stream): void;
