/** Bytes in memory of their own, which a `Blob` takes. */
export type OwnBytes = Uint8Array<ArrayBuffer>;

/** What `convert`, `create`, `deploy`, `renew` and `checks` throw where something can not be made. */
export class Refusal extends Error {
  constructor(findings: Finding[]);
  readonly name: "Refusal";
  /** Why not, in the language that was asked for; `message` is the first one's title. */
  readonly findings: Finding[];
}

/** A call before `await init()`. */
export class EngineNotReady extends Error {
  readonly name: "EngineNotReady";
}

/**
 * The engine trapped (`cause` says how): an input that is larger than its memory, or a fault of ours. Every further call
 * throws this, too, until `await init()` has started it anew.
 */
export class EngineStopped extends Error {
  readonly name: "EngineStopped";
}

/** `WebAssembly.Module`, where the project's types know it: those of Node alone do not. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : object;

/** Where the module comes from: an address, an answer, its bytes, or what was compiled of them. */
export type ModuleSource = string | URL | Request | Response | ArrayBuffer | ArrayBufferView | CompiledModule;

/**
 * Loads the engine. Node has it loaded with the import; everywhere else nothing works before.
 *
 * The module lies beside the package's own file; `source` is for whoever keeps it elsewhere. To call it again costs
 * nothing, except after an `EngineStopped`: then it starts the engine anew.
 */
export default function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
