// `tsc --strict` over real calls, as bundlers and as Node resolve modules; what is wrong does not compile.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { RESOLUTIONS, complaints, program } from "./support/compiler.mjs";
import { PROJECT } from "./support/project.mjs";

const HERE = fileURLToPath(new URL("types", import.meta.url));
cpSync(HERE, join(PROJECT, "types"), { recursive: true });

for (const [name, resolution] of Object.entries(RESOLUTIONS)) {
  test(`strict types: ${name}`, () => {
    assert.deepEqual(complaints(program(["types/calls.ts"], resolution)), []);
  });
}

test("strict types: without those of a browser", () => {
  const options = { ...RESOLUTIONS.nodenext, lib: ["lib.es2022.d.ts"] };
  assert.deepEqual(complaints(program(["types/server.ts"], options)), []);
});

test("each wrong call is refused where nothing expects it to be", () => {
  const calls = readFileSync(join(HERE, "calls.ts"), "utf8"), mark = /@ts-expect-error/g;
  writeFileSync(join(PROJECT, "types/wrong.ts"), calls.replace(mark, ""));
  const expected = calls.match(mark).length;
  assert.ok(expected >= 5);
  assert.equal(complaints(program(["types/wrong.ts"], RESOLUTIONS.bundler)).length, expected);
});
