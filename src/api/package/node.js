// Node: the module is read from beside this file when the package is imported.
import { readFileSync } from "node:fs";
import { start, startNow } from "./engine.js";

export * from "./doors.js";

startNow(readFileSync(new URL("certloupe_bg.wasm", import.meta.url)));

/** Needed only to start anew after an `EngineStopped`. */
export default function init() {
  return start();
}
