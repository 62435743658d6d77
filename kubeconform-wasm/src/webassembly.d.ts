/** The part of the WebAssembly interface that is used here; Node's types have none of it without the DOM's. */
declare namespace WebAssembly {
  interface Module {
    readonly [kind: symbol]: never;
  }
  var Module: {
    prototype: Module;
    new (bytes: Uint8Array): Module;
    customSections(module: Module, name: string): ArrayBuffer[];
  };

  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Global {
    readonly value: number | bigint;
  }
  type ModuleImports = Record<string, (...values: never[]) => unknown>;

  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  var Instance: {
    prototype: Instance;
    new (module: Module, imports: Record<string, ModuleImports>): Instance;
  };
}
