// The origin of every page that is measured: one server, one compression, one set of headers for ours and for the peers'.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** What is packed already. */
const PACKED = new Set([".png"]);

/** Above this, a file is packed when it is asked for and not before: the one-file page, which no measurement loads. */
const LARGE = 4 << 20;

const brotli = (bytes) => promisify(brotliCompress)(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
});

/** The clock that a page's own `performance.timeOrigin + performance.now()` reads, too. */
const now = () => performance.timeOrigin + performance.now();

export class Site {
  #folders;
  #pages = new Map();
  #files = new Map();
  #server;
  /** Everything that was asked for since `forget`: path, when it was, bytes of the answer's body as sent. */
  log = [];

  /** @param folders what is served below which path: `{ "/ours/": "dist" }` */
  constructor(folders) {
    this.#folders = Object.entries(folders);
  }

  async listen() {
    this.#server = createServer((request, response) => this.#answer(request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    }));
    await new Promise((done) => this.#server.listen(0, "127.0.0.1", done));
    return this;
  }

  address(path) {
    return `http://127.0.0.1:${this.#server.address().port}${path}`;
  }

  /** Serves a page that stands in no folder. */
  page(path, text) {
    this.#pages.set(path, text);
    this.#files.delete(path);
  }

  /** Packs the files of a folder beforehand, so that nobody waits for it. */
  async pack(path) {
    const [prefix, folder] = this.#folders.find(([prefix]) => path.startsWith(prefix));
    const within = join(folder, path.slice(prefix.length));
    const files = (await readdir(within, { withFileTypes: true })).filter((entry) => entry.isFile());
    await Promise.all(files.map((entry) => this.#file(path + entry.name, LARGE)));
  }

  forget() {
    this.log = [];
  }

  async #file(path, largest = Infinity) {
    const known = this.#files.get(path);
    if (known) return known;
    const bytes = await this.#read(path);
    if (!bytes || bytes.length > largest) return undefined;
    const file = PACKED.has(extname(path)) ? { body: bytes } : { body: await brotli(bytes), encoding: "br" };
    this.#files.set(path, file);
    return file;
  }

  #read(path) {
    if (this.#pages.has(path)) return Promise.resolve(Buffer.from(this.#pages.get(path)));
    const found = this.#folders.find(([prefix]) => path.startsWith(prefix));
    if (!found || normalize(path) !== path) return Promise.resolve(undefined);
    const [prefix, folder] = found;
    return readFile(join(folder, path.slice(prefix.length))).catch(() => undefined);
  }

  async #answer(request, response) {
    const at = now();
    let path = decodeURIComponent(request.url.split("?")[0]);
    if (path.endsWith("/")) path += "index.html";
    const file = await this.#file(path);
    this.log.push({ path, at, bytes: file?.body.length ?? 0, status: file ? 200 : 404 });
    if (!file) return response.writeHead(404, { "Content-Type": "text/plain" }).end("not here");
    const headers = {
      "Content-Type": KINDS[extname(path)] ?? "application/octet-stream",
      "Content-Length": file.body.length,
      "Cache-Control": "no-store",
    };
    if (file.encoding) headers["Content-Encoding"] = file.encoding;
    return response.writeHead(200, headers).end(file.body);
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(done));
  }
}
