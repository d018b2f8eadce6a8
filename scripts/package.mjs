// Makes a package of what wasm-bindgen wrote, and calls it once: a package that does not load is worse than none.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const folder = resolve(process.argv[2]);
const manifest = readFileSync("Cargo.toml", "utf8");
const value = (key) => manifest.match(new RegExp(`^${key} = "(.*)"`, "m"))[1];

writeFileSync(`${folder}/package.json`, JSON.stringify({
  name: value("name"),
  version: value("version"),
  description: value("description"),
  license: value("license"),
  type: "module",
  main: "./certloupe.js",
  types: "./certloupe.d.ts",
  files: ["certloupe.js", "certloupe.d.ts", "certloupe_bg.wasm"],
  sideEffects: false,
}, null, 2) + "\n");

const { default: init, inspect } = await import(pathToFileURL(`${folder}/certloupe.js`));
await init({ module_or_path: readFileSync(`${folder}/certloupe_bg.wasm`) });
const report = inspect("nothing to read", { now: "2026-11-21", lang: "zh" });
if (report.schema !== 1 || report.verdict !== "broken") throw new Error(`an odd report: ${JSON.stringify(report)}`);
