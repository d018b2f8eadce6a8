// Puts elements into the page and takes them away again, so many times; tells how large the engine's memory is then,
// where that is in the page.
const [chain, count, isKept, done] = arguments;
const main = document.querySelector("main");
(async () => {
  for (let cycle = 0; cycle < count; cycle++) {
    const loupe = document.createElement("cert-loupe");
    loupe.textContent = chain;
    loupe.setAttribute("view", cycle % 2 ? "full" : "summary");
    const told = new Promise((told) => loupe.addEventListener("cert-loupe-report", told, { once: true }));
    main.append(loupe);
    await told;
    loupe.remove();
    main.append(loupe);
    loupe.remove();
    // One that goes before it has an answer.
    const hasty = loupe.cloneNode(true);
    main.append(hasty);
    hasty.show();
    await new Promise((passed) => setTimeout(passed, cycle % 10));
    hasty.remove();
    if (isKept) (globalThis.kept ??= []).push(loupe);
  }
  if (!performance.getEntriesByType("resource").some(({ name }) => name.includes("/embed/engine.js"))) return 0;
  // The very module that the element uses, by its very address.
  const [version] = (await (await fetch("/embed/answer.js")).text()).match(/v=[0-9a-f]+/);
  const engine = await import(`/embed/engine.js?${version}`);
  return (await engine.default()).memory.buffer.byteLength;
})().then(done, (error) => done(String(error)));
