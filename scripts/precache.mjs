// Writes into sw.js of a built page what it is to keep: every file there is, by its content. Can be run again.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const folder = process.argv[2];

/** What a visit may never need: kept when the page is idle, and not when it opens. */
const LATER = [/^supply\//, /^examples\//, /^icons\//, /^(?:full|deploy|look|frame|link|picture|needs)\b/, /^(?:full|deploy|look)_bg/, /^words\/(?!first-)/];

/** The one-file page stands for itself, a worker can not keep itself, and what is beside the page is for other pages. */
const LEFT_OUT = [/^certloupe\.html$/, /^sw\.js$/, /^(?:docs|embed)\//];

/** What a server gives in another file's place (scripts/precompress.sh): a browser asks for that other one. */
const PACKED = /\.(?:br|gz)$/;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
  .filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)) && !PACKED.test(path))
  .sort();
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);
const hashes = files.map((path) => [path, sha256(readFileSync(join(folder, path)))]);
const isLater = ([path]) => LATER.some((pattern) => pattern.test(path));

const page = readFileSync(join(folder, "index.html"), "utf8");
const modules = page.match(/data-version="([0-9a-f]+)"/)?.[1];
if (!modules) throw new Error("index.html does not say its version");
const build = {
  version: sha256(hashes.join("\n")),
  modules,
  first: Object.fromEntries(hashes.filter((file) => !isLater(file))),
  later: Object.fromEntries(hashes.filter(isLater)),
};

const worker = join(folder, "sw.js");
const line = /^const BUILD = .*;$/m;
const text = readFileSync(worker, "utf8");
if (!line.test(text)) throw new Error("sw.js has no line for what it keeps");
writeFileSync(worker, text.replace(line, () => `const BUILD = ${JSON.stringify(build)};`));
