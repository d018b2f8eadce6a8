// Starts the module that the page named the worker after; the page's version goes on to both files.
const { name } = self;
const version = new URL(import.meta.url).search;
try {
  const { default: init } = await import(`./${name}.js${version}`);
  await init({ module_or_path: new URL(`./${name}_bg.wasm${version}`, import.meta.url) });
} catch (error) {
  reportError(error); // WebKit tells the page of this, but not of a module that fails
}
