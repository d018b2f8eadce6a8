// Whether the page stays awake while it reads many certificates: the longest task of its main thread. Browsers tell of none
// below 50 ms, which is also where a user begins to feel one.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { many } from "./material.mjs";

export const OURS = 10_000, THEIRS = 500;

const NOTE_LONG_TASKS = `
  globalThis.longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((task) => {
    globalThis.longest = Math.max(longest, task.duration);
  })).observe({ entryTypes: ["longtask"] });`;

/** Tasks are told of a moment after they end. */
const SETTLED = "new Promise((done) => setTimeout(done, 500))";

const until = (condition) => `new Promise((done) => {
  const look = () => (${condition}) ? done(performance.now()) : setTimeout(look, 20);
  look();
})`;

const state = (wanted) => until(`document.querySelector("[data-state]")?.dataset.state === "${wanted}"`);

/** One file with so many certificates, chosen in our page: time to the verdict, longest task. */
export const ours = async (chromium, site, chain) => {
  const home = mkdtempSync(join(tmpdir(), "certloupe-bench-"));
  const page = await chromium.page();
  try {
    const file = join(home, "many.pem");
    writeFileSync(file, many(chain.certificates[0], OURS));
    await page.open(site.address("/ours/"));
    await page.value(state("empty"), "our page");
    await page.value(NOTE_LONG_TASKS);
    const since = await page.value("performance.now()");
    await page.choose("[data-test=file]", [file]);
    await page.value(state("working"), "our page, begun");
    const end = await page.value(state("done"), `our page, ${OURS} certificates`);
    await page.value(SETTLED);
    const said = await page.value(`document.querySelector("[data-test=verdict]")?.dataset.verdict`);
    const shown = await page.value(`document.body.textContent.replace(/[,\\u202f\\u00a0 ]/g, "").includes("${OURS}")`);
    if (!said || !shown) throw new Error(`our page does not say that it has read ${OURS} certificates`);
    return { took: end - since, longest: await page.value("longest") };
  } finally {
    await page.close();
    rmSync(home, { recursive: true });
  }
};

/** So many certificates, pasted into the peer's decoder: time to their tabs, longest task. */
export const theirs = async (chromium, site, chain) => {
  const page = await chromium.page();
  try {
    await page.open(site.address("/empty.html"));
    const decoder = `document.querySelector("peculiar-certificate-decoder")`, root = `${decoder}.shadowRoot`;
    await page.value(until(`${decoder}?.shadowRoot?.querySelector("button")`), "the peer's decoder");
    await page.value(NOTE_LONG_TASKS);
    const since = await page.value(`{
      ${root}.querySelector("textarea").value = ${JSON.stringify(many(chain.certificates[0], THEIRS))};
      [...${root}.querySelectorAll("button")].find((button) => button.textContent === "Decode").click();
      performance.now();
    }`, "the peer's decoder, begun");
    const tabs = `${root}.querySelector("peculiar-certificate-chain-viewer")?.shadowRoot?.querySelectorAll("[role=tab]").length`;
    const end = await page.value(until(`${tabs} === ${THEIRS}`), `the peer's decoder, ${THEIRS} certificates`);
    await page.value(SETTLED);
    return { took: end - since, longest: await page.value("longest") };
  } finally {
    await page.close();
  }
};
