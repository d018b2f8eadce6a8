// A folder on loopback.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const KINDS = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

export class Site {
  #server;
  /** The paths that were asked for. */
  asked = [];

  /** @param policy what pages are told in `Content-Security-Policy` */
  constructor(folder, policy = "") {
    this.#server = createServer(async (request, response) => {
      const path = normalize(decodeURIComponent(request.url.split("?")[0]));
      this.asked.push(path);
      const file = await readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path)).catch(() => undefined);
      if (!file) return response.writeHead(404).end();
      const kind = KINDS[extname(path)] ?? (path.endsWith("/") ? KINDS[".html"] : "application/octet-stream");
      return response.writeHead(200, { "Content-Type": kind, "Content-Security-Policy": policy }).end(file);
    });
  }

  async listen() {
    await new Promise((done) => this.#server.listen(0, "127.0.0.1", done));
    return this;
  }

  address(path) {
    return `http://127.0.0.1:${this.#server.address().port}${path}`;
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(done));
  }
}
