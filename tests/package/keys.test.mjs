// What the engine gives has the keys that the types declare, all of them and no others; so have the options it takes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { RESOLUTIONS, program } from "./support/compiler.mjs";
import { Conformity } from "./support/conform.mjs";
import { PROJECT, certloupe, file, text } from "./support/project.mjs";

const SOURCE = "node_modules/certloupe/certloupe.d.ts";
const types = new Conformity(program([SOURCE], RESOLUTIONS.nodenext), join(PROJECT, SOURCE));

const roots = text("root.pem"), chain = text("chain.pem"), key = text("privkey.pem"), now = new Date();

/** An archive with a folder for each kind of server, as consoles give it. */
const pack = () => {
  const home = join(PROJECT, "pack");
  for (const folder of ["Nginx", "Apache"]) {
    mkdirSync(join(home, folder), { recursive: true });
    for (const name of ["chain.pem", "privkey.pem"]) cpSync(join(PROJECT, "material", name), join(home, folder, name));
  }
  execFileSync("zip", ["-q", "-r", "pack.zip", "Nginx", "Apache"], { cwd: home });
  return { name: "pack.zip", bytes: readFileSync(join(home, "pack.zip")) };
};

/** Code of a mini-program, with addresses that count and others. */
const code = `const upload = "https://shop.example.com/upload"; // http://old.example.com
  wx.request({ url: "http://shop.example.com:8080/list" }); fetch(\`https://\${host}/x\`)`;

const EXAMPLES = fileURLToPath(new URL("../../www/examples", import.meta.url));
const examples = readdirSync(EXAMPLES).map((name) => ({ name, bytes: readFileSync(join(EXAMPLES, name)) }));

/** What is asked of `inspect` and `describe`, each shows something that others do not. */
const INSPECTIONS = [
  ["nothing", ""],
  ["a chain", [chain, key], { roots }],
  ["of public roots", examples, { now: "2026-11-21", lang: "zh" }],
  ...examples.map((example) => [example.name, example, { now: "2026-11-21", phones: [{ client: "android", version: "7.0" }] }]),
  ["everything around", [chain, key, text("public.pem"), text("request.csr"), text("list.crl"), file("answer.der")], { roots }],
  ["an error message", "request:fail ssl hand shake error, errno:-107; unable to get local issuer certificate"],
  ["a program", chain, { roots, code: { name: "app.js", bytes: code }, urls: ["socket=wss://shop.example.com"], listed: ["shop.example.com"] }],
  ["platforms", chain, { roots, platforms: ["wechat"], hosts: ["other.example.com"] }],
  ["a pack", pack(), { roots }],
];

const given = [chain, key], urls = ["https://shop.example.com"];

/** What is asked of the others. */
const CALLS = {
  inspect: INSPECTIONS.map(([, ...call]) => call),
  describe: INSPECTIONS.map(([, ...call]) => call),
  deploy: [
    ...certloupe.targets().map(({ id }) => [given, { target: id, now }]),
    [given, { target: "nginx", system: "debian-12", clientCa: "/etc/ssl/ca.pem", certificate: "/a.pem", key: "/b.pem", library: "3.0.0" }],
  ],
  compare: [[[chain, text("renewed.pem")]], [examples.flatMap(({ bytes }) => bytes), { now: "2026-11-21", old: 0, new: 0 }]],
  convert: [[given, { to: "zip" }], [given, { to: "aws" }]],
  create: [[{ names: ["shop.example.com"] }]],
  renew: [[given, { provider: "alibaba" }], [given, { client: "caddy", challenge: "http" }], [text("root.pem"), { names: ["*.shop.example"] }]],
  checks: [[given, { urls }], [given, { urls, edges: ["192.0.2.1"], verificationFile: "x.txt", lang: "zh" }]],
  hops: [[given, { urls, hops: [{ kind: "cdn", tls: "reencrypts", cloud: "tencent", shows: 0 }, { kind: "server", tls: "plain" }] }]],
  handbook: [[], [{ lang: "zh" }]],
  targets: [[]],
  platforms: [[]],
  formats: [[]],
  codes: [[]],
};

for (const [name, calls] of Object.entries(CALLS)) {
  test(`what ${name} gives has the keys of its type`, () => {
    const type = types.result(name);
    for (const [index, call] of calls.entries()) {
      const problems = types.problems(type, certloupe[name](...call), name);
      assert.deepEqual(problems.slice(0, 5), [], `call ${index}`);
    }
    // A list of nothing tells nothing about what it is a list of.
    const unmet = [...types.interfaceNames(type)].filter((known) => !types.met.has(known));
    assert.deepEqual(unmet, [], "interfaces that no value was held against");
  });
}

test("what is declared is there, and nothing else", () => {
  assert.deepEqual(types.values(), Object.keys(certloupe).sort());
});

test("the options that are taken are those that are declared", () => {
  const functions = Object.keys(certloupe).filter((name) => /^[a-z]/.test(name) && name !== "default");
  assert.deepEqual(Object.keys(CALLS).sort(), functions, "every door");
  for (const name of functions) {
    const words = types.takesInput(name) ? [""] : [];
    assert.throws(() => certloupe[name](...words, { none: 1 }), ({ message }) => {
      const [, listed] = message.match(/^options: none is not one of (.*)$/);
      assert.deepEqual(listed.split(", ").sort(), types.options(name).sort(), name);
      return true;
    });
  }
});

test("a key that is not declared, and one that is missing, are found", () => {
  const report = certloupe.inspect(chain, { roots });
  const { verdict: _, ...less } = report;
  const type = types.result("inspect");
  assert.deepEqual(types.problems(type, less, "report"), ["report.verdict: absent"]);
  assert.deepEqual(types.problems(type, { ...report, more: 1 }, "report"), ["report.more: not declared"]);
  assert.equal(types.problems(type, { ...report, verdict: "fine" }, "report").length, 1);
});
