const factors: Readonly<Record<string, number>> = {
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/** A quantity of Kubernetes (`100m`, `512Mi`, `1`) as a number of cores or bytes; undefined for other texts. */
export function parseQuantity(quantity: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([a-zA-Z]{0,2})$/.exec(quantity ?? "");
  const factor =
    match === null ? undefined : Object.hasOwn(factors, match[2]!) ? factors[match[2]!] : undefined;
  return factor === undefined ? undefined : Number(match![1]) * factor;
}
