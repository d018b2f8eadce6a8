// Makes the page work without a network from the second visit on (sw.js), and tells when a new build is ready: an event
// `certloupe-update` on the window, whose detail is the function that loads it. Whatever fails here fails silently: in
// private windows, on plain http and behind some policies the page works all the same, with a network.
const state = { complete: undefined, update: undefined };
globalThis.certloupeOffline = state; // for whoever comes after the event

const idle = () => new Promise((done) => {
  if (globalThis.requestIdleCallback) requestIdleCallback(done, { timeout: 10_000 });
  else setTimeout(done, 2_000);
});

const keep = async (container) => {
  container.addEventListener("message", ({ data }) => data?.reload && location.reload());
  await idle();
  const registration = await container.register(new URL("sw.js", document.baseURI));

  const reload = () => {
    if (registration.waiting) registration.waiting.postMessage("take over");
    else location.reload(); // another page of it took over already
  };
  const tell = () => {
    state.update = reload;
    dispatchEvent(new CustomEvent("certloupe-update", { detail: reload }));
  };
  // The first build that is installed replaces none.
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && registration.active) tell();
  });
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  if (registration.waiting && registration.active) tell();
  if (container.controller) container.addEventListener("controllerchange", tell); // another page asked for it

  container.addEventListener("message", ({ data }) => {
    if (!data?.complete) return;
    state.complete = data.complete;
    dispatchEvent(new CustomEvent("certloupe-offline", { detail: data.complete }));
  });
  const { active } = await container.ready;
  if (navigator.connection?.saveData) return; // what was loaded anyway is kept; the rest costs several megabytes
  await idle();
  active.postMessage("keep the rest");
};

if (navigator.serviceWorker && isSecureContext) keep(navigator.serviceWorker).catch(() => {});
