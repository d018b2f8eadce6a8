// Deno: by the name of the package, and by the address of its file.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { LACKS_DENO, deno } from "./support/deno.mjs";
import { PROJECT } from "./support/project.mjs";

const FILE = pathToFileURL(join(PROJECT, "node_modules/certloupe/certloupe.js")).href;

/** How a program names the package, and what it gives to `init`. */
const WAYS = {
  "npm:certloupe": "",
  certloupe: "",
  [FILE]: "",
  [`${FILE}?bytes`]: `Deno.readFile("node_modules/certloupe/certloupe_bg.wasm")`,
};

for (const [name, source] of Object.entries(WAYS)) {
  test(`Deno imports ${name.replace(FILE, "the file")}`, { skip: LACKS_DENO }, async () => {
    const program = `
      import init, { inspect, EngineNotReady, Refusal, convert } from ${JSON.stringify(name)};
      const text = (name) => Deno.readTextFileSync("material/" + name);
      const thrown = (call) => { try { call(); } catch (error) { return error; } };
      const early = thrown(() => inspect(""));
      await init(${source});
      const { verdict } = inspect(text("chain.pem"), { roots: text("root.pem"), platforms: ["mobile-web"] });
      const refused = thrown(() => convert(text("chain.pem"), { to: "pfx", outPassword: "x" }));
      console.log(verdict, early instanceof EngineNotReady, refused instanceof Refusal);`;
    writeFileSync(join(PROJECT, "program.js"), program);
    assert.deepEqual(await deno(PROJECT, "program.js"), { said: "ready true true", complained: "" });
  });
}
