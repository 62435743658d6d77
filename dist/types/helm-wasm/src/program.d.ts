/** One running copy of the Go program, and the calls into it. */
import { type Wasi } from "../../kubeconform-wasm/src/wasi.js";
import type { Installation } from "./chart.js";
/** Bytes of memory that the program may have. */
export declare const MEMORY_LIMIT: number;
/** What the program answers; see `result` in go/render.go. */
export interface Answer {
    templates?: {
        name: string;
        text: string;
        lines?: [source: number, line: number][];
    }[];
    sources?: string[];
    missing?: string[];
    reason?: string;
    message?: string;
}
export declare class Program {
    #private;
    private constructor();
    /** @param module the stored program, which has already started */
    static from(module: WebAssembly.Module): Program;
    static of(instance: WebAssembly.Instance, wasi?: Wasi): Program;
    /** What it has printed: Go's runtime says there why the program ended. */
    get output(): string;
    /** To be called once, before the program is stored. */
    settle(): void;
    /** @throws Error where the program ends itself, as it does without memory */
    render({ release, namespace, kubernetesVersion, values, files }: Installation): Answer;
}
