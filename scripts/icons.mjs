// Draws the icons that phones and desktops want as pixels from www/icons/certloupe.svg, with Chromium. They fill their
// square, since systems cut them into their own shape: the mark lies within the circle that none of them cuts.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const icons = fileURLToPath(new URL("../www/icons/", import.meta.url));
const svg = readFileSync(join(icons, "certloupe.svg"), "utf8").replace(/ rx="\d+"/, "");
const ground = svg.match(/fill="(#[0-9a-f]{6})"/)[1];

for (const size of [192, 512]) {
  const home = mkdtempSync(join(tmpdir(), "certloupe-icons-"));
  const page = `<!doctype html><style>
    body { margin: 0; background: ${ground}; display: grid; place-items: center; width: ${size}px; height: ${size}px; overflow: hidden }
    svg { width: ${size * 0.8}px }
  </style>${svg}`;
  writeFileSync(join(home, "icon.html"), page);
  execFileSync(process.env.CHROMIUM ?? "chromium", [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
    `--user-data-dir=${home}/profile`, `--window-size=${size},${size}`,
    `--screenshot=${join(icons, `certloupe-${size}.png`)}`, `file://${join(home, "icon.html")}`,
  ], { stdio: "ignore" });
  rmSync(home, { recursive: true, force: true });
}
