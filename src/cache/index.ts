export { defaultLocation } from "./location.ts";
export { type CacheOptions, cached } from "./result-cache.ts";
