import {
  type Check,
  type ComparisonOperator,
  type CompiledCheck,
  type FieldValue,
  type Kind,
  kindOf,
} from "../falco/index.ts";

/** Values as a real event could have them, where a condition asks for no particular one. */
const samples: Readonly<Record<string, FieldValue>> = {
  "container.id": "3ad7d3c2a8b1",
  "container.image.repository": "registry.example.com/shop/web",
  "container.image.tag": "1.4.2",
  "container.name": "web",
  "evt.type": "getpid",
  "fd.directory": "/srv/app",
  "fd.filename": "report.csv",
  "fd.name": "/srv/app/report.csv",
  "fd.num": 5,
  "k8s.ns.name": "shop",
  "k8s.pod.name": "web-5d9c7b8f6-x2x4l",
  "ka.target.name": "web",
  "ka.target.namespace": "shop",
  "ka.user.name": "alice@example.com",
  "proc.cmdline": "server --port 8080",
  "proc.exe": "/usr/local/bin/server",
  "proc.exepath": "/usr/local/bin/server",
  "proc.name": "server",
  "proc.pname": "entrypoint",
  "user.name": "app",
  "user.uid": 1000,
};

const samplesByKind: Readonly<Record<Kind["kind"], readonly FieldValue[]>> = {
  integer: [1000, 0, 1, -1],
  port: [49152, 8080],
  double: [1, 0],
  boolean: [false, true],
  text: ["other", ""],
  buffer: ["other", ""],
  address: ["203.0.113.7", "10.0.0.7", "2001:db8::7"],
  network: ["203.0.113.7", "10.0.0.7", "2001:db8::7"],
  other: ["other"],
};

/** Field values that could make a check true or false, the likeliest first. Absent values are not among them. */
export function candidatesFor(compiled: CompiledCheck, field: string): readonly FieldValue[] {
  const { check } = compiled;
  const type = compiled.left.field?.type ?? compiled.left.base.type;
  const { kind } = kindOf(type);
  const sample = samples[field];
  const plain: FieldValue[] = sample === undefined ? [] : [sample];
  if (check.kind === "comparison") {
    for (const text of literalsOf(check)) plain.push(...matching(check.operator, text, kind));
  }
  plain.push(...samplesByKind[kind]);
  const values = wrapTransformed(check, plain);
  return compiled.left.base.list || compiled.left.list ? values.flatMap((value) => [[value]]) : values;
}

function literalsOf(check: Check): readonly string[] {
  if (check.kind === "exists" || check.right.kind === "transformation") return [];
  return (check.right.kind === "list" ? check.right.values : [check.right]).map(({ text }) => text);
}

/** Values that pass, or just fail, a comparison with a text. */
function matching(operator: ComparisonOperator, text: string, kind: Kind["kind"]): readonly FieldValue[] {
  if (kind === "boolean") return [text === "true"];
  if (kind === "network") return [text.split("/")[0]!];
  if (kind === "integer" || kind === "double" || kind === "port") return aroundNumber(text);
  switch (operator) {
    case "startswith":
    case "contains":
    case "icontains":
      return [text, `${text}x`];
    case "endswith":
      return [text, `x${text}`];
    case "glob":
    case "iglob":
      return [
        text.replace(/\\(.)/g, "$1").replaceAll("*", "").replaceAll("?", "x"),
        text.replaceAll(/[*?]/g, "x"),
      ];
    case "regex":
      return [sampleOf(text)];
    case "pmatch":
      return [`${text.replace(/(?<!\/)\/+$/, "")}/x`.replaceAll(/[*?]/g, "x"), text];
    case "bcontains":
    case "bstartswith":
      return [{ hex: text }];
    case "<":
    case "<=":
    case ">":
    case ">=":
      return [text, `${text}x`];
    default:
      return [text];
  }
}

function aroundNumber(text: string): readonly FieldValue[] {
  if (!/^\s*[+-]?[0-9]{1,19}$/.test(text)) return [];
  const number = BigInt(text.trim().replace("+", ""));
  return [number, number + 1n, number - 1n].map((value) =>
    Number.isSafeInteger(Number(value)) ? Number(value) : value,
  );
}

/** The values of a field for which its transformer returns such values. */
function wrapTransformed(check: Check, values: readonly FieldValue[]): readonly FieldValue[] {
  if (check.left.kind !== "transformation") return values;
  switch (check.left.transformer) {
    case "basename":
      return values.map((value) => (typeof value === "string" ? `/usr/bin/${value}` : value));
    case "b64":
      return values.map((value) =>
        typeof value === "string" ? Buffer.from(value).toString("base64") : value,
      );
    case "len":
      return literalsOf(check).flatMap((text) => {
        const length = Number(text);
        return Number.isInteger(length) && length >= 0 && length < 4096
          ? ["x".repeat(length), "x".repeat(length + 1)]
          : [];
      });
    default:
      return values;
  }
}

/** The shortest text that a regular expression of POSIX's kind is likely to match. */
export function sampleOf(expression: string): string {
  return new Sampler(expression).alternatives();
}

class Sampler {
  readonly #expression: string;
  #at = 0;

  constructor(expression: string) {
    this.#expression = expression;
  }

  alternatives(): string {
    let result = this.#sequence();
    while (this.#next === "|") {
      this.#at++;
      const other = this.#sequence();
      if (result === "") result = other;
    }
    return result;
  }

  get #next(): string | undefined {
    return this.#expression[this.#at];
  }

  #sequence(): string {
    let result = "";
    while (this.#next !== undefined && this.#next !== "|" && this.#next !== ")") {
      const one = this.#atom();
      result += one.repeat(this.#repetitions());
    }
    return result;
  }

  #atom(): string {
    const character = this.#expression[this.#at++]!;
    switch (character) {
      case "(": {
        const inner = this.alternatives();
        this.#at++;
        return inner;
      }
      case "[":
        return this.#bracket();
      case "\\":
        return this.#expression[this.#at++] ?? "";
      case ".":
        return "x";
      case "^":
      case "$":
        return "";
      default:
        return character;
    }
  }

  #bracket(): string {
    const negated = this.#next === "^";
    if (negated) this.#at++;
    const start = this.#at;
    // The first member may be the bracket that would close the set elsewhere.
    do {
      const end = this.#expression.startsWith("[:", this.#at) ? this.#expression.indexOf(":]", this.#at) : -1;
      this.#at = end === -1 ? this.#at + 1 : end + 2;
    } while (this.#next !== undefined && this.#next !== "]");
    const members = this.#expression.slice(start, this.#at++);
    return negated ? outside(members) : memberOf(members);
  }

  #repetitions(): number {
    const rest = this.#expression.slice(this.#at, this.#at + 12);
    const [sign = "", count] = /^(?:[*?+]|\{(\d{1,3})(?:,\d*)?\})/.exec(rest) ?? [];
    this.#at += sign.length;
    if (count !== undefined) return Number(count);
    return sign === "*" || sign === "?" ? 0 : 1;
  }
}

/** A character that is in none of a set's members. */
function outside(members: string): string {
  return [..."x1/ _-"].find((character) => !members.includes(character)) ?? "~";
}

const samplesOfClasses: Readonly<Record<string, string>> = {
  digit: "1",
  xdigit: "1",
  upper: "X",
  space: " ",
  blank: " ",
  punct: "-",
  cntrl: "\t",
};

function memberOf(members: string): string {
  const named = /^\[:(\w+):\]/.exec(members)?.[1];
  if (named !== undefined) return samplesOfClasses[named] ?? "x";
  return members[0] === "\\" ? (members[1] ?? "") : (members[0] ?? "");
}
