import { fromBase64 } from "../../project/index.ts";
import { isPlaceholder } from "./placeholder.ts";

/** A secret in a text, by its shape. The value itself is not kept, so that nothing can print it. */
export interface SecretShape {
  /** What it is, for people. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  [
    "a Slack webhook address",
    /https:\/\/hooks\.slack\.com\/(?:services\/T\w{5,20}\/B\w{5,20}\/\w{10,40}\b|(?:workflows|triggers)\/[\w/-]{20,200})/g,
  ],
  [
    "a Discord webhook address",
    /https:\/\/(?:\w{1,10}\.)?discord(?:app)?\.com\/api\/webhooks\/\d{10,25}\/[\w-]{20,200}/g,
  ],
  ["a Teams webhook address", /https:\/\/[\w.-]{1,80}\.webhook\.office\.com\/webhookb2\/[\w@/-]{20,300}/g],
  [
    "a Google Chat webhook address",
    /https:\/\/chat\.googleapis\.com\/v1\/spaces\/[\w-]{5,40}\/messages\?[^\s"']{0,200}token=[^\s"'&]{10,200}/g,
  ],
  ["a Slack token", /\bxox[abeoprs]-[\w-]{15,200}/g],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ["a GitHub token", /\b(?:gh[opsur]_[A-Za-z0-9]{36,200}|github_pat_\w{50,200})\b/g],
  ["a private key", /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/g],
  ["a Telegram bot token", /\b\d{8,10}:[\w-]{35}\b/g],
  ["a password in an address", /\bhttps?:\/\/[^\s/:@"']{1,60}:[^\s/@"'${}]{3,200}@/g],
];

export function secretsIn(text: string): SecretShape[] {
  return shapes.flatMap(([what, shape]) =>
    [...text.matchAll(shape)].flatMap(({ 0: match, index }) =>
      isPlaceholder(match) || /EXAMPLE|0{8}|X{4}|example/.test(match)
        ? []
        : [{ what, start: index, end: index + match.length }],
    ),
  );
}

const secretKeys =
  /(?:webhookurl|routingkey|apikey|apitoken|token|password|secretaccesskey|jwt|headerauthvalue)$/;

/** Whether a setting of falcosidekick is one that only its owner should know. */
export function isSecretSetting(key: string): boolean {
  return secretKeys.test(key);
}

const secretWord = "(?:webhook_?url|routing_?key|api_?key|api_?token|token|password|secret_?access_?key)";
/** A value of eight characters or more, which `true` and `false` are not. */
const secretValue = "([^\\s\"'{}[\\]*&][^\"'\\n]{7,})";
const secretLine = new RegExp(
  `^([ \\t-]*["']?[\\w.-]{0,60}${secretWord}["']?[ \\t]*[:=][ \\t]*["']?)${secretValue}`,
  "gim",
);
const secretVariable = new RegExp(
  `^([ \\t-]*name:[ \\t]*["']?\\w{0,60}${secretWord}["']?[ \\t]*\\r?\\n[ \\t]*value:[ \\t]*["']?)${secretValue}`,
  "gim",
);

/** Base64 that is long enough to hold a secret. */
const encodedText = /(?<![\w+/])[A-Za-z0-9+/]{24,4000}={0,2}/g;

/**
 * The text with secrets made unreadable, each character by a star, so that locations stay where they are: for
 * reports that quote files.
 */
export function maskSecrets(text: string): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of secretsIn(text).sort((a, b) => a.start - b.start)) {
    if (start < position) continue;
    parts.push(text.slice(position, start), "*".repeat(end - start));
    position = end;
  }
  const mask = (_: string, head: string, value: string): string =>
    isPlaceholder(value) ? head + value : head + "*".repeat(value.length);
  return [...parts, text.slice(position)]
    .join("")
    .replaceAll(encodedText, (encoded) =>
      secretsIn(fromBase64(encoded) ?? "").length === 0 ? encoded : "*".repeat(encoded.length),
    )
    .replaceAll(secretLine, mask)
    .replaceAll(secretVariable, mask);
}
