// Starts the page and its engine at once, and applies remembered preferences before the first paint.
"use strict";
(() => {
  const script = document.currentScript;
  const page = document.documentElement;
  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  page.dataset.theme = recall("certloupe.theme") ?? "auto";
  const languages = [recall("certloupe.lang"), ...navigator.languages].filter(Boolean);
  page.lang = /^zh/i.test(languages[0] ?? "") ? "zh" : "en";

  // The policy wants every address of a script blessed: only those of our own files and workers are.
  globalThis.trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => {
      const { protocol, origin } = new URL(address, document.baseURI);
      return protocol === "blob:" || origin === location.origin ? address : null;
    },
  });

  const file = globalThis.certloupeFile; // everything, where it stands in one file
  const version = script.dataset.version;
  const mounted = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  // All files but the page's own module and sheets keep their names from build to build: the build's version keeps old
  // ones out of the cache, and a mark gets past a cache that gave an old one all the same.
  const at = (name, mark = "") => new URL(`${name}?v=${version}${mark}`, document.baseURI);
  // What a module must be, by its hash; its glue comes by a way that has none.
  const seals = JSON.parse(script.dataset.seals ?? "{}");
  const fetched = (module, mark) => `
    const wasm = fetch("${at(`${module}_bg.wasm`, mark)}", { integrity: "${seals[module]}" });
    wasm.catch(() => {}); // whoever waits for it is told; where its glue is missing, nobody does
    import("${at(`${module}.js`, mark)}").then(({ default: start }) => start({ module_or_path: wasm }))
      .catch(reportError); // WebKit tells the page when a worker fails, but not when its module does`;
  // A worker that comes from a file lives under the policy that the file's server sends, which may be none; one from a
  // blob lives under the page's own.
  const worker = (module, mark = "") => {
    const source = file ? file.worker(module) : [fetched(module, mark)];
    const url = URL.createObjectURL(new Blob(source, { type: "text/javascript" }));
    return new Worker(url, { name: module, type: file ? "classic" : "module" });
  };
  // The glance speaks first; in one file the engine is here as soon.
  const module = file ? "worker" : "glance";
  const heard = [];
  const early = { module, worker: worker(module), heard };
  early.worker.onerror = () => { early.failed = true; };
  early.worker.onmessage = (event) => heard.push(event.data);

  // Files beside the page, by their paths from there; undefined for one that can not be had, or has not come after 15
  // seconds. The first words are on their way before the page asks for them.
  const bytes = (path) => file ? file.unpack(path)
    : fetch(at(path)).then((response) => response.ok ? response.arrayBuffer() : undefined);
  // What few need is done by scripts of their own, and certificates that an address carries are unpacked by one of them.
  const scripts = globalThis.certloupeScripts = { load: async (name) => file || import(at(`${name}.js`)) };
  const carried = (hash) => scripts.load("link").then(() => scripts.unpack(hash));
  const inTime = (coming) => Promise.race([coming, new Promise((late) => setTimeout(late, 15000))]).catch(() => {});
  const first = `words/first-${page.lang}.bin`;
  const ahead = { [first]: inTime(bytes(first)) };
  const content = (path) => {
    if (!path.startsWith("words/")) return inTime(path.startsWith("#") ? carried(path) : bytes(path));
    // The page and what stands behind its tabs want the same words.
    const coming = ahead[path] ??= inTime(bytes(path));
    coming.then((words) => { if (!words) delete ahead[path]; });
    return coming;
  };
  const worded = ahead[first].then((words) => { if (!words) throw new Error(`${first}: not found`); });

  // The page takes over the glance, starts the other workers, and tells when the engine is up.
  let engineIsUp;
  const up = new Promise((done) => { engineIsUp = done; });
  const beside = (paths) => Promise.all(paths.map(content));
  globalThis.certloupeWorkers = { early, start: worker, up: engineIsUp, beside };

  // What stands behind the tabs comes with its sheet when it is first needed, or when nothing else is to do.
  const sheet = (mark) => new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at("look.css", mark) });
    link.onload = done;
    link.onerror = () => { link.remove(); failed(new Error("no look.css")); };
    document.head.append(link);
  });
  const look = (mark) => Promise.all([import(at("look.js", mark)), fetch(at("look_bg.wasm", mark), { integrity: seals.look }), sheet(mark)])
    .then(([module, wasm]) => module.default({ module_or_path: wasm }));
  let coming;
  // The engine goes first.
  const load = (mark) => coming = (!mark && coming) || up.then(() => file ? file.look() : look(mark));
  // There it meets the page: both leave in it what the other one calls.
  globalThis.certloupeLook = { load };
  const idle = globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 300));
  up.then(() => idle(() => load("").catch(() => {})));

  const app = file ? mounted.then(file.start) : import(new URL(script.dataset.module, document.baseURI))
    .then((module) => Promise.all([module, mounted]))
    .then(([module]) => module.default({ module_or_path: fetch(script.dataset.wasm, { integrity: seals.app }) }));
  const started = Promise.all([app, worded]);
  // A moment after page and engine are up: the first verdict waits for nothing of it.
  const keep = () => import(new URL("offline.js", document.baseURI)).catch(() => {});
  if (!file) Promise.all([started, up]).then(() => setTimeout(keep, 1000), () => {});
  started.catch((error) => {
    mounted.then(() => {
      const root = document.querySelector("[data-state]");
      root.dataset.state = "failed";
      root.querySelector("[data-reason]").textContent = String(error);
    });
  });
})();
