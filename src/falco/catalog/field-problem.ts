import type { FieldInfo } from "./fields.ts";

/** What a field name means for an event source, or why it means nothing. */
export type FieldLookup =
  | { readonly field: FieldInfo; readonly problem?: undefined }
  | {
      readonly field?: undefined;
      readonly problem: FieldProblem;
    };

/** Why a name is no field. The words are found only when they are asked for, as many lookups are tries. */
export class FieldProblem {
  /** `unknown` is what `skip-if-unknown-filter` forgives. */
  readonly kind: "unknown" | "argument";
  readonly #describe: () => { readonly message: string; readonly suggestion?: string };
  #described: { readonly message: string; readonly suggestion?: string } | undefined;

  constructor(kind: FieldProblem["kind"], describe: () => { message: string; suggestion?: string }) {
    this.kind = kind;
    this.#describe = describe;
  }

  get message(): string {
    this.#described ??= this.#describe();
    return this.#described.message;
  }

  get suggestion(): string | undefined {
    this.#described ??= this.#describe();
    return this.#described.suggestion;
  }
}

export function argumentProblem(kind: "unknown" | "argument", message: string): FieldLookup {
  return { problem: new FieldProblem(kind, () => ({ message })) };
}
