// From an address to what a user came for: our verdict, and the peer's certificate.
import { slowly } from "./slowly.mjs";

const PEER = "/peer/dist/peculiar/";

/** What the peer's read-me says a page needs; the icon saves it a request that is not its own. */
const peer = (element) => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>peer</title>
  <link rel="icon" href="data:,">
  <script type="module" src="${PEER}peculiar.esm.js"></script>
  <link rel="stylesheet" href="${PEER}peculiar.css">
</head>
<body>${element}</body>
</html>`;

const base64 = (pem) => pem.replace(/-----[^-]+-----|\s/g, "");

/** Pastes as soon as the page has a box, and notes when the verdict stands there, and when it is complete. */
const ours = (text) => `
  globalThis.bench = new Promise((done) => {
    const at = {};
    const seen = new MutationObserver(() => {
      const box = document.querySelector("[data-test=input]");
      if (!box) return;
      if (!at.box) {
        at.box = performance.now();
        box.value = ${JSON.stringify(text)};
        box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
      }
      const verdict = document.querySelector("[data-test=verdict]");
      if (!verdict) return;
      at.verdict ??= performance.now();
      if (document.querySelector("[data-state]")?.dataset.state !== "done") return;
      seen.disconnect();
      done({ ...at, done: performance.now(), origin: performance.timeOrigin, said: verdict.dataset.verdict });
    });
    seen.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-state", "data-verdict"] });
  });`;

/** Notes when the peer has drawn the server's certificate, name and serial number, and a tab for each of so many: its
 * text is in shadow trees, each of which is watched. */
const theirs = ({ names, serial }, tabs) => `
  globalThis.bench = new Promise((done) => {
    const roots = [], wanted = ${JSON.stringify([names[0], serial])};
    const seen = new MutationObserver(() => {
      const text = roots.map((root) => root.textContent).join(" ");
      if (!wanted.every((word) => text.includes(word))) return;
      if (roots.reduce((sum, root) => sum + root.querySelectorAll("[role=tab]").length, 0) !== ${tabs}) return;
      seen.disconnect();
      done({ verdict: performance.now(), done: performance.now(), origin: performance.timeOrigin, said: "drawn" });
    });
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      roots.push(root);
      seen.observe(root, { childList: true, subtree: true, characterData: true });
      return root;
    };
  });`;

/** The pages that are compared: where they stand, and what notes their moment. The first is ours. */
export const contestants = (site, chain) => {
  site.page("/viewer.html", peer(`<peculiar-certificate-viewer certificate="${base64(chain.certificates[0])}"></peculiar-certificate-viewer>`));
  site.page("/decoder.html", peer(`<peculiar-certificate-decoder certificate-to-decode="${chain.text}"></peculiar-certificate-decoder>`));
  site.page("/empty.html", peer("<peculiar-certificate-decoder></peculiar-certificate-decoder>"));
  site.page("/still.html", "<!doctype html><link rel=icon href='data:,'>");
  return {
    ours: { address: "/ours/", script: ours(chain.text), said: ["ready", "attention", "broken"] },
    viewer: { address: "/viewer.html", script: theirs(chain, 0), said: ["drawn"] },
    decoder: { address: "/decoder.html", script: theirs(chain, 3), said: ["drawn"] },
  };
};

const LINE = {
  "Network.enable": {},
  "Network.emulateNetworkConditions": { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 },
};

export const CONDITIONS = {
  "loopback": { name: "loopback", on: {} },
  "cpu": { name: "processor 4x slower (main thread)", on: { "Emulation.setCPUThrottlingRate": { rate: 4 } } },
  "threads": { name: "processor 4x slower (all threads)", on: {}, slow: true },
  "line": { name: "1.6 Mbit/s, 150 ms", on: LINE },
};

/** The slow line holds for workers, too, and is one for all: two files at once take twice as long as one. Otherwise a page
 * that loads its engine in a worker would be measured on two lines. */
export const checkTheLine = async (chromium, site) => {
  const bytes = 100_000;
  site.page("/line.html", "<!doctype html><link rel=icon href='data:,'>");
  site.page("/line.bin", randomText(bytes));
  const page = await chromium.page(LINE);
  await page.open(site.address("/line.html"));
  const load = `async () => {
    const answer = await fetch(${JSON.stringify(site.address("/line.bin"))});
    await answer.arrayBuffer();
    return performance.timeOrigin + performance.now();
  }`;
  const source = JSON.stringify(`onmessage = () => (${load})().then(postMessage); postMessage(0);`);
  const took = await page.value(`(async () => {
    const worker = new Worker(URL.createObjectURL(new Blob([${source}], { type: "text/javascript" })));
    const said = () => new Promise((done) => { worker.onmessage = ({ data }) => done(data); });
    await said();
    const since = performance.timeOrigin + performance.now();
    const loaded = said();
    worker.postMessage(0);
    return Math.max(await loaded, await (${load})()) - since;
  })()`, "the slow line");
  await page.close();
  const sent = site.log.filter((one) => one.path === "/line.bin").reduce((sum, one) => sum + one.bytes, 0);
  const least = sent / LINE["Network.emulateNetworkConditions"].downloadThroughput * 1000;
  if (took < 0.9 * least) {
    throw new Error(`the slow line is none for workers: ${sent} bytes took ${took.toFixed()} ms, not ${least.toFixed()}`);
  }
};

/** Text that brotli can do little with. */
const randomText = (length) => {
  let [seed, text] = [1, ""];
  while (text.length < length) {
    seed = (seed * 48271) % 0x7fffffff;
    text += seed.toString(36);
  }
  return text.slice(0, length);
};

const bytes = (log) => log.reduce((sum, one) => sum + one.bytes, 0);

/** One page, opened once: its moments in ms, and what had been asked for until then. */
export const open = async (chromium, site, contestant, condition) => {
  const page = await chromium.page(condition.on);
  const slow = condition.slow ? slowly() : undefined;
  try {
    // A navigation to another site may start in another process: the one that is slowed has to be there before.
    if (slow) await page.open(site.address("/still.html"));
    slow?.add(await chromium.renderers());
    await page.first(contestant.script);
    site.forget();
    await page.open(site.address(contestant.address));
    slow?.add(await chromium.renderers());
    const at = await page.value("bench", `${contestant.address}, ${condition.name}`);
    if (!contestant.said.includes(at.said)) throw new Error(`${contestant.address} says ${at.said}`);
    const failed = site.log.find((one) => one.status !== 200);
    if (failed) throw new Error(`${contestant.address} asks for ${failed.path}, which is not there`);
    const until = (moment) => site.log.filter((one) => one.at <= at.origin + moment);
    return { ...at, asked: until(at.verdict), bytes: bytes(until(at.verdict)), allAsked: until(at.done), allBytes: bytes(until(at.done)) };
  } finally {
    await slow?.end();
    await page.close();
  }
};

/** Every page in turn, so that whatever else the machine does meets them all. */
export const compare = async (chromium, site, contestants, condition, runs) => {
  const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, contestant] of Object.entries(contestants)) {
      results[name].push(await open(chromium, site, contestant, condition));
    }
  }
  return results;
};
