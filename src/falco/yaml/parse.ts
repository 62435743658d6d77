import type { Span } from "../../project/index.ts";
import { YamlFailure } from "./failure.ts";
import { Scanner } from "./scanner.ts";
import type { Mark } from "./stream.ts";
import type { Token } from "./token.ts";

interface Location {
  /** Position of the node as yaml-cpp reports it. */
  readonly mark: Mark;
  /** UTF-16 offsets into the text. */
  readonly span: Span;
}

export interface NullNode extends Location {
  readonly kind: "null";
}

export interface ScalarNode extends Location {
  readonly kind: "scalar";
  readonly value: string;
  readonly style: NonNullable<Token["style"]>;
}

export interface SequenceNode extends Location {
  readonly kind: "sequence";
  readonly items: readonly YamlNode[];
}

export interface MapNode extends Location {
  readonly kind: "map";
  /** In the order of the file, including duplicates. */
  readonly entries: readonly { readonly key: YamlNode; readonly value: YamlNode }[];
}

export type YamlNode = NullNode | ScalarNode | SequenceNode | MapNode;

export interface YamlError extends Location {
  readonly message: string;
}

/** The documents of a text up to the first empty one, which ends the text, or none and the first error. */
export interface ParsedYaml {
  readonly documents: readonly YamlNode[];
  readonly error?: YamlError;
}

/** The documents of a text as yaml-cpp reads them. */
export function parseYaml(text: string): ParsedYaml {
  try {
    return { documents: new Parser(text).documents() };
  } catch (error) {
    if (!(error instanceof YamlFailure)) throw error;
    const { message, mark } = error;
    return { documents: [], error: { message, mark, span: characterAt(text, mark.index) } };
  }
}

/** The character at an offset, or the last one before the end. */
function characterAt(text: string, offset: number): Span {
  const start = Math.max(0, Math.min(offset, text.length - 1));
  return { start, end: Math.min(start + 1, text.length) };
}

/** Depth at which yaml-cpp stops. */
const maxDepth = 500;

/** Limit of nodes that all aliases of a file stand for. */
const maxRepeated = 1_000_000;

/** A version of YAML that yaml-cpp accepts; longer numbers overflow. */
const yamlVersion = /^[ \t\n\v\f\r]{0,99}[+-]?\d{1,99}.[ \t\n\v\f\r]{0,99}[+-]?\d{1,99}$/;

class Parser {
  readonly #scanner: Scanner;
  #depth = 0;
  #anchors = new Map<string, YamlNode | undefined>();
  /** Whether a node is an item of a flow sequence, where `a: b` alone is a map. */
  #inFlowSequence = false;
  #handles = new Set<string>();
  readonly #sizes = new Map<YamlNode, number>();
  /** Nodes that aliases stand for. */
  #repeated = 0;
  /** An alias inside of its own anchor, of which yaml-cpp would make a loop. */
  #loop: YamlFailure | undefined;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  documents(): YamlNode[] {
    const documents: YamlNode[] = [];
    for (;;) {
      this.#directives();
      const first = this.#scanner.peek();
      if (first === undefined) break;
      if (first.type === "document start") this.#scanner.take();
      this.#anchors = new Map();
      this.#inFlowSequence = false;
      const root = this.#node();
      while (this.#scanner.peek()?.type === "document end") this.#scanner.take();
      if (root.kind === "null") break;
      documents.push(root);
    }
    if (this.#loop !== undefined) throw this.#loop;
    return documents;
  }

  #directives(): void {
    let hasVersion = false;
    this.#handles = new Set();
    for (let token = this.#scanner.peek(); token?.type === "directive"; token = this.#scanner.peek()) {
      if (token.value === "YAML") {
        checkVersion(token, hasVersion);
        hasVersion = true;
      } else if (token.value === "TAG") this.#handle(token);
      this.#scanner.take();
    }
  }

  #handle({ parameters, mark }: Token): void {
    const [handle] = parameters;
    if (handle === undefined || parameters.length !== 2)
      throw new YamlFailure("write a handle and a prefix: `%TAG ! prefix`", mark);
    if (this.#handles.has(handle)) throw new YamlFailure("an earlier `%TAG` directive has this handle", mark);
    this.#handles.add(handle);
  }

  #node(): YamlNode {
    if (++this.#depth > maxDepth) throw new YamlFailure("the file is nested too deeply", this.#scanner.mark);
    const node = this.#nodeHere();
    this.#depth--;
    return node;
  }

  #nodeHere(): YamlNode {
    const first = this.#scanner.peek();
    if (first === undefined) return nullAt(this.#scanner.mark);
    const { mark } = first;
    if (first.type === "value") return this.#compactMap(mark);
    if (first.type === "alias") return this.#alias(first);
    const { tagged, anchor } = this.#properties();
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const node = this.#content(mark, tagged);
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    return node;
  }

  #content(mark: Mark, tagged: boolean): YamlNode {
    const token = this.#scanner.peek();
    if (token === undefined) return nullAt(mark);
    switch (token.type) {
      case "plain scalar":
      case "scalar": {
        this.#scanner.take();
        const span = { start: token.mark.index, end: token.end };
        if (token.type === "plain scalar" && !tagged && nullWords.has(token.value))
          return { kind: "null", mark, span };
        return { kind: "scalar", value: token.value, style: token.style!, mark, span };
      }
      case "flow sequence start":
        return this.#flowSequence(mark);
      case "block sequence start":
        return this.#blockSequence(mark);
      case "flow map start":
        return this.#flowMap(mark);
      case "block map start":
        return this.#blockMap(mark);
      case "key":
        if (this.#inFlowSequence) return this.#compactMap(mark);
    }
    if (!tagged) return nullAt(mark);
    return { kind: "scalar", value: "", style: "plain", mark, span: emptySpan(mark) };
  }

  #alias(token: Token): YamlNode {
    const node = this.#anchors.get(token.value);
    if (node === undefined && !this.#anchors.has(token.value))
      throw new YamlFailure(`there is no anchor \`&${token.value}\` before this`, token.mark);
    this.#scanner.take();
    if (node !== undefined) {
      this.#repeated += this.#sizeOf(node);
      if (this.#repeated > maxRepeated)
        throw new YamlFailure("the anchors of this file repeat too much", token.mark);
      return node;
    }
    this.#loop ??= new YamlFailure(`\`*${token.value}\` is inside the value that it names`, token.mark);
    return nullAt(token.mark);
  }

  /** Number of nodes in a node, counting repeated ones again. */
  #sizeOf(node: YamlNode): number {
    if (node.kind === "null" || node.kind === "scalar") return 1;
    let size = this.#sizes.get(node);
    if (size === undefined) {
      const inner =
        node.kind === "sequence" ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
      size = inner.reduce((sum, child) => Math.min(sum + this.#sizeOf(child), maxRepeated + 1), 1);
      this.#sizes.set(node, size);
    }
    return size;
  }

  #properties(): { tagged: boolean; anchor: string | undefined } {
    let tagged = false;
    let anchor: string | undefined;
    for (let token = this.#scanner.peek(); token !== undefined; token = this.#scanner.peek()) {
      if (token.type === "tag") {
        if (tagged) throw new YamlFailure("a value has one tag at most", token.mark);
        tagged = true;
      } else if (token.type === "anchor") {
        if (anchor !== undefined) throw new YamlFailure("a value has one anchor at most", token.mark);
        anchor = token.value;
      } else break;
      this.#scanner.take();
    }
    return { tagged, anchor };
  }

  #blockSequence(mark: Mark): SequenceNode {
    this.#scanner.take();
    const items: YamlNode[] = [];
    this.#collect(false, () => {
      for (;;) {
        const token = this.#expect("the list ends too early");
        if (token.type !== "block entry" && token.type !== "block sequence end")
          throw new YamlFailure("expected another `- ` item of the list at its indentation", token.mark);
        this.#scanner.take();
        if (token.type === "block sequence end") return;
        const next = this.#scanner.peek();
        if (next?.type === "block entry" || next?.type === "block sequence end")
          items.push(nullAt(next.mark));
        else items.push(this.#node());
      }
    });
    return { kind: "sequence", items, mark, span: { start: mark.index, end: lastEnd(mark, items) } };
  }

  #flowSequence(mark: Mark): SequenceNode {
    this.#scanner.take();
    const items: YamlNode[] = [];
    const unclosed = "a `[` is never closed; write a `]`";
    let end = mark.index;
    this.#collect(true, () => {
      for (;;) {
        if (this.#expect(unclosed).type === "flow sequence end") break;
        items.push(this.#node());
        const token = this.#expect(unclosed);
        if (token.type === "flow entry") this.#scanner.take();
        else if (token.type !== "flow sequence end")
          throw new YamlFailure("expected `,` or `]` after this item of the list", token.mark);
      }
      end = this.#scanner.peek()!.end;
      this.#scanner.take();
    });
    return { kind: "sequence", items, mark, span: { start: mark.index, end } };
  }

  #blockMap(mark: Mark): MapNode {
    this.#scanner.take();
    const entries: MapNode["entries"][number][] = [];
    this.#collect(false, () => {
      for (;;) {
        const token = this.#expect("the map ends too early");
        if (token.type !== "key" && token.type !== "value" && token.type !== "block map end")
          throw new YamlFailure(
            "expected another `key: value` at the indentation of the ones before",
            token.mark,
          );
        if (token.type === "block map end") {
          this.#scanner.take();
          return;
        }
        entries.push(this.#entry(token));
      }
    });
    const end = lastEnd(
      mark,
      entries.flatMap(({ key, value }) => [key, value]),
    );
    return { kind: "map", entries, mark, span: { start: mark.index, end } };
  }

  #flowMap(mark: Mark): MapNode {
    this.#scanner.take();
    const entries: MapNode["entries"][number][] = [];
    const unclosed = "a `{` is never closed; write a `}`";
    let end = mark.index;
    this.#collect(false, () => {
      for (;;) {
        const token = this.#expect(unclosed);
        if (token.type === "flow map end") break;
        entries.push(this.#entry(token));
        const next = this.#expect(unclosed);
        if (next.type === "flow entry") this.#scanner.take();
        else if (next.type !== "flow map end")
          throw new YamlFailure("expected `,` or `}` after this value", next.mark);
      }
      end = this.#scanner.peek()!.end;
      this.#scanner.take();
    });
    return { kind: "map", entries, mark, span: { start: mark.index, end } };
  }

  /** One `key: value` in a flow sequence, or `: value` anywhere. */
  #compactMap(mark: Mark): MapNode {
    let entry: MapNode["entries"][number] | undefined;
    this.#collect(false, () => {
      entry = this.#entry(this.#scanner.peek()!);
    });
    const { key, value } = entry!;
    return {
      kind: "map",
      entries: [entry!],
      mark,
      span: { start: mark.index, end: lastEnd(mark, [key, value]) },
    };
  }

  #entry(first: Token): MapNode["entries"][number] {
    const { mark } = first;
    let key: YamlNode = nullAt(mark);
    if (first.type === "key") {
      this.#scanner.take();
      key = this.#node();
    }
    if (this.#scanner.peek()?.type !== "value")
      return { key, value: { kind: "null", mark, span: { start: key.span.end, end: key.span.end } } };
    this.#scanner.take();
    return { key, value: this.#node() };
  }

  #collect(flowSequence: boolean, read: () => void): void {
    const before = this.#inFlowSequence;
    this.#inFlowSequence = flowSequence;
    read();
    this.#inFlowSequence = before;
  }

  #expect(message: string): Token {
    const token = this.#scanner.peek();
    if (token === undefined) throw new YamlFailure(message, this.#scanner.mark);
    return token;
  }
}

const nullWords = new Set(["", "~", "null", "Null", "NULL"]);

function emptySpan(mark: Mark): Span {
  return { start: mark.index, end: mark.index };
}

function nullAt(mark: Mark): NullNode {
  return { kind: "null", mark, span: emptySpan(mark) };
}

/** End of the last node that is not empty. The target of an alias is elsewhere, so the furthest end counts. */
function lastEnd(mark: Mark, nodes: readonly YamlNode[]): number {
  let end = mark.index;
  for (const node of nodes)
    if (node.kind !== "null" || node.span.end > node.span.start) end = Math.max(end, node.span.end);
  return end;
}

function checkVersion({ parameters, mark }: Token, hasVersion: boolean): void {
  const fail = (message: string): never => {
    throw new YamlFailure(message, mark);
  };
  const [version] = parameters;
  if (version === undefined || parameters.length !== 1)
    throw new YamlFailure("write one version: `%YAML 1.2`", mark);
  if (hasVersion) fail("there is a `%YAML` directive before this one");
  if (!yamlVersion.test(version)) fail("this is not a version of YAML: write `%YAML 1.2`");
  if (Number.parseInt(version, 10) > 1) fail("Falco reads YAML 1: write `%YAML 1.2`");
}
