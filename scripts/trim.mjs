// Takes out of a built page what nobody reads there: the names of functions and the makers' marks in its modules (Trunk has
// no switch for that), and the comments of the script that starts it. Can be run again.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const UNREAD = ["name", "producers", "target_features"];

/** A number as WebAssembly writes it: seven bits a byte, the lowest first. */
function number(bytes, at) {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
    shift += 7;
  }
}

/** A module without the sections that only people and tools read. */
function trimmed(module) {
  const kept = [module.subarray(0, 8)]; // what it is, and its version
  for (let at = 8; at < module.length; ) {
    const [length, start] = number(module, at + 1);
    const isCustom = module[at] === 0;
    const [letters, name] = isCustom ? number(module, start) : [0, start];
    const isUnread = isCustom && UNREAD.includes(module.toString("utf8", name, name + letters));
    if (!isUnread) kept.push(module.subarray(at, start + length));
    at = start + length;
  }
  return Buffer.concat(kept);
}

for (const file of readdirSync(folder).filter((file) => file.endsWith(".wasm"))) {
  const path = join(folder, file);
  writeFileSync(path, trimmed(readFileSync(path)));
}
const boot = join(folder, "boot.js");
writeFileSync(boot, readFileSync(boot, "utf8").replace(/^ *\/\/.*\n/gm, ""));
