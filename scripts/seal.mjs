// Writes into a built page its version, and the hash of every script, sheet and module: another file in its place is refused.
// The version is made from everything whose name stays from build to build, and asked for with it. Can be run again.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const read = (file) => readFileSync(join(folder, file));
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256"));
const seal = (file) => `sha256-${sha256(read(file)).digest("base64")}`;

const modules = readdirSync(folder).filter((file) => file.endsWith("_bg.wasm")).sort();
const words = readdirSync(join(folder, "words")).sort().map((file) => `words/${file}`);
const parts = [...modules, ...words, "look.css", "needs.js", "boot.js"];
const version = sha256(...parts.map(read)).digest("hex").slice(0, 16);

/** A name with what it is asked for by; names that have a hash in them need none. */
const asked = (file) => (/-[0-9a-f]{9,16}/.test(file) ? file : `${file}?v=${version}`);

// By their names, without the hash in the first one's.
const seals = Object.fromEntries([
  ...modules.map((file) => [file.replace(/(?:-[0-9a-f]{9,16})?_bg\.wasm$/, ""), seal(file)]),
  // Words are known by their places: another build's would say something else.
  ...words.map((file) => [file, seal(file)]),
]);
const told = ` data-version="${version}" data-seals='${JSON.stringify(seals)}'`;

const path = join(folder, "index.html");
const named = /<(?:script|link)\b[^>]*?\b(?:src|href)="((?:\.\/)?([^"?]+\.(?:js|css|wasm))(?:\?[^"]*)?)"[^>]*>/g;
const sealed = (tag, file) => tag.replace(/>$/, ` integrity="${seal(file)}">`);
const page = readFileSync(path, "utf8").replace(named, (tag, address, file) =>
  sealed(tag.replace(/ integrity="[^"]*"/, "").replace(`"${address}"`, `"./${asked(file)}"`), file));
writeFileSync(path, page.replace(/ data-version="[^"]*"(?: data-seals='[^']*')?/, told));
