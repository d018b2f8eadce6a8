// Starts the engine inside the page's worker; the page's version goes on to both files.
const version = new URL(import.meta.url).search;
const { default: init } = await import(`./worker.js${version}`);
await init({ module_or_path: new URL(`./worker_bg.wasm${version}`, import.meta.url) });
