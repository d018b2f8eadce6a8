// In Node: loaded with the import, every door, everything that is thrown, and no key in what `inspect` gives.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { X509Certificate, createPrivateKey } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { PROJECT, certloupe, file, text } from "./support/project.mjs";

const { default: init, compare, convert, create, deploy, inspect, EngineStopped, Refusal } = certloupe;
const roots = text("root.pem");
const rsaKey = execFileSync("openssl", ["genrsa", "2048"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const words = (bytes) => new TextDecoder().decode(bytes);

test("works without init, which may be called all the same", async () => {
  const report = inspect(text("chain.pem"), { roots });
  assert.equal(report.schema, 1);
  assert.deepEqual(report.names.hosts.map(({ covered }) => covered), [true, true]);
  assert.equal(await init(), undefined);
  assert.equal(inspect(file("chain.pem"), { roots }).certificates[0].sha256, report.certificates[0].sha256);
});

test("a pfx is read back by openssl", () => {
  const [pfx] = convert([text("chain.pem"), text("privkey.pem")], { to: "pfx", outPassword: "correct horse" });
  writeFileSync(join(PROJECT, pfx.name), pfx.bytes);
  const read = execFileSync("openssl", ["pkcs12", "-in", pfx.name, "-nodes", "-passin", "pass:correct horse"],
    { cwd: PROJECT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  assert.equal(read.match(/BEGIN CERTIFICATE/g).length, 2);
  assert.equal(new X509Certificate(read.slice(read.indexOf("-----BEGIN CERTIFICATE"))).subject, "CN=shop.example.com");
  assert.deepEqual(createPrivateKey(read.slice(read.indexOf("-----BEGIN PRIVATE"))).export({ format: "jwk" }),
    createPrivateKey(text("privkey.pem")).export({ format: "jwk" }));
});

test("a configuration comes with its files and commands", () => {
  const made = deploy(text("wrong-order.pem"), {
    target: "nginx", system: "debian-12", profile: "modern", upstream: "http://127.0.0.1:3000", with: ["hsts"], lang: "zh",
  });
  const [config] = made.configs;
  assert.match(words(config.bytes), /server_name shop\.example\.com www\.shop\.example\.com;[\s\S]*proxy_pass http:\/\/127\.0\.0\.1:3000/);
  assert.match(words(config.bytes), /ssl_protocols TLSv1\.3;[\s\S]*Strict-Transport-Security/);
  const chain = words(made.files.find(({ name }) => name === "fullchain.pem").bytes);
  assert.equal(new X509Certificate(chain).subject, "CN=shop.example.com", "in the right order");
  assert.ok(made.commands.check.includes("nginx -t") && made.commands.reload.length > 0);
  assert.ok(made.commands.verify.every(({ expect }) => /\p{Script=Han}/u.test(expect)));
  assert.equal(made.readme.name, "说明.txt");
  assert.equal(made.options.names.length, 2);
});

test("a renewed certificate is compared with the old one", () => {
  const both = [text("chain.pem"), text("renewed.pem")];
  const renewed = compare(both);
  assert.deepEqual(renewed.names.map(({ change }) => change), ["kept", "kept"]);
  assert.ok(renewed.effects.some(({ id, title }) => id === "newKey" && title.length > 0));
  const indexes = { old: renewed.new, new: renewed.old };
  assert.equal(compare(both, { ...indexes, lang: "zh" }).old, renewed.new);
  assert.throws(() => compare(text("chain.pem")), { name: "TypeError", message: /two server certificates/ });
  assert.throws(() => compare(both, { old: 0, new: 1 }), TypeError, "an intermediate is none");
});

test("lists are in the language that was asked for", () => {
  for (const list of ["targets", "platforms", "formats"]) {
    assert.ok(certloupe[list]({ lang: "zh" }).some(({ title }) => /\p{Script=Han}/u.test(title)), list);
    assert.ok(certloupe[list]().length > 10, list);
  }
  assert.ok(certloupe.codes().every(({ code }) => /^[A-Z]{3}\d{3}$/.test(code)));
  assert.ok(certloupe.codes({ lang: "zh" }).some(({ name }) => /\p{Script=Han}/u.test(name)));
});

test("every target and every format of the lists is known to its door", () => {
  const given = [text("chain.pem"), text("privkey.pem")];
  for (const { id } of certloupe.targets()) assert.ok(deploy(given, { target: id }).title, id);
  for (const { id, needsKey, password } of certloupe.formats()) {
    const options = { to: id, ...(password === "required" && { outPassword: "correct horse" }) };
    assert.ok(convert(id === "pkcs1" ? rsaKey : given, options).length > 0, id);
    if (needsKey) assert.throws(() => convert(text("chain.pem"), options), Refusal, id);
  }
});

test("what can not be made is a Refusal that says why", () => {
  const refused = [
    () => convert(text("chain.pem"), { to: "pfx", outPassword: "x" }),
    () => create({ names: ["https://shop.example.com"] }),
    () => deploy(text("chain.pem"), { target: "no such server" }),
    () => deploy("nothing", { target: "nginx" }),
    () => certloupe.renew(text("chain.pem"), { zone: "other.test" }),
    () => certloupe.checks("nothing"),
  ];
  for (const call of refused) {
    assert.throws(call, (error) => {
      assert.ok(error instanceof Refusal && error instanceof Error, String(error));
      assert.equal(error.name, "Refusal");
      assert.equal(error.message, error.findings[0].title);
      return error.findings.every(({ code, why, fix }) => code && why && fix);
    });
  }
});

test("a call that makes no sense is a TypeError that lists what there is", () => {
  const doors = {
    inspect: (options) => inspect("", options),
    describe: (options) => certloupe.describe("", options),
    convert: (options) => convert("", options),
    create: (options) => create(options),
    deploy: (options) => deploy("", options),
    compare: (options) => compare("", options),
    renew: (options) => certloupe.renew("", options),
    checks: (options) => certloupe.checks("", options),
    hops: (options) => certloupe.hops("", options),
    handbook: certloupe.handbook,
    targets: certloupe.targets,
    platforms: certloupe.platforms,
    formats: certloupe.formats,
    codes: certloupe.codes,
  };
  const functions = Object.keys(certloupe).filter((name) => /^[a-z]/.test(name) && name !== "default");
  assert.deepEqual(Object.keys(doors).sort(), functions, "every door");
  for (const [name, call] of Object.entries(doors)) {
    assert.throws(() => call({ host: 1 }), { name: "TypeError", message: /^options: host is not one of .*lang/ }, name);
  }
  for (const options of ["zh", 7, ["zh"]]) assert.throws(() => inspect("", options), { name: "TypeError", message: /expected an object/ });
  assert.throws(() => inspect("", { lang: "zh", hosts: "a.example" }), { name: "TypeError", message: /^options: hosts: / });
  assert.throws(() => inspect("", { platforms: ["symbian"] }), { name: "TypeError", message: /^options: platforms: .*wechat/ });
  assert.equal(inspect("", { lang: undefined, now: undefined, hosts: undefined }).schema, 1, "what is undefined is left out");
  assert.throws(() => inspect(7), { name: "TypeError", message: /^input: expected a string/ });
  assert.throws(() => convert("", { to: "paper" }), { name: "TypeError", message: /pfx/ });
  assert.throws(() => inspect("", { now: "soon" }), TypeError);
});

test("an engine that stopped says so until it is started anew", async () => {
  const tooMuch = new Uint8Array(2 ** 31);
  assert.throws(() => inspect(tooMuch), (error) => error instanceof EngineStopped && error.cause instanceof WebAssembly.RuntimeError);
  assert.throws(() => inspect(""), EngineStopped);
  await Promise.all([init(), init()]);
  assert.equal(inspect(text("chain.pem"), { roots }).names.hosts[0].covered, true);
});

test("no key comes out of inspect", () => {
  const secrets = [text("privkey.pem"), rsaKey].flatMap((pem) => {
    const { d, p, q } = createPrivateKey(pem).export({ format: "jwk" });
    return [d, p, q].filter(Boolean).map((number) => Buffer.from(number, "base64url"));
  });
  const pem = [text("privkey.pem"), rsaKey].flatMap((given) => given.split("\n").filter((line) => line.length === 64));
  const given = [text("chain.pem"), text("privkey.pem"), rsaKey, "password: hunter2hunter2"];
  const told = JSON.stringify([inspect(given, { roots, passwords: ["hunter3hunter3"] }), certloupe.describe(given, { roots })]);
  assert.equal(inspect(given).keys.length, 2);
  assert.ok(secrets.length === 4 && pem.length > 20);
  for (const secret of secrets) {
    for (const form of ["hex", "base64", "base64url"]) assert.ok(!told.toLowerCase().includes(secret.toString(form).toLowerCase().slice(0, 24)));
  }
  for (const line of [...pem, "hunter2hunter2", "hunter3hunter3"]) assert.ok(!told.includes(line), line);
});

test("the engine can not connect to anything, nor write to a console", () => {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(PROJECT, "node_modules/certloupe/certloupe_bg.wasm"))));
  assert.ok(imports.length > 10);
  assert.deepEqual(imports.filter(({ name }) => /fetch|request|socket|beacon|console|log|import/i.test(name)), []);
});

test("workers have an engine each", async () => {
  const path = join(PROJECT, "inspector.mjs");
  writeFileSync(path, `import { parentPort, workerData } from "node:worker_threads";
    import { inspect } from "certloupe";
    parentPort.postMessage(inspect(workerData).certificates.length);`);
  const answers = [1, 2].map(() => new Promise((done, fail) => {
    new Worker(path, { workerData: text("chain.pem") }).once("message", done).once("error", fail);
  }));
  assert.deepEqual(await Promise.all(answers), [2, 2]);
});
