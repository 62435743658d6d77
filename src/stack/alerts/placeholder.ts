/** What people put in to be replaced is short. */
const longest = 500;

/**
 * Whether a value was left for somebody to fill in: `CHANGEME`, `<your token>`, `xxxx`, `https://hooks.slack.com/
 * services/XXX`, `...`. By what people write, so that a value that only looks odd is none.
 */
export function isPlaceholder(value: string): boolean {
  const trimmed = value.trim();
  if (trimmed === "" || trimmed.length > longest) return false;
  if (/^<[^<>]*>$|<(?:your|my|the|insert|put|change|replace|enter)\b[^<>]*>/i.test(trimmed)) return true;
  if (/^\.{3,}$|\/\.{3}(?:\/|$)/.test(trimmed)) return true;
  if (
    /(?:^|[^a-z])(?:change[-_ ]?me|replace[-_ ]?(?:me|this)|fill[-_ ]?me(?:[-_ ]in)?|todo|fixme|placeholder)(?:$|[^a-z])/i.test(
      trimmed,
    )
  )
    return true;
  if (
    /(?:^|[^a-z])(?:your|my)[-_ ](?:[a-z0-9]+[-_ ])*(?:key|token|url|webhook|secret|password|id|host)(?:$|[^a-z])/i.test(
      trimmed,
    )
  )
    return true;
  return /^x{3,}$|^X{3,}$|\/(?:X{3,}|x{3,})(?:\/|$)|^\*{3,}$/.test(trimmed);
}
