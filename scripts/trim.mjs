// Takes out of a built page what nobody reads there: the names of functions and the makers' marks in its modules, the
// long names by which a module and its glue know each other, and the indentation and comments of scripts and sheets. (Trunk's
// own minifier does not understand the glue, and leaves no quotes in the page.) Can be run again.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const UNREAD = ["name", "producers", "target_features"];
const [CUSTOM, IMPORTS] = [0, 2];

/** A number as WebAssembly writes it, seven bits a byte and the lowest first; and where it ends. */
function number(bytes, at) {
  for (let value = 0, scale = 1; ; scale *= 0x80) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return [value, at];
  }
}

function written(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 0x80)) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

function text(bytes, at) {
  const [length, start] = number(bytes, at);
  return [bytes.toString("utf8", start, start + length), start + length];
}

const named = (name) => Buffer.concat([written(Buffer.byteLength(name)), Buffer.from(name)]);

/** The section of imports with short names for functions, and which name became which. Other imports end it: there are
 * none, or their names stay as they are. */
function renamed(section) {
  const [count, start] = number(section, 0);
  const [parts, names] = [[section.subarray(0, start)], new Map()];
  let at = start;
  for (let index = 0; index < count; index++) {
    const [module, behindModule] = text(section, at);
    const [name, behindName] = text(section, behindModule);
    if (section[behindName] !== 0) break; // no function
    const [, end] = number(section, behindName + 1);
    const short = /^__wb/.test(name) ? `_${names.size.toString(36)}` : name;
    names.set(name, short);
    parts.push(named(module), named(short), section.subarray(behindName, end));
    at = end;
  }
  return [Buffer.concat([...parts, section.subarray(at)]), names];
}

/** A module without what only people and tools read, and the new names of what it imports. */
function trimmed(module) {
  const kept = [module.subarray(0, 8)]; // what it is, and its version
  let names = new Map();
  for (let at = 8; at < module.length; ) {
    const [length, start] = number(module, at + 1);
    const [kind, end] = [module[at], start + length];
    if (kind === IMPORTS) {
      const [section, shorter] = renamed(module.subarray(start, end));
      names = shorter;
      kept.push(Buffer.from([kind]), written(section.length), section);
    } else if (kind !== CUSTOM || !UNREAD.includes(text(module, start)[0])) {
      kept.push(module.subarray(at, end));
    }
    at = end;
  }
  return [Buffer.concat(kept), names];
}

/** A script or sheet without indentation, empty lines and comments that have lines of their own. */
const bare = (source) =>
  source.replace(/^ *\/\*[^]*?\*\/\n/gm, "").replace(/^ *\/\/.*\n/gm, "").replace(/^ *\n?/gm, "");

/** A sheet without spaces that say nothing. One with a brace too few would silently give its last rules to a phone. */
function sheet(file) {
  const rules = bare(readFileSync(join(folder, file), "utf8")).replace(/\s*([{};])\s*/g, "$1").replace(/([:,])\s+/g, "$1");
  if (rules.split("{").length !== rules.split("}").length) throw new Error(`${file} has a brace too many`);
  return rules;
}

for (const file of readdirSync(folder).filter((file) => file.endsWith("_bg.wasm"))) {
  const [path, glue] = [join(folder, file), join(folder, file.replace("_bg.wasm", ".js"))];
  if (!existsSync(glue)) throw new Error(`${file} has no glue`);
  const [module, names] = trimmed(readFileSync(path));
  const script = readFileSync(glue, "utf8")
    .replace(/\b__wb\w+/g, (name) => names.get(name) ?? name)
    .replace(/^function initSync\([^]*?^}\n/m, "").replace(/\binitSync, /, ""); // a way to start it that nobody goes
  writeFileSync(path, module);
  writeFileSync(glue, bare(script));
}
for (const script of ["needs.js", "boot.js"]) {
  const path = join(folder, script);
  writeFileSync(path, bare(readFileSync(path, "utf8")));
}
writeFileSync(join(folder, "look.css"), sheet("look.css"));

// The page's sheets become one, which packs better and comes with one request.
const linked = / *<link rel="stylesheet" href="\.\/([^"]+)"\/?>\n/g;
const page = join(folder, "index.html");
const source = readFileSync(page, "utf8");
const sheets = Array.from(source.matchAll(linked), ([, file]) => file);
const joined = sheets.map(sheet).join("");
const name = `page-${createHash("sha256").update(joined).digest("hex").slice(0, 16)}.css`;
sheets.forEach((file) => rmSync(join(folder, file)));
writeFileSync(join(folder, name), joined);
const [first] = sheets;
const one = source.replace(linked, (_, file) => (file === first ? `<link rel="stylesheet" href="./${name}">\n` : ""));

// The page's own module is called after what the compiler made; what is kept for ever under a name (hosting/) has to be
// what has that name, or whoever was here before another version of this script would be left with files that the page refuses.
const own = readdirSync(folder).map((file) => file.match(/^(\w+-[0-9a-f]{9,16})_bg\.wasm$/)?.[1]).find(Boolean);
const both = ["_bg.wasm", ".js"];
const content = both.reduce((hash, end) => hash.update(readFileSync(join(folder, own + end))), createHash("sha256"));
const called = own.replace(/-.*/, `-${content.digest("hex").slice(0, 16)}`);
for (const end of both) renameSync(join(folder, own + end), join(folder, called + end));
writeFileSync(page, one.replaceAll(own, called).replace(/^ *<!--[^]*?-->\n/gm, "").replace(/^ *\n?/gm, ""));
