import { isIn } from "../../falco/index.ts";

// Written by hand: Helm's ranges (`~> 1.2`, commas between parts) are not those of the semver package.

type Bounds = (version: string) => boolean;

/**
 * The newest of the versions that a range of Helm allows: `1.2.3`, `1.2`, `1.x`, `^1.2.0`, `~1.2.0`, `~> 1.2`,
 * `>=1.2.0 <2.0.0`, `1.2 - 1.4`, and several with `||` between them. Undefined for any other text, and where none fits.
 *
 * @param versions full versions, from the oldest to the newest
 */
export function newestIn(range: string, versions: readonly string[]): string | undefined {
  const alternatives = range.split("||").map(allOf);
  if (alternatives.some((bounds) => bounds === undefined)) return undefined;
  return versions.findLast((version) => alternatives.some((bounds) => bounds!(version)));
}

/** Parts that must all hold, with blanks or commas between them; a blank behind an operator belongs to it. */
function allOf(range: string): Bounds | undefined {
  const hyphen = /^\s*(\S+)\s+-\s+(\S+)\s*$/.exec(range);
  const parts =
    hyphen === null
      ? range.replaceAll(/([<>=~^!]+)\s+/g, "$1").split(/[\s,]+/)
      : [`>=${hyphen[1]}`, `<=${hyphen[2]}`];
  const bounds = parts.filter((part) => part !== "").map(oneOf);
  if (bounds.length === 0 || bounds.some((bound) => bound === undefined)) return undefined;
  return (version) => bounds.every((bound) => bound!(version));
}

function oneOf(part: string): Bounds | undefined {
  const match = /^(=|!=|>=|<=|>|<|\^|~>?)?v?(\*|[xX]|\d+)(?:\.(\*|[xX]|\d+))?(?:\.(\*|[xX]|\d+))?$/.exec(
    part,
  );
  if (match === null) return undefined;
  const [, operator = "", ...texts] = match;
  const numbers = texts.filter((text) => text !== undefined && /^\d+$/.test(text)).map(Number);
  const first = [0, 1, 2].map((i) => numbers[i] ?? 0).join(".");
  const isAtLeast = (version: string): boolean => isIn(version, { since: first });
  /** Whether a version has the first parts in common with the one that is written. */
  const shares =
    (parts: number): Bounds =>
    (version) =>
      version
        .split(".")
        .slice(0, parts)
        .every((number, i) => Number(number) === numbers[i]);
  switch (operator) {
    case "":
    case "=":
      return shares(numbers.length);
    case "!=":
      return (version) => !shares(numbers.length)(version);
    case ">=":
      return isAtLeast;
    case ">":
      return (version) => isAtLeast(version) && !shares(numbers.length)(version);
    case "<":
      return (version) => !isAtLeast(version);
    case "<=":
      return (version) => !isAtLeast(version) || shares(numbers.length)(version);
    case "^": {
      // Up to the next change of the first number that is not 0.
      const leading = numbers.findIndex((number) => number !== 0);
      const fixed = leading === -1 ? numbers.length : leading + 1;
      return (version) => isAtLeast(version) && shares(fixed)(version);
    }
    default:
      return (version) => isAtLeast(version) && shares(Math.min(2, numbers.length))(version);
  }
}
