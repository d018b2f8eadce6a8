// Packs pkg/ as it would be published, installs the tarball in a project of its own, and runs every *.test.mjs against it.
// Names of files choose among them: `node tests/package/run.mjs node types`.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mint } from "./support/material.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url)), PKG = join(HERE, "../../pkg");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`certloupe: Vite wants Node 20.19 or later; this is ${process.versions.node}`);
  process.exit(2);
}
for (const [path, makes] of [[join(PKG, "package.json"), "build.sh package"], [join(HERE, "node_modules"), "setup.sh package_tests"]]) {
  if (existsSync(path)) continue;
  console.error(`certloupe: ${path} is missing: scripts/${makes} makes it`);
  process.exit(2);
}

// Its real name: the development server of Vite serves nothing else.
const home = realpathSync(mkdtempSync(join(tmpdir(), "certloupe-package-")));
process.once("exit", () => rmSync(home, { recursive: true, force: true }));
const project = join(home, "project");
mkdirSync(project);
const npm = (cwd, ...words) => execFileSync("npm", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
const tarball = npm(PKG, "pack", "--silent", "--pack-destination", home).split("\n").at(-1);
writeFileSync(join(project, "package.json"), JSON.stringify({ name: "project", private: true, type: "module" }));
npm(project, "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(home, tarball));
writeFileSync(join(project, "index.mjs"), `export * from "certloupe";\nexport { default } from "certloupe";\n`);
mint(join(project, "material"));

const asked = process.argv.slice(2);
const tests = readdirSync(HERE).filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => asked.length === 0 || asked.includes(name.replace(".test.mjs", "")));
const { status } = spawnSync(process.execPath, [
  "--test", `--test-reporter=${join(HERE, "reporter.mjs")}`, "--test-reporter-destination=stdout", ...tests.map((name) => join(HERE, name)),
], { stdio: "inherit", env: { ...process.env, CERTLOUPE_PROJECT: project, CERTLOUPE_TARBALL: join(home, tarball) } });
process.exitCode = status ?? 1;
