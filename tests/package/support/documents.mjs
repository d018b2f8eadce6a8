// The examples of the documents: what stands behind ``` with a language and the name of a file is that file.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const HOUSE = new URL("../../../", import.meta.url);

/** By the folder that their examples are put into. */
export const DOCUMENTS = {
  "readme-en": "src/api/package/README.md",
  "readme-zh": "src/api/package/README.zh-CN.md",
  "book-en": "docs/book/en/src/package.md",
  "book-zh": "docs/book/zh/src/package.md",
};

const BLOCK = /^```(\w*) *(\S*)\n([\s\S]*?)^```$/gm;

/** The examples of a document: language, name of the file (commands have none), text. */
export const examples = (path) => {
  const document = readFileSync(fileURLToPath(new URL(path, HOUSE)), "utf8");
  return [...document.matchAll(BLOCK)].map(([, language, name, text]) => ({ language, name, text }));
};
