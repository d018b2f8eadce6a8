// Calls as programs make them, in every door, for `tsc --strict`; never run.
import init, {
  EngineNotReady, EngineStopped, Refusal, checks, codes, compare, convert, create, deploy, describe, formats, handbook, hops,
  inspect, platforms, renew, targets,
} from "certloupe";
import type {
  Checks, Comparison, Deployment, FileFormat, Finding, Handbook, Hops, Input, InspectOptions, MadeFile, ModuleSource,
  NamedCode, Platform, Renewal, Report, Severity, Target,
} from "certloupe";

import type { CertLoupeFailure } from "certloupe/element";

declare const bytes: Uint8Array, pem: string, response: Response, module: WebAssembly.Module;

const sources: ModuleSource[] = ["certloupe_bg.wasm", new URL("https://cdn.example/certloupe_bg.wasm"), response, bytes, module];
await Promise.all([init(), init(fetch("certloupe_bg.wasm")), ...sources.map((source) => init(source))]);

const options: InspectOptions = {
  hosts: ["api.example.com"], urls: ["upload=https://api.example.com/"], code: { name: "app.js", bytes: pem }, listed: ["a;b"],
  platforms: ["wechat", "ios-app"], phones: [{ client: "android", version: "7.0" }], lang: "zh", now: new Date(),
  passwords: ["x"], repairs: ["fullChain"], roots: [bytes], purpose: "client", depth: 3, judge: "rfc5280",
  supply: [{ name: "index.bin", bytes }], target: "nginx", folder: "pack.zip/nginx",
};
const inputs: Input[] = [pem, bytes, bytes.buffer as ArrayBuffer, { name: "chain.pem", bytes: pem }, { name: "chain.der", bytes }];
const report: Report = inspect(inputs, options);
const worst: Severity | undefined = report.findings[0]?.severity;
const days: number | undefined = report.validity?.daysLeft;
const client = report.trust.clients.find(({ id }) => id === "android");
if (client && typeof client.rule === "object" && "issuedAfter" in client.rule) client.rule.issuedAfter.limit.slice(0, 10);
const told: string | undefined = describe(pem)?.document.headline.sentence;

try {
  const files: MadeFile[] = convert([pem, bytes], { to: "pfx", outPassword: "x" });
  new Blob(files.map((file) => file.bytes));
  create({ names: ["shop.example"], key: "ed25519" });
} catch (error) {
  if (error instanceof Refusal) error.findings.map(({ code, fix }: Finding) => code + fix);
  else if (error instanceof EngineStopped || error instanceof EngineNotReady) await init();
  else throw error;
}

const made: Deployment = deploy(pem, { target: "nginx", profile: "mini-program", with: ["hsts"], without: ["http2"], now: "2026-11-21" });
const commands: string[] = [...made.commands.install, ...made.commands.check, ...made.commands.verify.map(({ command }) => command)];
const changes: Comparison = compare(pem, { old: 0, new: 2, lang: "en" });
const value = changes.fields[0]?.new;
if (value && typeof value === "object" && "tokens" in value) value.tokens.join();
const looked: Checks = checks(pem, { urls: ["https://shop.example/"], edges: ["192.0.2.1"] });
const way: Hops = hops(pem, { hops: [{ kind: "cdn", tls: "reencrypts", cloud: "tencent" }, { kind: "server", tls: "ends" }] });
const renewal: Renewal = renew(pem, { client: "acme.sh", challenge: "dns", provider: "alibaba" });
const book: Handbook = handbook({ lang: "zh" });
const list: Target[] = targets({ lang: "zh" });
const ids: Platform[] = platforms().map(({ id }) => id);
const kinds: FileFormat[] = formats().map(({ id }) => id);
const catalogue: NamedCode[] = codes(null);

// What is wrong is refused.
// @ts-expect-error it is `hosts`
inspect(pem, { host: ["api.example.com"] });
// @ts-expect-error there is no such platform
inspect(pem, { platforms: ["symbian"] });
// @ts-expect-error a number is no input
inspect(7);
// @ts-expect-error `to` is required
convert(pem, {});
// @ts-expect-error there is no such format
convert(pem, { to: "paper" });
// @ts-expect-error `target` is required
deploy(pem, { profile: "modern" });
// @ts-expect-error there is no such profile
deploy(pem, { target: "nginx", profile: "ancient" });
// @ts-expect-error there is no such switch
deploy(pem, { target: "nginx", with: ["spdy"] });
// @ts-expect-error it is `verdict`
inspect(pem).judgement;
// @ts-expect-error null without a server certificate
inspect(pem).validity.daysLeft;
// @ts-expect-error findings have no such key
new Refusal([]).findings[0]?.advice;
// @ts-expect-error only languages that there are
targets({ lang: "fr" });
// @ts-expect-error indexes, not files
compare(pem, { old: pem, new: 1 });

export { book, catalogue, commands, days, ids, kinds, list, looked, renewal, told, way, worst };

// The element, on a page that has its script.
const element = document.createElement("cert-loupe");
element.certificates = [pem, { name: "chain.der", bytes }];
element.addEventListener("cert-loupe-report", ({ detail }) => detail.verdict === element.report?.verdict);
element.addEventListener("cert-loupe-error", ({ detail }) => {
  const { reason, message }: CertLoupeFailure = detail;
  return reason === "unreachable" && message;
});
// @ts-expect-error
element.certificates = 1;
