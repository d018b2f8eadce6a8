// A small app that asks on its page and in a module worker: as Vite and webpack build it, as Vite's development server and
// as any server gives it out unbuilt; in three real browsers, under a policy that forbids everything but its own files.
import assert from "node:assert/strict";
import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build, createServer } from "vite";
import webpack from "webpack";
import { BROWSERS, Browser } from "./support/browsers.mjs";
import { PROJECT, text } from "./support/project.mjs";
import { Site } from "./support/site.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src data:";

const APP = join(PROJECT, "app");
cpSync(fileURLToPath(new URL("app", import.meta.url)), APP, { recursive: true });
const strings = { chain: text("chain.pem"), root: text("root.pem") };
writeFileSync(join(APP, "chain.js"), Object.entries(strings).map(([name, pem]) => `export const ${name} = ${JSON.stringify(pem)};\n`).join(""));

const files = (folder) => readdirSync(folder, { recursive: true });

const browsers = new Map();
const browser = async (name) => {
  if (!browsers.has(name)) browsers.set(name, await Browser.open(name));
  return browsers.get(name);
};
after(() => Promise.all([...browsers.values()].map((one) => one.end())));

/** The app at an address says what it ought to. */
const works = async (name, address) => {
  const one = await browser(name);
  await one.visit(address);
  const said = async (what) => JSON.parse(await one.value(`${name}, ${what}`, `return document.documentElement.dataset.${what}`));
  const page = await said("page"), worker = await said("worker");
  assert.deepEqual(worker, { schema: 1, verdict: "ready", certificates: 3 });
  const { early, stopped, ...rest } = page;
  assert.deepEqual(rest, { schema: 1, verdict: "ready", again: "ready", refused: [true, true] });
  assert.ok(early[0] && early[1].includes("await init()"), String(early));
  assert.ok(stopped[0], String(stopped));
};

const served = async (folder, use) => {
  const site = await new Site(folder, POLICY).listen();
  try {
    await use(site);
  } finally {
    await site.close();
  }
};

/** One module in what was built, which every browser can use. */
const holds = async (folder) => {
  assert.equal(files(folder).filter((name) => name.endsWith(".wasm")).length, 1, files(folder).join(" "));
  for (const name of Object.keys(BROWSERS)) await served(folder, (site) => works(name, site.address("/")));
};

test("Vite builds it", async () => {
  await build({ root: APP, logLevel: "warn", worker: { format: "es" }, build: { outDir: join(PROJECT, "vite"), emptyOutDir: true } });
  await holds(join(PROJECT, "vite"));
});

test("webpack builds it", async () => {
  const output = join(PROJECT, "webpack");
  const stats = await promisify(webpack)({
    mode: "production", context: APP, entry: "./page.js", output: { path: output, filename: "page.js" },
    performance: { hints: false },
  });
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
  cpSync(join(APP, "index.html"), join(output, "index.html"));
  await holds(output);
});

test("Vite's development server serves it", async () => {
  const server = await createServer({ root: APP, logLevel: "warn", server: { host: "127.0.0.1", port: 0 } });
  try {
    await server.listen();
    await works("chromium", `http://127.0.0.1:${server.httpServer.address().port}/`);
  } finally {
    await server.close();
  }
});
