// Certificates a second: our JavaScript package beside the libraries that JavaScript has, in one page, in turns.
// Everybody makes the same record of each certificate: names, dates, key, extensions, SHA-256. Ours judges it, too.
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { roots } from "./material.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** The libraries, by the file in `engines/` that adapts each. */
export const PEERS = { peculiar: "@peculiar/x509", pkijs: "pkijs", forge: "node-forge" };

const WARM = 4, PASSES = 7;

/** Ours for one certificate a call, as the peers are called, and for all of them in one. */
const OURS = `
  import init, { inspect } from "/pkg/certloupe.js";
  await init();
  const now = new Date().toISOString();
  globalThis.engines["ours"] = { read: async (pem) => inspect(pem, { now }).certificates[0] };
  globalThis.engines["ours, one call"] = { all: async (list) => inspect(list.join(""), { now }).certificates };
`;

/** Runs in the page. Whoever can not read a certificate is left with undefined for it. */
const RACE = async (list, warm, passes) => {
  const one = async (read, pem) => { try { return await read(pem); } catch { return undefined; } };
  const each = async (read) => {
    const records = [];
    for (const pem of list) records.push(await one(read, pem));
    return records;
  };
  const engines = Object.entries(globalThis.engines);
  const times = Object.fromEntries(engines.map(([name]) => [name, []]));
  const readable = {};
  for (let pass = 0; pass < warm + passes; pass++) {
    for (const [name, { read, all }] of engines) {
      const start = performance.now();
      const records = await (all ? all(list) : each(read));
      const took = performance.now() - start;
      if (pass >= warm) times[name].push(took);
      readable[name] = records.map((record) => record?.sha256);
    }
  }
  return { times, readable };
};

/** Times of whole lists in ms by engine, the list's length, and how many more roots there are. */
export const race = async (chromium, site, pkg) => {
  const built = existsSync(join(pkg, "certloupe_bg.wasm"));
  for (const peer of Object.keys(PEERS)) {
    const made = await build({
      entryPoints: [join(HERE, "engines", `${peer}.mjs`)], bundle: true, minify: true, format: "esm", write: false,
      target: "es2022", logLevel: "error",
    });
    site.page(`/engines/${peer}.js`, made.outputFiles[0].text);
  }
  const load = Object.keys(PEERS).map((peer) => `import * as ${peer} from "/engines/${peer}.js";`).join("\n");
  site.page("/engines/all.js", `${load}
    globalThis.engines = { ${Object.keys(PEERS).join(", ")} };
    globalThis.race = ${RACE};`);
  site.page("/engines/ours.js", OURS);
  site.page("/engines/index.html", "<!doctype html><meta charset=utf-8><link rel=icon href='data:,'><title>engines</title>");

  const page = await chromium.page();
  try {
    await page.open(site.address("/engines/index.html"));
    await page.value(`import("/engines/all.js").then(() => 0)`, "the peers' libraries");
    if (built) await page.value(`import("/engines/ours.js").then(() => 0)`, "our package");
    const ask = (list, warm, passes) => page.value(`race(${JSON.stringify(list)}, ${warm}, ${passes})`, "the engines");
    // The same list for everybody: what one of them can not read, nobody is asked to.
    const candidates = roots();
    const { readable } = await ask(candidates, 0, 1);
    const answers = Object.values(readable);
    const list = candidates.filter((_, index) => answers.every((hashes) => hashes[index]));
    const differ = candidates.findIndex((_, index) => new Set(answers.map((hashes) => hashes[index]).filter(Boolean)).size > 1);
    if (differ >= 0) throw new Error(`the engines disagree on a fingerprint:\n${candidates[differ]}`);
    if (list.length < 20) throw new Error(`only ${list.length} of ${candidates.length} roots are read by every engine`);
    const { times } = await ask(list, WARM, PASSES);
    return { built, times, count: list.length, left: candidates.length - list.length };
  } finally {
    await page.close();
  }
};
