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

// A module is not what its preload's hash lets through: whoever imports it fetches it again, unless a map has its hash.
// (Not in the map: what a worker imports, for which there is none; and what is fetched past caches, under other names.)
const imported = readdirSync(folder).filter((file) => /^(?:app-[0-9a-f]+|frame|glance|link|picture)\.js$/.test(file)).sort();
const map = JSON.stringify({ integrity: Object.fromEntries(imported.map((file) => [`./${asked(file)}`, seal(file)])) });
const script = `<script type="importmap">${map}</script>`;
const allowed = `'wasm-unsafe-eval' 'sha256-${sha256(map).digest("base64")}'`;
writeFileSync(path, page
  .replace(/ data-version="[^"]*"(?: data-seals='[^']*')?/, told)
  .replace(/<script type="importmap">[^<]*<\/script>/, "")
  .replace('<link rel="modulepreload"', `${script}$&`)
  .replace(/'wasm-unsafe-eval'(?: 'sha256-[^']*')?/, allowed));
