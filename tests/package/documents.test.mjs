// Every example of the documents runs as it stands there: programs in Node and Deno, pages in a browser, commands in a shell.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import ts from "typescript";
import { build } from "vite";
import { Browser } from "./support/browsers.mjs";
import { RESOLUTIONS, complaints, program } from "./support/compiler.mjs";
import { DENO, LACKS_DENO } from "./support/deno.mjs";
import { DOCUMENTS, examples } from "./support/documents.mjs";
import { PROJECT } from "./support/project.mjs";
import { Site } from "./support/site.mjs";

const MATERIAL = join(PROJECT, "material");

let opened;
const browser = () => (opened ??= Browser.open("chromium"));
after(async () => (await opened)?.end());

/** What a program says; it fails with what it complains of. */
const says = async (folder, command, ...words) => {
  const variables = {
    ...process.env, PATH: [dirname(DENO), process.env.PATH].join(delimiter), DENO_DIR: join(PROJECT, ".deno"), DENO_NO_UPDATE_CHECK: "1",
  };
  const { stdout } = await promisify(execFile)(command, words, { cwd: folder, env: variables });
  assert.ok(stdout.trim(), "it says something");
};

/** A folder on loopback, and a page of it in a browser. */
const shown = async (folder, page, use) => {
  const site = await new Site(folder).listen();
  try {
    const one = await browser();
    await one.visit(site.address(`/${page}`));
    await use(one);
  } finally {
    await site.close();
  }
};

/** A page with a box for files and a place for the verdict. */
const judges = (folder, page) => shown(folder, page, async (one) => {
  await one.value("the page has its script", "return document.readyState === 'complete' || null");
  // What is chosen before the engine is there, nobody hears of.
  await one.value("the box is heard", "return document.querySelector('#file').onchange ? true : null");
  await one.type("#file", join(folder, "chain.pem"));
  const verdict = await one.value("the verdict", "return document.querySelector('#verdict').textContent || null");
  assert.match(verdict, /^(ready|attention|broken)$/);
});

const ELEMENT = "return document.querySelector('cert-loupe').shadowRoot?.querySelector('[data-test=verdict]')?.dataset.verdict ?? null";

/** How the files of a language are run; the first row whose pattern fits. */
const RUNS = [
  [/^inspector\.mjs$|^app\.js$|^worker\.js$/, () => {}], // by others
  [/\.deno\.js$/, (folder, name) => says(folder, DENO, "run", "--no-prompt", "--allow-read", name)],
  [/\.mjs$/, (folder, name) => says(folder, process.execPath, name)],
  [/\.ts$/, (folder, name, text) => {
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    writeFileSync(join(folder, "built.mjs"), ts.transpileModule(text, { compilerOptions: options }).outputText);
    return says(folder, process.execPath, "built.mjs");
  }],
  [/^element\.html$/, (folder, name) => shown(folder, name, (one) => one.value("the element's verdict", ELEMENT))],
  [/^app\.html$/, async (folder, name) => {
    const outDir = join(folder, "built");
    const input = join(folder, name);
    await build({ root: folder, logLevel: "warn", worker: { format: "es" }, build: { outDir, rollupOptions: { input } } });
    cpSync(join(folder, "chain.pem"), join(outDir, "chain.pem"));
    return judges(outDir, name);
  }],
  [/\.html$/, (folder, name) => judges(folder, name)],
  // Of the package that was packed, in a folder of its own; and what is copied is where the pages look for it.
  [/^$/, (folder, _, text) => {
    const install = `mkdir -p new && cd new && npm install --offline --no-audit --no-fund "$CERTLOUPE_TARBALL" && cd ..`;
    const commands = text.replace(/^npm install certloupe$/m, install).replace(/^cp .*$/m, (copy) => `${copy} && ls certloupe/certloupe.js`);
    return says(folder, "sh", "-ec", commands);
  }],
];

/** Which languages have to be files, and which are not run. */
const FILES = new Set(["js", "ts", "html"]), TEXTS = new Set(["text", "json"]);

for (const [home, path] of Object.entries(DOCUMENTS)) {
  const folder = join(PROJECT, home), all = examples(path);
  mkdirSync(folder);
  cpSync(MATERIAL, folder, { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  for (const { name, text } of all) if (name) writeFileSync(join(folder, name), text);

  test(`${path}: every example is a file or a command`, () => {
    const odd = all.filter(({ language, name }) => (FILES.has(language) ? !name : language !== "sh" && !TEXTS.has(language)));
    assert.deepEqual(odd, []);
    assert.ok(all.some(({ language }) => language === "js"), "there are some");
  });

  test(`${path}: strict types`, () => {
    const typed = all.filter(({ language, name }) => ["js", "ts"].includes(language) && !name.includes(".deno."))
      .map(({ name }) => join(home, name));
    const lib = ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"];
    assert.deepEqual(complaints(program(typed, { ...RESOLUTIONS.bundler, allowJs: true, checkJs: true, lib })), []);
  });

  for (const { language, name, text } of all.filter((example) => !TEXTS.has(example.language))) {
    const [, run] = RUNS.find(([pattern]) => pattern.test(name));
    const skip = /\bdeno\b/.test(name || text) && LACKS_DENO;
    test(`${path}: ${name || text.trim()}`, { skip }, () => run(folder, name, text));
  }
}
