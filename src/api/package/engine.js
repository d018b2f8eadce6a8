// The engine's life: absent, ready, stopped. Every door leads through `door`, so that whatever goes wrong has a name.
import load, { initSync, __wbg_reset_state as startAnew } from "./glue.js";

/** What can not be made, and why: `findings`, the message is the first one's title. */
export class Refusal extends Error {
  name = "Refusal";

  constructor(findings) {
    super(findings[0]?.title);
    this.findings = findings;
  }
}

/** A call before the engine was there. */
export class EngineNotReady extends Error {
  name = "EngineNotReady";
}

/** The engine trapped. What it was asked is in nobody's hands; `await init()` starts it anew, with an empty memory. */
export class EngineStopped extends Error {
  name = "EngineStopped";
}

let state = "absent";
let loading;

/** Loads what `source` tells, unless it is there; who comes in between waits for the same load. One that fails is forgotten. */
export const start = async (source) => {
  if (state === "ready") return;
  if (state === "stopped") startAnew();
  else await (loading ??= load({ module_or_path: source() }).finally(() => { loading = undefined; }));
  state = "ready";
};

/** The same at once, for whoever has the bytes. */
export const startNow = (bytes) => {
  initSync({ module: bytes });
  state = "ready";
};

/** One of the engine's functions. */
export const door = (ask) => (...words) => {
  if (state === "absent") throw new EngineNotReady("certloupe is not loaded yet: call `await init()` first");
  if (state === "stopped") throw new EngineStopped("the engine has stopped: `await init()` starts it anew");
  try {
    return ask(...words);
  } catch (error) {
    if (isTrap(error)) {
      state = "stopped";
      throw new EngineStopped("the engine stopped: `await init()` starts it anew", { cause: error });
    }
    throw error?.findings ? new Refusal(error.findings) : error;
  }
};

/** A trap, or a stack that ran out: V8 and JavaScriptCore say RangeError, SpiderMonkey InternalError. */
const isTrap = (error) =>
  error instanceof WebAssembly.RuntimeError || error instanceof RangeError || error?.name === "InternalError";
