// A part of the page as a picture of its own: its boxes, lines of text and drawings as they stand there, in the colours and
// sizes that the browser made of the sheets.
"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  /** Around what is drawn, in pixels. */
  const MARGIN = 16;
  /** Pixels of a PNG for each of the page's, and how many it may have across: Safari draws no more. */
  const SCALE = 2, WIDEST = 4096;
  /** What sheets decide about drawings, and about text. */
  const DRAWN = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "text-anchor"];
  const WRITTEN = ["font-family", "font-size", "font-weight", "font-style"];

  const pen = document.createElement("canvas").getContext("2d");
  const make = (name, attributes, ...content) => {
    const made = document.createElementNS(SVG, name);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...content);
    return made;
  };
  const shines = (colour) => colour !== "transparent" && !/, 0\)$|\/ 0\)$/.test(colour);
  const take = (style, names) => Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));

  /** A drawing of the page, at its place, with what the sheets say written into it. */
  const drawing = (svg) => {
    const copy = svg.cloneNode(true);
    const [from, to] = [svg, copy].map((root) => [root, ...root.querySelectorAll("*")]);
    from.forEach((element, index) => {
      const style = getComputedStyle(element);
      const attributes = { ...take(style, DRAWN), ...element.localName === "text" ? take(style, WRITTEN) : {} };
      for (const [name, value] of Object.entries(attributes)) to[index].setAttribute(name, value);
      for (const name of ["class", "tabindex", "data-says"]) to[index].removeAttribute(name);
    });
    const { left, top, width, height } = svg.getBoundingClientRect();
    for (const [name, value] of Object.entries({ x: left, y: top, width, height })) copy.setAttribute(name, value);
    return copy;
  };

  /** The surface and the edges of an element. */
  const box = (element, style) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const round = parseFloat(style.borderTopLeftRadius) || 0;
    const made = [];
    if (shines(style.backgroundColor)) made.push(make("rect", { x: left, y: top, width, height, rx: round, fill: style.backgroundColor }));
    const edges = { Top: [left, top, right, top], Right: [right, top, right, bottom], Bottom: [left, bottom, right, bottom], Left: [left, top, left, bottom] };
    const seen = Object.keys(edges).filter((side) => parseFloat(style[`border${side}Width`]) > 0 && !/none|hidden/.test(style[`border${side}Style`]) && shines(style[`border${side}Color`]));
    const stroke = (side) => ({ stroke: style[`border${side}Color`], "stroke-width": style[`border${side}Width`], fill: "none" });
    if (seen.length === 4) return [...made, make("rect", { x: left, y: top, width, height, rx: round, ...stroke("Top") })];
    return made.concat(seen.map((side) => {
      const [x1, y1, x2, y2] = edges[side];
      return make("line", { x1, y1, x2, y2, ...stroke(side) });
    }));
  };

  /** A text, a line of it each: where it breaks, only the places of its characters tell. */
  const written = (text, style) => {
    const range = document.createRange();
    const lines = [];
    let at = 0;
    for (const character of text.data) {
      range.setStart(text, at);
      range.setEnd(text, at += character.length);
      const { left, top, bottom, width } = range.getBoundingClientRect();
      const last = lines.at(-1);
      if (!width) continue;
      if (last && Math.abs(last.top - top) < 2) last.said += character;
      else lines.push({ left, top, bottom, said: character });
    }
    pen.font = style.font;
    const { fontBoundingBoxAscent: ascent = 0.8, fontBoundingBoxDescent: descent = 0.2 } = pen.measureText("x");
    const base = ({ top, bottom }) => top + (bottom - top) * ascent / (ascent + descent);
    return lines.filter(({ said }) => said.trim()).map((line) =>
      make("text", { x: line.left, y: base(line), fill: style.color, ...take(style, WRITTEN) }, line.said.trimEnd()));
  };

  const parts = (element) => {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || element.matches(".cl-offscreen")) return [];
    if (element.localName === "svg") return [drawing(element)];
    const inside = [...element.childNodes].flatMap((node) =>
      node.nodeType === Node.ELEMENT_NODE ? parts(node) : node.nodeType === Node.TEXT_NODE ? written(node, style) : []);
    return [...box(element, style), ...inside];
  };

  /** The colour that an element stands on. */
  const ground = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return shines(colour) || !element.parentElement ? colour : ground(element.parentElement);
  };

  /** An element as an SVG: the element and its size. */
  const draw = (element) => {
    const all = [...element.querySelectorAll("*")].filter((one) => !one.closest("svg *, .cl-offscreen"));
    const places = all.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width && height);
    const [left, top] = [Math.min(...places.map(({ left }) => left)), Math.min(...places.map(({ top }) => top))];
    const width = Math.ceil(Math.max(...places.map(({ right }) => right)) - left) + 2 * MARGIN;
    const height = Math.ceil(Math.max(...places.map(({ bottom }) => bottom)) - top) + 2 * MARGIN;
    const moved = make("g", { transform: `translate(${MARGIN - left} ${MARGIN - top})` }, ...parts(element));
    const paper = make("rect", { width, height, fill: ground(element) });
    return { svg: make("svg", { width, height, viewBox: `0 0 ${width} ${height}` }, paper, moved), width, height };
  };

  const painted = async (source, width, height) => {
    const address = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
    try {
      const image = Object.assign(new Image(), { src: address });
      await image.decode();
      const scale = Math.min(SCALE, WIDEST / Math.max(width, height));
      const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob(done, "image/png"));
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  /** The bytes of a picture of an element, "svg" or "png". */
  const picture = async (element, format) => {
    const { svg, width, height } = draw(element);
    const source = new XMLSerializer().serializeToString(svg);
    const file = format === "png" ? await painted(source, width, height) : new Blob([source]);
    return new Uint8Array(await file.arrayBuffer());
  };

  Object.assign(globalThis.certloupeScripts, { picture });
})();
