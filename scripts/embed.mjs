// The custom element and what it needs, into a folder that can be put beside any page: the scripts with the version and with
// one mark for all files, so that a build's scripts ask for their own neighbours where two builds share a cache, and two
// versions a page. Only a server that keeps old names under new bytes can make them meet.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [sources, folder] = process.argv.slice(2);
const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m)[1];

const scripts = readdirSync(sources).filter((file) => file.endsWith(".js")).sort();
const text = (file) => readFileSync(join(sources, file), "utf8");
const sheet = text("cert-loupe.css").replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*\n\s*/g, "\n").trim();
const engines = ["engine", "full"].flatMap((name) => [`${name}.js`, `${name}_bg.wasm`]);
const parts = [...scripts.map(text), sheet, ...engines.map((file) => readFileSync(join(folder, file)))];
const mark = parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex").slice(0, 12);

// Every address of another file of the folder is a text that begins with "./".
const marked = (script) => script.replace(/(["`])(\.\/[\w${}.]+\.(?:js|wasm))\1/g, `$1$2?v=${mark}$1`);
for (const file of scripts) {
  const script = marked(text(file)).replace('const VERSION = ""', `const VERSION = "${version}"`).replace(/^ *\/\/.*\n/gm, "").replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, "");
  writeFileSync(join(folder, file), `// certloupe ${version}, MIT or Apache-2.0\n${script}`);
}
writeFileSync(join(folder, "sheet.js"), `export default ${JSON.stringify(sheet)};\n`);
