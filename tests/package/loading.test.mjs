// How everybody but Node loads the engine: once, from wherever it is said to be, and again where that failed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PROJECT } from "./support/project.mjs";

/** What a program says that imports the package as a browser does, with a `fetch` that counts. */
const says = (name, program) => {
  writeFileSync(join(PROJECT, name), `
    import init, { EngineNotReady, inspect } from "certloupe";
    import { readFileSync } from "node:fs";
    const bytes = readFileSync("node_modules/certloupe/certloupe_bg.wasm");
    const answer = () => new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
    const asked = [];
    let isDown = false;
    globalThis.fetch = async (address) => {
      asked.push(new URL(address).pathname.split("/").at(-1));
      return isDown ? new Response("", { status: 503 }) : answer();
    };
    const works = () => inspect("nothing").schema === 1;
    const thrown = async (call) => { try { await call(); } catch (error) { return error; } };
    console.log(JSON.stringify(await (async () => { ${program} })()));`);
  return JSON.parse(execFileSync(process.execPath, ["--conditions=browser", name], { cwd: PROJECT, encoding: "utf8" }));
};

test("calls of init at once and one after the other load once", () => {
  assert.deepEqual(says("once.mjs", `
    const early = await thrown(() => inspect(""));
    const results = await Promise.all([init(), init(), init()]);
    await init();
    return [early instanceof EngineNotReady, early.message.includes("await init()"), results, asked, works()];
  `), [true, true, [null, null, null], ["certloupe_bg.wasm"], true]);
});

test("a load that failed is no longer in the way", () => {
  assert.deepEqual(says("again.mjs", `
    isDown = true;
    const failures = await Promise.all([thrown(() => init()), thrown(() => init())]);
    isDown = false;
    await init();
    return [failures.map(({ message }) => message.includes("503")), asked.length, works()];
  `), [[true, true], 2, true]);
});

const SOURCES = {
  "an address": [`new URL("https://cdn.example/elsewhere.wasm")`, ["elsewhere.wasm"]],
  "an address as text": [`"https://cdn.example/elsewhere.wasm"`, ["elsewhere.wasm"]],
  "an answer": ["answer()", []],
  "an answer to come": ["Promise.resolve(answer())", []],
  "bytes": ["bytes", []],
  "an ArrayBuffer": ["new Uint8Array(bytes).buffer", []],
  "a module": ["new WebAssembly.Module(bytes)", []],
};

for (const [what, [source, fetched]] of Object.entries(SOURCES)) {
  test(`init takes ${what}`, () => {
    assert.deepEqual(says("source.mjs", `await init(${source}); return [works(), asked];`), [true, fetched]);
  });
}
