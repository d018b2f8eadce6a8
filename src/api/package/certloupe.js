// Browsers, workers, bundlers and Deno: the module is fetched from beside this file.
import { start } from "./engine.js";

export * from "./doors.js";

// Bundlers find the file by this very expression.
export default function init(source) {
  return start(() => source ?? new URL("certloupe_bg.wasm", import.meta.url));
}
