// `make bench`: our page and engine beside the JavaScript peers, in one run of one browser. README.md says what each
// figure is. Prints tables; with --write it also writes them to results.md. Ends with 1 when something could not be
// measured, and says what; how the figures turn out is not its business.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Chromium } from "./chromium.mjs";
import { PEERS, race } from "./engines.mjs";
import { chain } from "./material.mjs";
import { checkTheLine, compare, CONDITIONS, contestants } from "./pages.mjs";
import { Site } from "./site.mjs";
import { median, number, ratio, spread, table } from "./table.mjs";
import * as tasks from "./tasks.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const DIST = join(HERE, "../dist"), PKG = join(HERE, "../pkg");

/** What the first verdict may weigh, in bytes as brotli packs them, and how long a task of the page may take, in ms. */
const WEIGHT = 180_000, TASK = 50;

const PARTS = ["pages", "tasks", "engines"];

const { values: asked } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    only: { type: "string", multiple: true, default: PARTS },
    dist: { type: "string", default: DIST },
    pkg: { type: "string", default: PKG },
    write: { type: "boolean", default: false },
  },
});
const runs = Number(asked.runs);
if (!Number.isInteger(runs) || runs < 1 || asked.only.some((part) => !PARTS.includes(part))) {
  console.error(`usage: node bench/run.mjs [--runs N] [--only ${PARTS.join("|")}]… [--dist DIR] [--pkg DIR] [--write]`);
  process.exit(2);
}

const written = [];
const say = (text) => {
  console.log(text);
  written.push(text);
};
const step = (text) => console.error(`certloupe: ${text}`);

/** What could not be measured. */
const missing = [];

/** A measurement that fails keeps none of the others from being made. */
const attempt = async (what, measure) => {
  step(what);
  try {
    await measure();
  } catch (error) {
    missing.push(`${what}: ${error.message}`);
  }
};

const installed = (name) => JSON.parse(readFileSync(join(HERE, `node_modules/${name}/package.json`), "utf8")).version;

const NAMES = { ours: "ours", viewer: "peer, one certificate", decoder: "peer, decoder with the chain" };

const pages = async (chromium, site, given) => {
  const all = contestants(site, given);
  await attempt("the slow line, for workers, too", () => checkTheLine(chromium, site));
  // What the browser and the server do once in their lives is nobody's time.
  await attempt("each page once, uncounted", () => compare(chromium, site, all, CONDITIONS.loopback, 1));
  let unhindered;
  for (const condition of Object.values(CONDITIONS)) {
    await attempt(`the first verdict, ${condition.name}: ${runs} times each`, async () => {
      const results = await compare(chromium, site, all, condition, runs);
      unhindered ??= results;
      say(`\n## From the address to the verdict: ${condition.name}\n`);
      say(firstVerdict(results));
    });
  }
  if (unhindered) {
    say("\n## What was asked for until then, in bytes as sent\n");
    say(weights(unhindered));
  }
};

const firstVerdict = (results) => {
  const at = (name, moment) => results[name].map((run) => run[moment]);
  const peer = median(at("viewer", "verdict"));
  const row = (what, values, marked) => [what, spread(values), marked ? ratio(median(values), peer) : (median(values) / peer).toFixed(2)];
  return table(["", "ms, median (min..max)", "against the peer"], [
    row("ours: there is a box", at("ours", "box"), false),
    row("ours: first verdict on a chain of three", at("ours", "verdict"), true),
    ["ours: complete verdict (the peer has none)", spread(at("ours", "done")), ""],
    row("peer: one certificate drawn", at("viewer", "verdict"), false),
    row("peer: decoder with the same chain", at("decoder", "verdict"), false),
  ]);
};

/** The heaviest run counts: what comes early enough to be asked for before the verdict is part of it. */
const heaviest = (results, bytes) => results.toSorted((one, other) => other[bytes] - one[bytes])[0];

const weights = (results) => {
  const [first, complete] = [heaviest(results.ours, "bytes"), heaviest(results.ours, "allBytes")];
  const [viewer, decoder] = ["viewer", "decoder"].map((name) => heaviest(results[name], "bytes"));
  const row = (what, bytes, count, mark = "", beside = "") => [what, number(bytes), count, mark, beside];
  const files = first.asked.map(({ path, bytes }) => [`- ${path.replace("/ours/", "")}`, number(bytes), "", "", ""]);
  return table(["", "bytes", "requests", `of ${number(WEIGHT)}`, "of the peer's"], [
    row("ours: first verdict", first.bytes, first.asked.length, ratio(first.bytes, WEIGHT), ratio(first.bytes, viewer.bytes)),
    ...files,
    row("ours: complete verdict (the peer has none)", complete.allBytes, complete.allAsked.length),
    row("peer: one certificate drawn", viewer.bytes, viewer.asked.length),
    row("peer: decoder with the same chain", decoder.bytes, decoder.asked.length),
  ]);
};

const awake = async (chromium, site, given) => {
  contestants(site, given);
  const times = async (measure) => {
    const results = [];
    for (let run = 0; run < Math.min(runs, 3); run++) results.push(await measure(chromium, site, given));
    return [spread(results.map(({ took }) => took)), results.map(({ longest }) => longest)];
  };
  const [took, longest] = await times(tasks.ours);
  const [theirs, theirLongest] = await times(tasks.theirs);
  say("\n## Awake among many certificates: the longest task of the page's thread, in ms (0: none above 50)\n");
  say(table(["", "longest task", `of ${TASK} ms`, "ms until they stand there"], [
    [`ours: a file of ${number(tasks.OURS)}`, spread(longest), ratio(median(longest), TASK), took],
    [`peer: ${number(tasks.THEIRS)} pasted into the decoder`, spread(theirLongest), "", theirs],
  ]));
};

const engines = async (chromium, site) => {
  const { built, times, count, left } = await race(chromium, site, asked.pkg);
  say(`\n## Certificates a second, in one page: ${count} public roots (${left} more are not read by every engine)\n`);
  const rate = (name) => number(count / median(times[name]) * 1000);
  const ours = Object.keys(times).filter((name) => name.startsWith("ours"));
  const label = (name) => (name === "ours" ? "ours, one call each" : name);
  say(table(["", "a second", "ms for all, median (min..max)", ...ours.map((name) => `time of ${label(name)}`)], [
    ...ours.map((name) => [label(name), rate(name), spread(times[name]), ...ours.map(() => "")]),
    ...Object.entries(PEERS).map(([peer, name]) => [
      `${name} ${installed(name)}`, rate(peer), spread(times[peer]),
      ...ours.map((our) => ratio(median(times[our]), median(times[peer]))),
    ]),
  ]));
  if (!built) throw new Error("our package is not built (scripts/build.sh package)");
};

if (!existsSync(join(asked.dist, "index.html"))) {
  console.error("certloupe: there is no page to measure (scripts/build.sh site)");
  process.exit(1);
}
const peerFolder = join(HERE, "node_modules/@peculiar/certificates-viewer");
const site = await new Site({ "/ours/": asked.dist, "/peer/": peerFolder, "/pkg/": asked.pkg }).listen();
const chromium = new Chromium();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
try {
  step("packing the page's files with brotli, quality 11");
  await site.pack("/ours/");
  const given = chain();
  const gigabytes = (totalmem() / 2 ** 30).toFixed();
  say(`# Beside the peers, ${new Date().toISOString().slice(0, 10)}\n`);
  say(`${await chromium.version()}, ${cpus().length} × ${cpus()[0].model}, ${gigabytes} GB, load ${loadavg()[0].toFixed(1)} at the start.`);
  say(`The peer is @peculiar/certificates-viewer ${installed("@peculiar/certificates-viewer")}; both pages get the same ${given.minted ? "minted" : "given"} chain,`);
  say("from one server on loopback (HTTP/1.1, brotli 11), in turns, each time with an empty cache.");
  say("A ratio is ours divided by theirs: at most 1 is ok.");
  if (asked.only.includes("pages")) await pages(chromium, site, given);
  if (asked.only.includes("tasks")) await attempt("many certificates", () => awake(chromium, site, given));
  if (asked.only.includes("engines")) await attempt("the engines", () => engines(chromium, site));
  if (missing.length > 0) say(`\n## Not measured\n\n${missing.map((what) => `- ${what}`).join("\n")}`);
} finally {
  await chromium.end();
  await site.close();
}
if (asked.write) writeFileSync(join(HERE, "results.md"), `${written.join("\n")}\n`);
process.exitCode = missing.length > 0 ? 1 : 0;
