/**
 * The candidate that a word was most likely meant to be: the same but for case and separators, or within a
 * third of its length in edits (insert, delete, replace, swap neighbours). Undefined when none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // No name is that long, and the comparison is quadratic in it.
  if (word.length > 100) return undefined;
  const bare = fold(word);
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    if (fold(candidate) === bare) return candidate;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Whether no other candidate is as near to a word as the one that was chosen, so that nothing else can be meant: it is
 * the same but for case and separators, or fewer edits away than all others.
 */
export function isOnlyNear(word: string, chosen: string, candidates: Iterable<string>): boolean {
  if (word.length > 100) return false;
  if (fold(word) === fold(chosen)) return true;
  const lower = word.toLowerCase();
  // What a word begins with is as near as what it is a slip for: `warn` for `Warning`.
  const distance = (name: string, limit: number) =>
    lower.length > 3 && name.toLowerCase().startsWith(lower)
      ? 1
      : editDistance(lower, name.toLowerCase(), limit);
  const least = distance(chosen, 100);
  for (const candidate of candidates) {
    if (fold(candidate) === fold(chosen) || fold(candidate) === fold(word)) continue;
    if (Math.abs(candidate.length - word.length) > least && !candidate.toLowerCase().startsWith(lower))
      continue;
    if (distance(candidate, least + 1) <= least) return false;
  }
  return true;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_.-]/g, "");
}

/** Optimal string alignment distance, given up once every path reaches `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
