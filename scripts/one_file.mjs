// dist/index.html with everything it loads inside itself: dist/certloupe.html, which also works from file://.
//
// A page from file:// may not import modules or fetch files, and its worker may only come from a blob: address, and only
// as a classic script (Chromium refuses a module there, WebKit a data: address). So the wasm modules stand in the file
// as base64, in blocks that no browser runs, and boot.js finds them through `certloupeFile`. The files that the page would
// fetch stand in blocks named by their paths, packed.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [dist, glue] = process.argv.slice(2);
const text = (path) => readFileSync(path, "utf8");
const base64 = (path) => readFileSync(path).toString("base64");
const packed = (path) => gzipSync(readFileSync(path), { level: 9 }).toString("base64");

/** The policy's names for what stands inside the file. */
const allowed = { script: [], style: [] };

const inline = (element, content) => {
  if (new RegExp(`</${element}|<!--`, "i").test(content)) throw new Error(`a ${element} that can not stand in a page`);
  allowed[element].push(`'sha256-${createHash("sha256").update(content).digest("base64")}'`);
  return `<${element}>${content}</${element}>`;
};

/** Data, which nothing runs and no policy asks about. */
const block = (id, content) => `<script type="text/plain" id="${id}">${content}</script>`;

/** The modules that run in a worker. The file has the full engine only: a second one would save nobody anything. */
const workers = ["full", "deploy"];

/** Stands in the file before boot.js, which calls it: how to start the modules from the blocks. The engine starts at once;
 * what it says waits until the page asks for it. */
const file = `
  globalThis.certloupeFile = () => {
    const block = (id) => document.getElementById(id).textContent;
    const bytes = (data) => Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const start = (module) => 'wasm_bindgen({ module_or_path: (' + bytes + ')("' + block(module + "-wasm") + '") }).catch(reportError);';
    const worker = (name) => {
      const module = name === "worker" ? "full" : name;
      const source = URL.createObjectURL(new Blob([block(module + "-glue"), start(module)], { type: "text/javascript" }));
      const made = new Worker(source, { name });
      for (const done of ["message", "error"]) made.addEventListener(done, () => URL.revokeObjectURL(source), { once: true });
      return made;
    };
    const heard = [];
    let early = worker("worker");
    early.onmessage = ({ data }) => heard.push(data);
    early.onerror = () => { early = undefined; };
    return {
      worker: (name) => {
        if (!early || name !== "worker") return worker(name);
        const engine = early;
        early = undefined;
        queueMicrotask(() => heard.forEach((data) => engine.dispatchEvent(new MessageEvent("message", { data }))));
        return engine;
      },
      unpack: async (path) => new Response(
        new Blob([bytes(block(path))]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer(),
      start: () => wasm_bindgen({ module_or_path: bytes(block("app-wasm")) }),
      look: () => certloupeFile.lookGlue()({ module_or_path: bytes(block("look-wasm")) }),
    };
  };
`;

/** The glue of the page's second module, anew for each that is made. Every glue has the same name, so this one keeps it to
 * itself. */
const lookGlue = `certloupeFile.lookGlue = () => { ${text(`${glue}/look.js`)}; return wasm_bindgen; };`;

let page = text(`${dist}/index.html`);
/** Replaces every match, and insists that there is one: Trunk may come to write its tags another way. */
const replace = (pattern, by) => {
  if (!page.match(pattern)) throw new Error(`index.html has nothing like ${pattern}`);
  page = page.replace(pattern, by);
};

replace(/<script type="importmap">[^<]*<\/script>/g, "");
replace(/<link[^>]*rel="(?:modulepreload|manifest|apple-touch-icon)"[^>]*>\s*/g, "");
replace(/<link[^>]*rel="stylesheet"[^>]*href="([^"]*)"[^>]*>/g, (_, href) => inline("style", text(`${dist}/${href.split("?")[0]}`)));
replace(/<\/head>/, (end) => inline("style", text(`${dist}/look.css`)) + end);
replace(/<link[^>]*rel="icon"[^>]*href="([^"]*)"[^>]*>/g,
  (_, href) => `<link rel="icon" href="data:image/svg+xml;base64,${base64(`${dist}/${href}`)}">`);
// Nothing is loaded from there: it runs in every browser.
replace(/<script[^>]*src="[^"]*needs\.js[^"]*"[^>]*><\/script>/g, () => inline("script", text(`${dist}/needs.js`)));
replace(/<script[^>]*src="[^"]*boot\.js[^"]*"[^>]*><\/script>/g, () => [
  ...workers.flatMap((module) => [
    block(`${module}-glue`, text(`${glue}/${module}.js`).replaceAll("</script", "<\\/script")),
    block(`${module}-wasm`, base64(`${glue}/${module}_bg.wasm`)),
  ]),
  ...["app", "look"].map((module) => block(`${module}-wasm`, base64(`${glue}/${module}_bg.wasm`))),
  ...["examples", "supply", "words"].flatMap((folder) => readdirSync(`${dist}/${folder}`).map((name) => `${folder}/${name}`))
    .map((path) => block(path, packed(`${dist}/${path}`))),
  ...[text(`${glue}/app.js`), file, lookGlue, text(`${dist}/boot.js`), ...["link", "picture"].map((script) => text(`${dist}/${script}.js`))].map((script) => inline("script", script)),
].join("\n"));
// No connection at all: nothing is left to load.
replace(/(http-equiv="Content-Security-Policy" content=")[^"]*"/, (_, start) => `${start}${[
  "default-src 'none'",
  `script-src 'wasm-unsafe-eval' ${allowed.script.join(" ")}`,
  `style-src ${allowed.style.join(" ")}`,
  "img-src data: blob:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ")}"`);

const left = page.replace(/<script type="text\/plain"[\s\S]*?<\/script>/g, "").match(/(?:src|href)="(?!data:|#)[^"]*"/);
if (left) throw new Error(`the file still points outside: ${left[0]}`);
writeFileSync(`${dist}/certloupe.html`, page);
