// Chromium over its debugging pipe: one process for the whole run, a fresh context (cache, storage, renderer) a page.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const OPTIONS = [
  "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-US", "--window-size=1280,900",
  // Its own errands: updates, lists, the time, accounts, model downloads.
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
  "--disable-extensions", "--disable-default-apps", "--disable-client-side-phishing-detection",
  "--disable-field-trial-config", "--disable-domain-reliability", "--no-pings",
  "--disable-features=OptimizationHints,MediaRouter,Translate,NetworkTimeServiceQuerying,"
    + "AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider",
];

/** Longer than anything here takes on a busy machine, in ms. */
const PATIENCE = 90_000;

/** What is waited for and does not come is a failure of its own, never a fast time. */
export const within = (promise, what, ms = PATIENCE) => {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: not within ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

export class Chromium {
  #process;
  #home = mkdtempSync(join(tmpdir(), "certloupe-bench-"));
  #last = 0;
  #waiting = new Map();
  #listeners = new Map();
  #unread = "";

  constructor(command = process.env.CHROMIUM ?? "chromium") {
    const options = [...OPTIONS, "--remote-debugging-pipe", `--user-data-dir=${this.#home}`, "about:blank"];
    this.#process = spawn(command, options, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.#process.stdio[4].setEncoding("utf8").on("data", (piece) => this.#hear(piece));
    const ended = (why) => {
      for (const { fail } of this.#waiting.values()) fail(new Error(`${command}: ${why}`));
      this.#waiting.clear();
    };
    this.#process.on("error", (error) => ended(error.message));
    this.#process.on("exit", (status) => ended(`ended with ${status}`));
    this.#process.stdio[3].on("error", () => {}); // said by "exit" already
    process.once("exit", () => this.#clear()); // whatever ends the run
  }

  #hear(piece) {
    const messages = (this.#unread + piece).split("\0");
    this.#unread = messages.pop();
    for (const message of messages.map((text) => JSON.parse(text))) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error) waiting?.fail(new Error(`${waiting.method}: ${message.error.message}`));
      else if (waiting) waiting.done(message.result);
      else this.#listeners.get(message.sessionId)?.(message.method, message.params);
    }
  }

  send(method, params = {}, sessionId = undefined, what = method) {
    const id = ++this.#last;
    const answer = new Promise((done, fail) => this.#waiting.set(id, { done, fail, method }));
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return within(answer, what);
  }

  listen(sessionId, listener) {
    if (listener) this.#listeners.set(sessionId, listener);
    else this.#listeners.delete(sessionId);
  }

  /** What the browser calls itself. */
  async version() {
    return (await this.send("Browser.getVersion")).product;
  }

  /** A page in a context of its own; `condition` is put on it. */
  async page(condition = {}) {
    const { browserContextId } = await this.send("Target.createBrowserContext");
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, sessionId, browserContextId);
    await page.suffer(condition);
    return page;
  }

  /** Processes that draw pages. */
  async renderers() {
    const { processInfo } = await this.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  }

  async end() {
    const gone = new Promise((done) => this.#process.once("exit", done));
    this.send("Browser.close").catch(() => {});
    await within(gone, "Browser.close", 10_000).catch(() => {});
    this.#clear();
  }

  #clear() {
    this.#process.kill("SIGKILL");
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export class Page {
  #chromium;
  #session;
  #context;

  constructor(chromium, session, context) {
    [this.#chromium, this.#session, this.#context] = [chromium, session, context];
  }

  send(method, params, what) {
    return this.#chromium.send(method, params, this.#session, what);
  }

  /** Slows the page down: commands with their parameters. A worker shares the page's slow line only while somebody is
   * attached to it, too; a slower processor it never has (`slowly.mjs`). */
  async suffer(condition) {
    if (Object.keys(condition).length === 0) return;
    this.#chromium.listen(this.#session, (event, { sessionId }) => {
      if (event !== "Target.attachedToTarget") return;
      this.#chromium.send("Network.enable", {}, sessionId).catch(() => {});
      this.#chromium.send("Runtime.runIfWaitingForDebugger", {}, sessionId).catch(() => {});
    });
    await this.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    for (const one of Object.entries(condition)) await this.send(...one);
  }

  /** Runs a script in every document before its own. */
  async first(script) {
    await this.send("Page.enable");
    await this.send("Page.addScriptToEvaluateOnNewDocument", { source: script });
  }

  async open(address) {
    const { errorText } = await this.send("Page.navigate", { url: address }, address);
    if (errorText) throw new Error(`${address}: ${errorText}`);
  }

  /** The value of an expression, or of what it promises. */
  async value(expression, what = expression.slice(0, 80)) {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", asked, what);
    if (exceptionDetails) throw new Error(`${what}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  /** Chooses files in a field, as the file dialog does. */
  async choose(selector, files) {
    const { result } = await this.send("Runtime.evaluate", { expression: `document.querySelector("${selector}")` });
    if (!result.objectId) throw new Error(`no ${selector}`);
    await this.send("DOM.setFileInputFiles", { files, objectId: result.objectId });
  }

  async close() {
    this.#chromium.listen(this.#session);
    await this.#chromium.send("Target.disposeBrowserContext", { browserContextId: this.#context });
  }
}
