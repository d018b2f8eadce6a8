// Keeps the page for days without a network: every file of one build, each by its content, and nothing else. What is not a
// file of this build goes to the network as if nobody stood here; nothing is ever sent.
"use strict";

// Filled in by scripts/precache.mjs: the version of the build and of its modules, and the first characters of the SHA-256 of
// each file. The first come at once, and are those that the page has just loaded; the later ones when it is idle.
const BUILD = { version: "", modules: "", first: {}, later: {} };

const FILES = { ...BUILD.first, ...BUILD.later };
const FOLDER = new URL("./", location);
const PAGE = "index.html";
const CACHE = `certloupe ${FOLDER.pathname}`;

/** What a file is kept under. A file that a new build did not change is kept already. */
const key = (path) => new URL(`${path}?sha256=${FILES[path]}`, FOLDER).href;

/** What a file is asked for with: as the page does, so that the browser's own cache has it. */
const address = (path) => {
  if (path === PAGE) return FOLDER;
  return new URL(/^(?:look\.css|\w+(?:\.js|_bg\.wasm)|(?:words|supply|examples)\/.+)$/.test(path) ? `${path}?v=${BUILD.modules}` : path, FOLDER);
};

const digest = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** Whether a file is the one of this build: a server may be half-way from one build to the next. The page itself may have
 * been added to by its server; it must name files of this build only, and its modules. */
const genuine = async (path, bytes) => {
  if (path !== PAGE) return (await digest(bytes)).startsWith(FILES[path]);
  const text = new TextDecoder().decode(bytes);
  const named = [...text.matchAll(/(?:src|href|data-module|data-wasm)="\.\/([^"?#]+)/g)];
  return text.includes(`data-version="${BUILD.modules}"`) && named.every(([, file]) => Object.hasOwn(FILES, file));
};

const keep = async (cache, path) => {
  if (path !== PAGE && (await cache.match(key(path)))) return; // the page's content does not tell that it is the one
  for (const mode of ["default", "reload"]) {
    const answer = await fetch(address(path), { cache: mode, priority: "low" });
    const bytes = answer.ok ? await answer.arrayBuffer() : undefined;
    if (!bytes || !(await genuine(path, bytes))) continue;
    const headers = new Headers(answer.headers); // its policy, too, where the server sends one
    for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
    await cache.put(key(path), new Response(bytes, { headers }));
    return;
  }
  throw new Error(`${path} is not of build ${BUILD.version}`);
};

const keptPaths = async (cache) =>
  (await cache.keys()).map(({ url }) => new URL(url).pathname.slice(FOLDER.pathname.length));

/** What the build before had, this one has too before it takes over. */
const install = async () => {
  const cache = await caches.open(CACHE);
  const had = new Set(await keptPaths(cache));
  await Promise.all(Object.keys(BUILD.first).map((path) => keep(cache, path)));
  for (const path of Object.keys(BUILD.later)) if (had.has(path)) await keep(cache, path);
};

const activate = async () => {
  const cache = await caches.open(CACHE);
  const own = new Set(Object.keys(FILES).map(key));
  const old = (await cache.keys()).filter(({ url }) => !own.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
  await clients.claim();
};

/** One after the other: the page may want the line. */
const keepLater = async (client) => {
  const cache = await caches.open(CACHE);
  for (const path of Object.keys(BUILD.later)) await keep(cache, path);
  client.postMessage({ complete: BUILD.version });
};

/** Another build waits until no page of the old one is left, or one asks for it. */
const takeOver = async (client) => {
  await skipWaiting();
  client.postMessage({ reload: true });
};

/** Which file of this build is asked for, if any. */
const wanted = ({ method, url }) => {
  const { origin, pathname, searchParams } = new URL(url);
  if (method !== "GET" || origin !== FOLDER.origin || !pathname.startsWith(FOLDER.pathname)) return undefined;
  // The page of another build, or one that mistrusts what a cache gave it.
  if (searchParams.has("fresh") || (searchParams.get("v") ?? BUILD.modules) !== BUILD.modules) return undefined;
  const path = pathname.slice(FOLDER.pathname.length) || PAGE;
  return Object.hasOwn(FILES, path) ? path : undefined;
};

const answer = async (request, path) => {
  const cache = await caches.open(CACHE);
  return (await cache.match(key(path))) ?? fetch(request);
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(takeOver(event.source));
  if (event.data === "keep the rest") event.waitUntil(keepLater(event.source).catch(() => {})); // the next visit goes on
});
addEventListener("fetch", (event) => {
  const path = wanted(event.request);
  if (path) event.respondWith(answer(event.request, path));
});
