// The TypeScript compiler over files of the project.
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { PROJECT } from "./project.mjs";

const TYPES = fileURLToPath(new URL("../node_modules/@types", import.meta.url));

export const RESOLUTIONS = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

/** A strict program over files of the project; the package's own types are checked as well. */
export const program = (files, options) => ts.createProgram(files.map((file) => join(PROJECT, file)), {
  target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false,
  noEmit: true, typeRoots: [TYPES], types: ["node"], ...options,
});

/** What the compiler has against it, a line each. */
export const complaints = (made) => ts.getPreEmitDiagnostics(made).map(({ file, start, messageText }) => {
  const text = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (!file) return text;
  return `${relative(PROJECT, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${text}`;
});
