/**
 * Whether a value was left for somebody to fill in: `CHANGEME`, `<your token>`, `xxxx`, `https://hooks.slack.com/
 * services/XXX`, `...`. By what people write, so that a value that only looks odd is none.
 */
export declare function isPlaceholder(value: string): boolean;
