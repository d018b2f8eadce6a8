// Makes the npm package in pkg/ of what wasm-bindgen wrote (the folder that is named) and what stands in src/api/package/,
// tells what it weighs, and calls it once: a package that does not load is worse than none.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

const glue = process.argv[2];
const SOURCES = "src/api/package", PKG = "pkg", EMBED = "dist/embed";

/** What is taken as it stands. */
const SCRIPTS = ["certloupe.js", "node.js", "doors.js", "engine.js"];
const TYPES = ["element.d.ts"];
const WORDS = ["README.md", "README.zh-CN.md"];
const LICENCES = ["LICENSE-APACHE", "LICENSE-MIT"];

const say = (text) => console.log(`certloupe: ${text}`);

/** What wasm-bindgen declares and engine.js keeps to itself. */
const INSIDE = "export function __wbg_reset_state(): void;\n\n";

/** The types and the doors as wasm-bindgen wrote them, without its own way to load, and with ours. */
const types = () => {
  const written = readFileSync(join(glue, "glue.d.ts"), "utf8");
  const end = written.indexOf("export type InitInput");
  if (end < 0) throw new Error("wasm-bindgen writes its types in another way");
  return written.slice(0, end).replace(INSIDE, "") + readFileSync(join(SOURCES, "certloupe.d.ts"), "utf8");
};

const manifest = () => {
  const cargo = readFileSync("Cargo.toml", "utf8");
  const value = (key) => cargo.match(new RegExp(`^${key} = "(.*)"`, "m"))[1];
  return {
    name: value("name"),
    version: value("version"),
    description: value("description"),
    keywords: ["certificate", "x509", "tls", "ssl", "pem", "pkcs12", "csr", "nginx", "mini-program", "wasm"],
    license: value("license"),
    type: "module",
    engines: { node: ">=20" },
    main: "./node.js",
    module: "./certloupe.js",
    browser: "./certloupe.js",
    types: "./certloupe.d.ts",
    // The first that applies: Deno says "node", too, but fetches as browsers do.
    exports: {
      ".": {
        types: "./certloupe.d.ts",
        deno: "./certloupe.js",
        browser: "./certloupe.js",
        node: "./node.js",
        default: "./certloupe.js",
      },
      "./certloupe_bg.wasm": "./certloupe_bg.wasm",
      // Types alone: the element is for a script tag.
      "./element": { types: "./element.d.ts" },
      "./embed/*": "./embed/*",
      "./package.json": "./package.json",
    },
    // Node's entry loads the engine, the element makes itself known.
    sideEffects: ["./node.js", "./embed/**"],
    files: [...SCRIPTS, ...TYPES, "glue.js", "certloupe.d.ts", "certloupe_bg.wasm", "embed", ...WORDS, ...LICENCES],
  };
};

rmSync(PKG, { recursive: true, force: true });
mkdirSync(PKG);
for (const name of [...SCRIPTS, ...TYPES, ...WORDS]) copyFileSync(join(SOURCES, name), join(PKG, name));
for (const name of LICENCES) copyFileSync(name, join(PKG, name));
copyFileSync(join(glue, "glue.js"), join(PKG, "glue.js"));
copyFileSync(join(glue, "glue_bg.wasm"), join(PKG, "certloupe_bg.wasm"));
writeFileSync(join(PKG, "certloupe.d.ts"), types());
writeFileSync(join(PKG, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
if (existsSync(EMBED)) cpSync(EMBED, join(PKG, "embed"), { recursive: true });
else say(`${EMBED} is not built: the package goes without the custom element`);

const tarball = execFileSync("tar", ["-cz", "-C", PKG, "."], { maxBuffer: Infinity }).length;
const row = (what, raw, brotli) => console.log(`${what.padEnd(36)} ${String(raw).padStart(10)} ${String(brotli).padStart(10)}`.trimEnd());
row("the package", "bytes", "brotli");
for (const name of ["certloupe_bg.wasm", "glue.js", ...SCRIPTS]) {
  row(`pkg/${name}`, statSync(join(PKG, name)).size, brotliCompressSync(readFileSync(join(PKG, name))).length);
}
row("the tarball", tarball, "");

const { inspect } = await import(pathToFileURL(join(PKG, "node.js")));
const report = inspect("nothing to read", { now: "2026-11-21", lang: "zh" });
if (report.schema !== 1 || report.verdict !== "broken") throw new Error(`an odd report: ${JSON.stringify(report)}`);
