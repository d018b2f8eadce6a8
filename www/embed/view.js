// Draws a report. What certificates say is text here and nothing else: no tag, no style, no attribute that does anything.
import sheet from "./sheet.js";
import { say } from "./words.js";

/** Clothes a shadow root. One sheet for all of them, which no policy on styles forbids. */
export const clothe = (() => {
  const made = new CSSStyleSheet();
  made.replaceSync(sheet);
  return (shadow) => { shadow.adoptedStyleSheets = [made]; };
})();

/** An element; attributes without a value are left out. */
export const make = (tag, attributes = {}, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) made.setAttribute(name, value);
  made.append(...inside.filter((one) => one != null));
  return made;
};

/** The signs of the page (`src/app/components/icon.rs`), on a field of 20 × 20. */
const SIGNS = {
  error: "M10 2.2 17.8 10 10 17.8 2.2 10zM10 6.4v4.3M10 13.4v.1",
  warning: "M10 3 18 17H2zM10 8.4v3.8M10 14.6v.1",
  info: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 9v4.4M10 6.5v.1",
  good: "m4 10.5 4 4 8-9",
  loupe: "M8.7 2.9a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6M13.1 13.1l4.4 4.4M6.3 8.8l1.8 1.8 3.2-3.7",
};

export const sign = (tone) => {
  const space = "http://www.w3.org/2000/svg";
  const [svg, path] = ["svg", "path"].map((tag) => document.createElementNS(space, tag));
  for (const [name, value] of [["viewBox", "0 0 20 20"], ["aria-hidden", "true"], ["part", "sign"]]) svg.setAttribute(name, value);
  path.setAttribute("d", SIGNS[tone]);
  svg.append(path);
  return svg;
};

/** What a severity looks like; none is good. */
export const tone = (severity) => severity ?? "good";

/** Why there is no report. */
export const message = (text) => make("p", { part: "message", role: "alert" }, sign("warning"), make("span", {}, text));

/** A report is on its way. */
export const progress = (lang) => make("p", { part: "progress", "data-test": "progress", role: "status" }, say("inspecting", lang));

/** The verdict, and behind it everything; unfolded in full view, else when somebody wants it. */
export const draw = ({ headline, note, parts }, { verdict }, { lang, full }) => {
  const severity = tone(headline.severity);
  const facts = [headline.label && make("bdi", { class: "given" }, headline.label), ...headline.facts, headline.others].filter(Boolean);
  const made = make("article", { part: "report", class: severity },
    make("section", { part: "verdict", "data-test": "verdict", "data-verdict": verdict, role: "status" },
      make("p", { part: "state" }, sign(severity), headline.state),
      make("p", { part: "sentence" }, make("bdi", {}, headline.sentence)),
      make("p", { part: "facts" }, ...facts.map((fact) => make("span", {}, fact)))));
  const rest = () => [...parts.map(section), make("p", { part: "note" }, note)];
  if (full) {
    made.append(...rest());
    return made;
  }
  const fold = make("details", { part: "more" }, make("summary", {}, say("whole", lang)));
  fold.addEventListener("toggle", () => fold.append(...rest()), { once: true });
  made.append(fold);
  return made;
};

const section = ({ title, blocks }) => make("section", { part: "section" }, make("h3", { part: "heading" }, title), ...blocks.map(block));

const BLOCKS = {
  text: (text) => make("p", {}, text),
  finding: ({ severity, code, title, why, fix, places, references }) =>
    make("article", { part: `finding ${severity}`, class: severity, "data-test": "finding", "data-code": code, "data-severity": severity },
      make("h4", {}, sign(severity), make("span", {}, title)),
      make("p", {}, why),
      make("p", { part: "fix", "data-test": "fix" }, fix),
      make("p", { part: "meta" }, make("code", {}, code), ...places.map((place) => make("code", {}, make("bdi", {}, place))), ...references.map(link))),
  table: ({ head, rows }) => make("table", { part: "table", class: head.length > 2 ? "wide" : null },
    make("thead", {}, make("tr", {}, ...head.map((title) => make("th", { scope: "col" }, title)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((cell, at) => make("td", { "data-head": head[at] }, written(cell))))))),
  verbatim: ([name, text]) => make("details", { part: "pem" }, make("summary", {}, make("bdi", { class: "given" }, name)), make("pre", {}, text)),
};

const block = (one) => {
  const [[kind, content]] = Object.entries(one);
  return BLOCKS[kind](content);
};

const written = ({ words, given }) => (given === undefined ? words : make("bdi", { class: "given" }, given));

const link = ([title, url]) => make("a", { href: url.startsWith("https://") ? url : null, rel: "noreferrer", target: "_blank" }, title);
