import type { FieldInfo } from "./fields.ts";

/** The field that a name stands for in an event source, or why it stands for none. */
export type FieldLookup =
  | { readonly field: FieldInfo; readonly problem?: undefined }
  | {
      readonly field?: undefined;
      readonly problem: FieldProblem;
    };

/** Why a name is not a field. The message is made on demand, because many lookups are only attempts. */
export class FieldProblem {
  /** `skip-if-unknown-filter` tolerates `unknown`. */
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
