// The page in a frame of another page (`?embed=1&origin=https://docs.example`). It tells how high it is and how it judges, and
// takes certificates; all of that from and to the one origin that its address names. Without one it says nothing.
const asked = new URLSearchParams(location.search).get("origin");
const isSite = URL.canParse(asked ?? "") && /^https?:$/.test(new URL(asked).protocol);
const home = isSite ? new URL(asked).origin : undefined;

/** What goes either way says that it is ours. */
const MARK = { certloupe: 1 };
const tell = (message) => parent.postMessage({ ...MARK, ...message }, home);

/** Says a thing again only when it is another one. */
const changes = (type, read) => {
  let last;
  return () => {
    const value = read();
    if (value === undefined || value === last) return;
    last = value;
    tell({ type, [type]: value });
  };
};

const begin = () => {
  const mount = document.querySelector("#certloupe");
  const height = changes("height", () => Math.ceil(mount.getBoundingClientRect().height));
  const verdict = changes("verdict", () =>
    mount.querySelector("[data-state=done] [data-test=verdict]:not([data-glance])")?.dataset.verdict);
  new ResizeObserver(height).observe(mount);
  new MutationObserver(verdict).observe(mount, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state", "data-verdict"] });

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || origin !== home || data?.certloupe !== MARK.certloupe) return;
    if (data.type !== "inspect" || typeof data.text !== "string") return;
    const box = mount.querySelector("textarea");
    box.value = data.text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  });
  tell({ type: "ready" });
};

if (home && parent !== window) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin, { once: true });
  else begin();
}
