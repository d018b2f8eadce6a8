// Starts the page and its engine at once, and applies remembered preferences before the first paint. In the JavaScript of
// 2018, so that every browser that knows modules gets to the line that asks for needs.js.
"use strict";
(() => {
  const script = document.currentScript;
  const page = document.documentElement;
  const recall = (key) => { try { return localStorage.getItem(key); } catch (error) { return null; } };
  // In a frame, another page says what it is to look like (frame.js).
  const framed = new URLSearchParams(location.search);
  const isFramed = framed.has("embed");
  if (isFramed) page.dataset.embed = "";
  page.dataset.theme = framed.get("theme") || recall("certloupe.theme") || "auto";
  const chinese = /^zh/i.test(framed.get("lang") || recall("certloupe.lang") || navigator.language);
  page.lang = chinese ? "zh-CN" : "en";

  // The policy wants every address of a script blessed: only those of our own files and workers are.
  if (window.trustedTypes) trustedTypes.createPolicy("default", {
    createScriptURL: (address) => {
      const { protocol, origin } = new URL(address, document.baseURI);
      return protocol === "blob:" || origin === location.origin ? address : null;
    },
  });

  // A module that trapped, or had no stack left, answers no more, however alive looks what it has drawn.
  const trapped = ({ error, reason }) => {
    if (!["RuntimeError", "RangeError", "InternalError"].includes((error || reason || {}).name)) return;
    const notice = document.querySelector(".cl-trapped");
    notice.querySelector("button").onclick = () => location.reload();
    notice.hidden = false;
  };
  for (const happened of ["error", "unhandledrejection"]) addEventListener(happened, trapped);

  // Files go into the box wherever they are dropped; by itself the browser would leave the page for them.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => {
    const files = event.dataTransfer;
    if (event.defaultPrevented || !files || ![...files.types].includes("Files")) return;
    event.preventDefault();
    const box = document.querySelector(".cl-input");
    if (kind === "drop" && box && !box.contains(event.target)) box.dispatchEvent(
      new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: files }));
  });

  const MOST = 1 << 18; // characters that a glance takes
  const file = window.certloupeFile && certloupeFile(); // everything, where it stands in one file
  const version = script.dataset.version;
  const mounted = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  // All files but the page's own module and sheets keep their names from build to build: the build's version keeps old
  // ones out of the cache, and a mark gets past a cache that gave an old one all the same.
  const at = (name, mark = "") => new URL(`${name}?v=${version}${mark}`, document.baseURI);
  // What modules and words must be, by their hashes. (The page's own scripts have theirs in a map, a worker's glue has none.)
  const seals = JSON.parse(script.dataset.seals || "{}");
  const fetched = (module, mark) => `
    const wasm = fetch("${at(`${module}_bg.wasm`, mark)}", { integrity: "${seals[module]}" });
    wasm.catch(() => {}); // whoever waits for it is told; where its glue is missing, nobody does
    import("${at(`${module}.js`, mark)}").then(({ default: start }) => start({ module_or_path: wasm }))
      .catch(reportError); // WebKit tells the page when a worker fails, but not when its module does`;
  // A worker that comes from a file lives under the policy that the file's server sends, which may be none; one from a
  // blob lives under the page's own.
  const start = (file && file.worker) || ((module, mark) => new Worker(
    URL.createObjectURL(new Blob([fetched(module, mark)], { type: "text/javascript" })), { name: module, type: "module" }));
  // A module of the page itself.
  const sealed = (module, address) => {
    const wasm = fetch(address, { integrity: seals[module] });
    wasm.catch(() => {}); // its glue may be missing
    return wasm;
  };
  const here = async (module, mark, wasm = sealed(module, at(`${module}_bg.wasm`, mark))) => {
    const glue = await import(at(`${module}.js`, mark));
    await glue.default({ module_or_path: wasm });
    return glue;
  };
  // What can not be had, or does not come in time, is undefined.
  const inTime = (coming, ms = 15000) => Promise.race([coming, new Promise((late) => setTimeout(late, ms))]).catch(() => {});
  // The glance speaks first, in the page itself: there is none in one file, for there the engine is here as soon.
  const seeing = file ? undefined : sealed("glance", at("glance_bg.wasm"));
  let glimpsing = file ? undefined : inTime(here("glance", "", seeing));
  const glance = async (question, ms) => {
    const module = await (ms ? inTime(glimpsing, ms) : glimpsing);
    try {
      if (module) return module.glimpse(question);
    } catch (error) { glimpsing = undefined; }
  };
  // The engine is fetched without a question when the page rests.
  const rest = async () => {
    if (!file && await glimpsing) await new Promise((done) => setTimeout(done, 200));
  };

  // Files beside the page, by their paths from there. The first words are on their way before the page asks for them.
  const bytes = async (path) => {
    if (file) return file.unpack(path);
    const response = await fetch(at(path), { integrity: seals[path] || "" });
    return response.ok ? response.arrayBuffer() : undefined;
  };
  // What few need is done by scripts of their own, and certificates that an address carries are unpacked by one of them.
  const scripts = window.certloupeScripts = { load: async (name) => file || import(at(`${name}.js`)) };
  const carried = (hash) => scripts.load("link").then(() => scripts.unpack(hash));
  const words = `words/first-${chinese ? "zh" : "en"}.bin`;
  const ahead = { [words]: bytes(words).catch(() => {}) }; // without them there is no page: as long as it takes
  const content = (path) => {
    if (!path.startsWith("words/")) return inTime(path.startsWith("#") ? carried(path) : bytes(path));
    // The page and what stands behind its tabs want the same words.
    const coming = ahead[path] = ahead[path] || inTime(bytes(path));
    coming.then((came) => { if (!came) delete ahead[path]; });
    return coming;
  };

  // Until the page is there, what the glance tells about a text stands where the page will put it.
  const show = (live, [verdict, state, sentence, more, label, ...facts]) => {
    const told = document.importNode(document.querySelector("template").content, true).firstElementChild;
    const put = (where, text) => told.querySelector(where).append(text);
    for (const sign of told.querySelectorAll("path")) {
      if (sign.dataset.of === verdict) told.classList.add(`cl-is-${sign.dataset.tone}`);
      else sign.remove();
    }
    if (verdict === "broken") told.dataset.verdict = verdict; // anything else may still get worse
    put(".cl-verdict__state", state);
    put("h1 bdi", sentence);
    put(".cl-verdict__more", more);
    if (label) put(".cl-name", label);
    else told.querySelector(".cl-name").parentNode.remove();
    for (const fact of facts) put(".cl-verdict__facts", Object.assign(document.createElement("span"), { textContent: fact }));
    live.append(told);
  };
  const looked = mounted.then(() => {
    const [box, live, root] = ["textarea", ".cl-live", "[data-state]"].map((part) => document.querySelector(part));
    if (chinese) box.placeholder = box.dataset.zh;
    const look = async () => {
      if (!live.isConnected) return box.removeEventListener("input", look); // the page is there
      const text = box.textLength <= MOST ? box.value : "";
      const [module, first] = text.trim() ? await Promise.all([glimpsing, ahead[words]]) : [];
      if (!live.isConnected || (text && box.value !== text)) return; // the page is there, or somebody wrote on
      live.textContent = "";
      const asked = new TextEncoder().encode(module && first ? text : "");
      try {
        const told = asked.length && module.tell(asked, Date.now(), new Uint8Array(first), chinese);
        root.classList.toggle("cl-app--empty", !told); // first, for what comes into a region that is hidden is not spoken
        if (told) show(live, new TextDecoder().decode(told).split("\n"));
      } catch (error) {
        glimpsing = undefined;
        root.classList.add("cl-app--empty");
      }
      asked.fill(0); // there may be a key in it
    };
    if (!file) box.addEventListener("input", look);
    return look();
  });

  // The page starts the workers, or takes over the one that is there, and tells when itself and the engine are up.
  let begun, engineIsUp;
  const there = new Promise((done, failed) => {
    begun = (missing) => missing ? failed(new Error(`${missing}: not found`)) : done();
  });
  const up = new Promise((done) => { engineIsUp = done; });
  const beside = (paths) => Promise.all(paths.map(content));
  window.certloupeBoot = { glance: file ? undefined : glance, rest, start, begun, up: engineIsUp, beside };

  // What stands behind the tabs comes with its sheet when it is first needed, or when nothing else is to do.
  const sheet = (mark) => new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at("look.css", mark) });
    link.onload = done;
    link.onerror = () => { link.remove(); failed(new Error("no look.css")); };
    document.head.append(link);
  });
  const look = (mark) => Promise.all([here("look", mark), sheet(mark)]);
  let coming;
  // The engine goes first, unless it is stuck.
  const load = (mark) => {
    if (mark || !coming) {
      const next = coming = inTime(up).then(() => file ? file.look() : look(mark));
      next.catch(() => { if (coming === next) coming = undefined; });
    }
    return coming;
  };
  // There it meets the page: both leave in it what the other one calls.
  window.certloupeLook = { load };
  const idle = window.requestIdleCallback || ((call) => setTimeout(call, 300));
  up.then(() => idle(() => load("").catch(() => {})));

  // The page's own module is asked for when the glance's is on its way, or has told what it has to tell.
  const app = file ? mounted.then(file.start) : inTime(Promise.all([seeing, looked]), 5000).then(() => {
    const wasm = sealed("app", script.dataset.wasm);
    return import(new URL(script.dataset.module, document.baseURI)).then((glue) => glue.default({ module_or_path: wasm }));
  });
  const started = Promise.all([app, there]);
  // A moment after page and engine are up: the first verdict waits for nothing of it.
  const keep = () => import(at("offline.js")).catch(() => {});
  if (!file && !isFramed) Promise.all([started, up]).then(() => setTimeout(keep, 1000), () => {});
  if (isFramed) scripts.load("frame");
  const tell = () => mounted.then(() => document.head.append(
    Object.assign(document.createElement("script"), { src: at("needs.js") })));
  if (!file && !(window.Worker && [].at)) tell();
  const say = () => mounted.then(() => {
    const root = document.querySelector("[data-state]");
    root.classList.add("cl-app--late");
    for (const said of root.querySelectorAll("[data-failed]")) said.hidden = false;
    return root;
  });
  const late = setTimeout(say, 20000); // the rest may still come
  started.catch(async (error) => {
    const root = await say();
    root.dataset.state = "failed";
    root.classList.add("cl-app--empty");
    root.querySelector("[data-reason]").textContent = String(error);
    // Nothing more will come of them; but what was put in is not thrown away.
    root.querySelector(".cl-result").remove();
    if (!root.querySelector("textarea").value) root.querySelector(".cl-side").remove();
    if (!file) tell();
  }).then(() => clearTimeout(late));
})();
