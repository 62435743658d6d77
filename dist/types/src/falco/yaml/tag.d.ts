import type { Stream } from "./stream.js";
/** Takes a tag, which starts with the `!` that stands here. */
export declare function scanTag(stream: Stream): void;
