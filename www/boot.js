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
  // Workers keep their file name from build to build: the page's hash keeps an old one out of the cache.
  const version = script.dataset.wasm?.match(/-([0-9a-f]+)_bg/)?.[1] ?? "";
  const url = (module) => file ? file.workers[module] : `worker_boot.js${version && `?v=${version}`}`;
  const engine = { url: url("worker"), heard: [] };
  engine.worker = new Worker(engine.url, { name: "worker", type: file ? "classic" : "module" });
  engine.worker.onerror = () => { engine.failed = true; };
  engine.worker.onmessage = (event) => engine.heard.push(event.data);
  // Taken over by the page, which starts the others when they are first used.
  globalThis.certloupeWorkers = { worker: engine, deploy: { url: url("deploy") } };

  const mounted = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
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
