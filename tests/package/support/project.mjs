// The project that run.mjs made: the packed package in node_modules, `index.mjs` that hands it on, `material/`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const PROJECT = process.env.CERTLOUPE_PROJECT;
if (!PROJECT) throw new Error("run `node tests/package/run.mjs`: it packs and installs what is tested");

/** The package as a program in the project sees it. */
export const certloupe = await import(pathToFileURL(join(PROJECT, "index.mjs")));

/** A file of the material. */
export const file = (name) => readFileSync(join(PROJECT, "material", name));

export const text = (name) => file(name).toString();
