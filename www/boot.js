// Starts the page and its engine at once, and applies remembered preferences before the first paint.
"use strict";
(() => {
  const script = document.currentScript;
  const page = document.documentElement;
  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  page.dataset.theme = recall("certloupe.theme") ?? "auto";
  const languages = [recall("certloupe.lang"), ...navigator.languages].filter(Boolean);
  page.lang = /^zh/i.test(languages[0] ?? "") ? "zh" : "en";

  const file = globalThis.certloupeFile; // every module, where everything stands in one file
  const mounted = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  // All modules but the page's first keep their file names from build to build: the build's version keeps old ones out of
  // the cache, and a mark gets past a cache that gave an old one all the same.
  const versioned = (name, mark) => new URL(`${name}?v=${script.dataset.version}${mark}`, document.baseURI);
  const fetched = (name, mark) => `
    const wasm = fetch("${versioned(`${name}_bg.wasm`, mark)}");
    import("${versioned(`${name}.js`, mark)}").then(({ default: start }) => start({ module_or_path: wasm }))
      .catch(reportError); // WebKit tells the page when a worker fails, but not when its module does`;
  // A worker that comes from a file lives under the policy that the file's server sends, which may be none; one from a
  // blob lives under the page's own.
  const worker = (name, mark = "") => {
    const source = file ? file.worker(name) : [fetched(name, mark)];
    const url = URL.createObjectURL(new Blob(source, { type: "text/javascript" }));
    return new Worker(url, { name, type: file ? "classic" : "module" });
  };
  const heard = [];
  const early = { worker: worker("worker"), heard };
  early.worker.onerror = () => { early.failed = true; };
  early.worker.onmessage = (event) => heard.push(event.data);
  // Files beside the page; what has not come after 15 seconds does not come.
  const content = (path) => file ? file.unpack(path)
    : fetch(path).then((response) => response.ok ? response.arrayBuffer() : undefined);
  const inTime = (coming) => Promise.race([coming, new Promise((late) => setTimeout(late, 15000))]);
  const beside = (paths) => Promise.all(paths.map((path) => inTime(content(path)).catch(() => {})));
  // The engine is taken over by the page, which starts the others when they are first used.
  globalThis.certloupeWorkers = { early, start: worker, beside };

  // What stands behind the tabs comes with its sheet when it is first needed, or when nothing else is to do.
  const sheet = (mark) => new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: versioned("look.css", mark) });
    link.onload = done;
    link.onerror = () => { link.remove(); failed(new Error("no look.css")); };
    document.head.append(link);
  });
  const look = (mark) =>
    Promise.all([import(versioned("look.js", mark)), fetch(versioned("look_bg.wasm", mark)), sheet(mark)])
      .then(([glue, wasm]) => glue.default({ module_or_path: wasm }));
  let coming;
  const load = (mark) => coming = (!mark && coming) || (file ? file.look() : look(mark));
  // There it meets the page: both leave in it what the other one calls.
  globalThis.certloupeLook = { load };
  const idle = globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 300));
  early.worker.addEventListener("message", () => idle(() => load("").catch(() => {})), { once: true });

  const started = file ? mounted.then(file.start) : import(new URL(script.dataset.module, document.baseURI))
    .then((module) => Promise.all([module, mounted]))
    .then(([module]) => module.default({ module_or_path: new URL(script.dataset.wasm, document.baseURI) }));
  started.catch((error) => {
    mounted.then(() => {
      const root = document.querySelector("[data-state]");
      root.dataset.state = "failed";
      root.querySelector("[data-reason]").textContent = String(error);
    });
  });
})();
