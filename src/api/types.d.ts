// long: the whole contract with scripts in one place, as editors show it and as the handbook is made from it.
/** Text or bytes; a file also has a name. */
export type Input = string | Uint8Array | ArrayBuffer | { name: string; bytes: string | Uint8Array | ArrayBuffer };

export interface InspectOptions {
  /** Hosts that must be covered. Without it, every name of the certificate is taken as wanted. */
  hosts?: string[];
  /** Addresses that a program calls; a use may stand in front (`upload=https://…`). Their hosts have to be covered, too. */
  urls?: string[];
  /** Code in which such addresses are looked for. */
  code?: Input | Input[];
  /** The entries of the platform's own list of domains, one a text or parted (`a;b`); without any a list is proposed. */
  listed?: string[];
  /** The platforms that are to be asked. */
  platforms?: Platform[];
  /** The oldest versions of phones' systems that count on them; `trust.clients` of a report lists the versions. */
  phones?: { client: "android" | "wechat-android" | "ios"; version: string }[];
  /** The language of the findings; English where absent. */
  lang?: "en" | "zh";
  /** The moment to judge at (RFC 3339); the clock where absent. */
  now?: string | Date;
  /** Passwords to try on whatever is locked. */
  passwords?: string[];
  /** Repairs to make before judging. */
  repairs?: Repair[];
  /** Roots that are trusted besides the public ones; they do not count as given. */
  roots?: Input | Input[];
  /** What the certificate is for; a server where absent. */
  purpose?: "server" | "client";
  /** Most intermediates on a path. */
  depth?: number;
  /** By whose measure something is an error: what clients refuse, or the letter of RFC 5280 or of the Baseline Requirements. */
  judge?: "clients" | "rfc5280" | "web";
  /** Files of the supply of public CA certificates, as `chain.wanted` of an earlier report asks for them. */
  supply?: { name: string; bytes: Uint8Array }[]; // empty bytes where the supply has no such file
  /** The server that the files are for (`targets`): where a pack has a folder for each kind of server, its folder counts. */
  target?: string;
  /** The folder of a pack that counts: a `path` of the report's `packs`. */
  folder?: string;
}

/** What a configuration is to be like. What is left out is as the server's own default, or as most people have it. */
export interface DeployOptions {
  /** The server's identifier, as in `targets`: `nginx`. */
  target: string;
  /** The system that it runs on, as in `targets`: it tells versions, folders and how to reload. */
  system?: string;
  /** The server's version as it writes it; that of the system, else the newest known one where absent. */
  version?: string;
  /** The version of the TLS library that it is linked with, as `openssl version` writes it. */
  library?: string;
  /** TLS versions and suites; `compatible` where absent. */
  profile?: Profile;
  /** Server names; those of the certificate where absent. */
  names?: string[];
  /** Where the file with the chain stands on the server already; needs `key`. */
  certificate?: string;
  /** Where the file with the private key stands on the server already. */
  key?: string;
  /** Where the file with the certificates stands that clients have to show one of (mutual TLS). */
  clientCa?: string;
  /** Where requests go on: `http://127.0.0.1:3000`. A static folder where absent. */
  upstream?: string;
  /** What is to be had that is not usual. */
  with?: Switch[];
  /** What is to be left out that is usual. */
  without?: Switch[];
  /** The folder of a pack that counts; that for `target` where absent. */
  folder?: string;
  /** Passwords to try on whatever is locked. */
  passwords?: string[];
  /** The language of everything that is not configuration; English where absent. */
  lang?: "en" | "zh";
  /** The moment to judge at (RFC 3339); the clock where absent. */
  now?: string | Date;
}

/** `modern` is TLS 1.3 only, `compatible` 1.2 and 1.3, `mini-program` the same for the broadest phones, `legacy` 1.0 to 1.3. */
export type Profile = "modern" | "compatible" | "mini-program" | "legacy";

/** What a configuration can have or leave out. `hsts`, `http3`, `both-keys` and `proxy-protocol` are not usual. */
export type Switch = "redirect" | "hsts" | "http2" | "http3" | "websocket" | "stapling" | "tickets" | "hybrid" | "both-keys"
  | "proxy-protocol";

/** A configuration, with what is said about it in words. */
export interface Deployment {
  /** What was asked for, with the defaults filled in. */
  options: {
    target: string;
    system: string | null;
    version: string | null;
    library: string | null;
    profile: Profile;
    names: string[];
    certificate: string | null;
    key: string | null;
    clientCa: string | null;
    upstream: string | null;
    with: Switch[];
    without: Switch[];
  };
  /** What the server is called. */
  title: string;
  /** The configuration, the main file first. */
  configs: MadeFile[];
  /** The certificates that it names, in the right order: public parts. `convert` writes the key (`pkcs8`). */
  files: MadeFile[];
  /** What each file is, and what to do with them. */
  readme: MadeFile;
  /** What the commands take in place of the private key in PEM: `convert` writes it. */
  keyFile: FileFormat | null;
  commands: {
    /** What reads those on the server. Those that prove it are for `sh` on any machine. */
    shell: "posix" | "powerShell";
    /** Whether they run anywhere, with a tool that reaches a service by an account, rather than on a server as root. */
    byAccount: boolean;
    /** Put the files in place. */
    install: string[];
    /** Let the server check the configuration. */
    check: string[];
    /** Take it into use. */
    reload: string[];
    /** Prove it from outside, and what that should show. */
    verify: { command: string; expect: string }[];
    /** Take it back: the files as they were before. */
    rollBack: string[];
  };
  /** What to know about it. */
  notes: Finding[];
}

/** `old` and `new` go together; without them the input's first server certificate is the old one, and its second the new. */
export interface CompareOptions {
  /** The one in use, as an index into `certificates` of the report that `inspect` gives for the same input. */
  old?: number;
  /** The one that is to take its place. */
  new?: number;
  /** Passwords to try on whatever is locked. */
  passwords?: string[];
  /** The language of effects; English where absent. */
  lang?: "en" | "zh";
  /** The moment to judge at (RFC 3339); the clock where absent. */
  now?: string | Date;
}

/** Two server certificates, one of which is to take the other's place; pairs are of the old and the new one. */
export interface Comparison {
  /** Index into `certificates` of the report. */
  old: number;
  new: number;
  /** Whether it can, without anybody noticing. */
  verdict: Verdict;
  /** What follows from it, most serious first. */
  effects: Effect[];
  /** The names of both, the lost ones first. */
  names: NameChange[];
  sameKey: boolean;
  /** The certificates that each ought to be sent with, itself first. */
  served: [number[], number[]];
  /** The name of the root that each leads to, where it leads to one. */
  roots: [string | null, string | null];
  /** How many days each is good for, in all. */
  lifetimes: [number, number];
  /** The fields that differ, those first that a renewal usually keeps. */
  fields: FieldChange[];
}

export interface Effect {
  id: "namesLost" | "ended" | "notYet" | "newErrors" | "keyOfTheOld" | "clientsLost" | "endsEarlier" | "newWarnings"
    | "purposeLost" | "mustStaple" | "keyKind" | "newKey" | "sameKey" | "otherIssuer" | "otherIntermediate"
    | "otherValidation" | "namesGained" | "same";
  severity: Severity;
  /** What changes. */
  title: string;
  /** Why it matters. */
  why: string;
  /** What to do. */
  fix: string;
}

export type Change = "lost" | "changed" | "gained" | "kept";

export interface NameChange {
  name: string;
  change: Change;
  /** The name of the new one that covers it, where that is another. */
  by: string | null;
}

export interface FieldChange {
  /** Field path: `tbs.extensions.keyUsage`. */
  path: string;
  /** Its own name in its standard. */
  name: string;
  change: Change;
  old: FieldValue | null;
  new: FieldValue | null;
  /** Every renewal changes it. */
  usual: boolean;
}

export type FieldValue = "none" | { text: string } | { tokens: string[] } | { moment: string } | { number: number }
  | { flag: boolean } | { link: string } | { hex: string };

export interface ConvertOptions {
  /** The format. */
  to: FileFormat;
  /** Passwords to try on whatever is locked. */
  passwords?: string[];
  /** The password that the file gets. Required for `pfx`, `pfx-legacy`, `jks` and `pkcs8-scrypt`. */
  outPassword?: string;
  /** Hosts that must be covered, for `json`. */
  hosts?: string[];
  /** The language of findings and refusals; English where absent. */
  lang?: "en" | "zh";
  /** The moment to judge at (RFC 3339); the clock where absent. */
  now?: string | Date;
}

export interface CheckOptions {
  /** Addresses that a program calls; the names of the certificate where absent. */
  urls?: string[];
  /** Hosts to look at where there are no `urls`. */
  hosts?: string[];
  /** IP addresses to look at besides those of DNS: the edges of a CDN. */
  edges?: string[];
  /** The name of the file that proves a business domain. */
  verificationFile?: string;
  /** Passwords to try on whatever is locked. */
  passwords?: string[];
  /** The language of everything; English where absent. */
  lang?: "en" | "zh";
  /** The moment to judge at (RFC 3339); the clock where absent. */
  now?: string | Date;
}

/** What to look at before a program is submitted, in words. */
export interface Checks {
  groups: CheckGroup[];
  /** Whatever of it a machine can decide, for a POSIX shell. Exit status: 0 all is well, 1 something failed, 2 a program is missing. */
  script: string;
  /** What was left out, and why. */
  notes: Finding[];
}

export interface CheckGroup {
  topic: "dns" | "chain" | "versions" | "families" | "edges" | "sockets" | "redirects" | "verification" | "phones" | "elsewhere";
  title: string;
  why: string;
  /** When it may be skipped; empty where it never may. */
  skip: string;
  steps: {
    title: string;
    /** For a POSIX shell; empty for what only a person can do. */
    command: string;
    /** The same for Windows, where the command is not there. */
    windows: string[];
    expect: string[];
    /** Where to look it up; empty where a command tells. */
    link: string;
  }[];
  /** What its commands may say, and what that means. */
  answers: { shown: string; means: string }[];
}

export interface HopsOptions {
  /** The places that a request comes through, the client's side first. */
  hops: Hop[];
  urls?: string[];
  hosts?: string[];
  passwords?: string[];
  /** The language of everything; English where absent. */
  lang?: "en" | "zh";
  now?: string | Date;
}

export interface Hop {
  kind: "cdn" | "load-balancer" | "server";
  cloud?: "other" | "tencent" | "alibaba" | "huawei" | "aws" | "cloudflare";
  /** What it does with TLS; `reencrypts` ends it and goes on over TLS of its own. */
  tls: "ends" | "reencrypts" | "passes" | "plain";
  /** The certificate that it shows today, as an index into `certificates` of the report. */
  shows?: number | null;
  /** Whether the certificate at hand is going to be installed there. */
  planned?: boolean;
}

/** What each place needs, in the order of `hops`. What does not apply is empty. */
export interface Hops {
  hops: {
    title: string;
    files: FileFormat[];
    /** Which certificate it shows to whom. */
    shows: string;
    /** How it goes on, and which name it asks the next place for. */
    onward: string;
    /** What happens when it is forgotten. */
    trap: string;
    /** What its owner says of it, and where. */
    known: string[];
    sources: string[];
    /** What sees its certificate. */
    commands: { command: string; expect: string }[];
  }[];
  findings: Finding[];
}

export interface CreateOptions {
  /** The kind of key; P-256 where absent. */
  key?: "p256" | "p384" | "ed25519" | "rsa2048" | "rsa3072" | "rsa4096";
  /** Host names and IP addresses; the first is the common name. Unicode is written in Punycode. */
  names: string[];
  organization?: string;
  /** Two letters (ISO 3166). */
  country?: string;
  /** The password that the key gets. */
  outPassword?: string;
  /** The language of refusals; English where absent. */
  lang?: "en" | "zh";
}

export interface RenewOptions {
  client?: "certbot" | "acme.sh" | "lego" | "caddy";
  /** Wildcards leave only `dns`: the answer's options say what was taken. */
  challenge?: "dns" | "http";
  /** Who writes the TXT record. */
  provider?: "manual" | "alibaba" | "tencent" | "cloudflare";
  /** The server that takes the certificate into use: `nginx` where absent. */
  target?: string;
  /** Those of the certificate where absent. */
  names?: string[];
  /** The DNS zone; the registrable domain where absent. */
  zone?: string;
  lang?: "en" | "zh";
  now?: string | Date;
  passwords?: string[];
}

/** How to get and renew the certificate, in words. */
export interface Renewal {
  /** What was asked for, with the defaults filled in. */
  options: { client: string; challenge: string; provider: string; target: string; names: string[]; zone: string | null; lang: string };
  records: ChallengeRecord[];
  passages: Passage[];
  /** Scripts and settings that the passages speak of. */
  files: MadeFile[];
  /** The dates as iCalendar. */
  calendar: MadeFile | null;
  notes: Finding[];
}

export interface ChallengeRecord { names: string[]; record: string; zone: string | null; label: string; check: string }

export interface Passage {
  part: "plan" | "challenge" | "commands" | "watch" | "kind" | "revoke";
  title: string;
  text: string[];
  commands: string[];
  links: { title: string; url: string }[];
}

export type FileFormat = "pem" | "chain" | "cert" | "der" | "p7b" | "p7b-pem" | "pkcs8" | "pkcs8-der" | "pkcs8-scrypt"
  | "pkcs1" | "sec1" | "pfx" | "pfx-legacy" | "jks" | "k8s-secret" | "aws" | "tencent" | "alibaba" | "huawei"
  | "spki-pin" | "tlsa" | "json" | "markdown" | "html" | "text" | "zip";

/** A file that was made; the first of several has the format's own name. */
export interface MadeFile { name: string; bytes: OwnBytes }

/** `widestReach` and `shortestHandshake` serve another chain than the one given; `trustRoot` calls a private root one's own. */
export type Repair = "fullChain" | "widestReach" | "shortestHandshake" | "trustRoot";
export type Severity = "error" | "warning" | "info";
export type Verdict = "broken" | "attention" | "ready";
export type Role = "leaf" | "intermediate" | "root";

/** Times are RFC 3339 in UTC, hashes lower-case hex, and indexes count from 0. Keys may be added, never renamed. */
export interface Report {
  /** The version of this shape. */
  schema: 1;
  /** The moment that was judged at. */
  now: string;
  /** The worst severity among the findings, as one word. */
  verdict: Verdict;
  /** Most serious first. */
  findings: Finding[];
  /** How many checks were made, and how they ended. */
  tally: { checked: number; passed: number; notApplicable: number; notInForce: number; found: number };
  /** What each file and block was understood to be, in the order given. */
  inputs: InputSummary[];
  /**
   * Every distinct certificate, in the order given; then the roots of `roots` and what came from the supply
   * (`chain.supplied`), which were not given. Indexes elsewhere point into this list.
   */
  certificates: CertificateSummary[];
  /** Who signed whom, and what is missing. */
  chain: Chain;
  /** Who trusts it. */
  trust: Trust;
  /** The wanted hosts, and what covers them. */
  names: { hosts: HostCoverage[] };
  /** Null without a server certificate. */
  validity: Validity | null;
  /** The renewals to come; empty without a server certificate. */
  renewals: PlannedRenewal[];
  /** Facts only, never key material. */
  keys: KeySummary[];
  /** The folders of a pack that has one for each kind of server; empty where there is nothing to choose. */
  packs: PackFolder[];
  /** Public keys by themselves. */
  publicKeys: PublicKeySummary[];
  /** Certificate signing requests. */
  requests: RequestSummary[];
  /** Revocation lists and OCSP responses. */
  revocation: RevocationSummary[];
  /** The addresses that the program calls, and those in its code that do not count. */
  urls: CalledUrl[];
  /** The platforms that were asked, else all; empty without a server certificate. */
  platforms: PlatformReadiness[];
  /** Error messages that were recognised, each kind once. */
  symptoms: SymptomSummary[];
}

/** A report, and what it says. */
export interface Described { report: Report; document: ReportDocument }

/** A report as headings, sentences and tables, in one language. */
export interface ReportDocument {
  title: string;
  headline: {
    /** Null for a good end. */
    severity: Severity | null;
    /** The state in a few words. */
    state: string;
    /** The sentence that decides. */
    sentence: string;
    /** Whom it is about. */
    label: string | null;
    /** Level, key, end, days. */
    facts: string[];
    /** How much more there is to mend. */
    others: string | null;
  };
  /** When it was judged, and by what. */
  note: string;
  parts: { title: string; blocks: DocumentBlock[] }[];
}

export type DocumentBlock =
  | { text: string }
  | { finding: { severity: Severity; code: string; title: string; why: string; fix: string; places: string[];
      /** Titles and addresses. */
      references: [string, string][] } }
  | { table: { head: string[]; rows: DocumentCell[][] } }
  /** A name, and text that is kept to the letter. */
  | { verbatim: [string, string] };

/** Words, or what stands in certificates and files. */
export type DocumentCell = { words: string } | { given: string };

export interface CalledUrl {
  /** As it was written. */
  url: string;
  use: AddressUse;
  /** The source that it was found in; empty where it was named by itself. */
  source: string;
  line: number | null;
  /** Why it does not count; null where it does. */
  skipped: "comment" | "template" | "namespace" | "link" | "dependency" | null;
}

export type Platform = "wechat" | "wechat-game" | "wechat-webview" | "alipay" | "douyin" | "douyin-game" | "baidu" | "qq"
  | "kuaishou" | "huawei" | "tcsas" | "mobile-web" | "ios-app" | "android-app";

export interface PackFolder {
  /** With the archive that it lies in. */
  path: string;
  /** The server that its name speaks of; names only hint. */
  server: string | null;
  has: ("full-chain" | "certificate" | "chain" | "private-key" | "csr" | "pkcs12" | "jks" | "password")[];
  /** Whether its files count as the chain that was given. */
  chosen: boolean;
}

export interface Finding {
  /** Its entry in the catalogue: `CHN003`. */
  code: string;
  severity: Severity;
  /** The certificate that it speaks of, as an index into `certificates`. */
  certificate: number | null;
  /** The wanted host that it speaks of. */
  host: string | null;
  /** The platform that it speaks of. */
  platform: string | null;
  /** The rule of the table of platforms that it comes from. */
  rule: string | null;
  /** That rule in the platform's own words. */
  quote: Quote | null;
  /** What is wrong. */
  title: string;
  /** Why it matters. */
  why: string;
  /** What to do. */
  fix: string;
  /** Where to look. */
  evidence: Evidence[];
  /** What it rests on. */
  references: { title: string; url: string }[];
  /** What `inspect` can repair by itself. */
  repair: Repair | null;
}

/** `lang` as a tag (BCP 47), `seen` the day on which the page at `source` said so. */
export interface Quote { text: string; lang: string; source: string; seen: string }

export interface Evidence {
  certificate: number | null;
  /** Field path: `tbs.extensions.subjectAltName[2]`. */
  path: string;
  /** Byte range in the certificate's DER. */
  offset: number | null;
  length: number | null;
  /** Line of the input, from 1. */
  line: number | null;
}

export interface InputSummary {
  /** The name of the file, with its folder and archive; empty for pasted text. */
  source: string;
  /** Which of the inputs of the call it came from. */
  sourceIndex: number;
  kind: "certificate" | "private-key" | "public-key" | "csr" | "crl" | "ocsp" | "pkcs7" | "pkcs12" | "jks" | "archive"
    | "error-text" | "article" | "parameters" | "unknown";
  role: Role | null;
  /** Index into `certificates`. */
  certificate: number | null;
  /** Index into `keys`. */
  key: number | null;
  /** Index into `publicKeys`. */
  publicKey: number | null;
  /** Index into `requests`. */
  request: number | null;
  /** Index into `revocation`. */
  revocation: number | null;
  line: number | null;
}

export interface KeyFacts { algorithm: string; bits: number | null; curve: string | null }

export interface CertificateSummary {
  sha256: string;
  /** Of its public key as it stands in it (SubjectPublicKeyInfo). */
  spkiSha256: string;
  /** What people call it: common name, else the first alternative name, the organisation, or the subject. */
  label: string;
  subject: string;
  issuer: string;
  serial: string;
  notBefore: string;
  notAfter: string;
  /** The alternative names. */
  names: string[];
  key: KeyFacts;
  /** The algorithm that it is signed with. */
  signature: string;
  role: Role;
  validation: "DV" | "OV" | "EV" | "IV" | null;
  ocsp: string[];
  caIssuers: string[];
  crl: string[];
  /** Timestamps of transparency logs in it. */
  scts: number;
}

export interface Chain {
  /** The server certificate, as an index into `certificates`. */
  leaf: number | null;
  /** The certificates that were given, in their order. */
  given: number[];
  /** The certificates that a server ought to send, in order. */
  served: number[];
  order: "ok" | "wrong";
  /** Nothing is missing between the server certificate and a root. */
  complete: boolean;
  paths: { certificates: number[]; root: { sha256: string; name: string } | null; valid: boolean; reasons: string[];
    /** The same reasons with the certificate at fault, from the server certificate upward. */
    faults: { certificate: number; code: string }[] }[];
  /** Issuers that were not given; `inPack` where the supply has it. */
  missing: { issued: number; subject: string; keyId: string | null; url: string | null; inPack: boolean }[];
  /** Certificates that came from the supply, as indexes: they were not given. */
  supplied: number[];
  /** Files of the supply that would tell more: with them the inspection is worth repeating. */
  wanted: string[];
}

/** Who trusts the chain as it was given. */
export interface Trust {
  /** The day of the oldest list of roots among those of today's clients; each client tells its own. */
  asOf: string;
  /** The day of the supply; null where it was not loaded. */
  supplyAsOf: string | null;
  clients: ClientTrust[];
}

export interface ClientTrust {
  id: "android" | "wechat-android" | "ios" | "macos" | "windows" | "chrome" | "firefox" | "java" | "debian" | "ubuntu";
  version: string;
  /** It accepts the chain as it was given. */
  trusted: boolean;
  /** The path that it takes, as an index into `chain.paths`; with the rule `fetched` only where it finds what is missing. */
  path: number | null;
  /** Why it does not: an entry of the catalogue; `findings` need not have it. */
  reason: string | null;
  /** The rule that decides. */
  rule: TrustRule;
  /** The path that the rule speaks of where it takes none. */
  about: number | null;
  /** The list of roots in whose versions the rule counts; those of Chrome, Microsoft and Java are months. */
  store: "android" | "ios" | "macos" | "nss" | "chrome" | "microsoft" | "java" | "debian";
  /** The path that it takes once a repair serves it, as an index into `chain.paths`. */
  withRepair: number | null;
  /** The day of its list of roots. */
  asOf: string;
}

export type TrustRule =
  | { inStore: { since: string | null; until: string | null } }
  | { since: { version: string } }
  | { removed: { version: string } }
  | { issuedAfter: { limit: string; byTimestamp: boolean } }
  /** `permitted` as DNS names of RFC 5280's name constraints. */
  | { notForName: { name: string; permitted: string[] } }
  | { rootEnded: { at: string } }
  | { revoked: { certificate: number } }
  | "fetched" | "notInStore" | "private" | "incomplete" | "unverified" | "path";


export type AddressUse = "request" | "upload" | "download" | "socket" | "webview" | "udp" | "tcp" | "prefetch";

export interface PlatformReadiness {
  id: Platform;
  /** The worst of its findings; what can only be looked at by hand does not count. */
  verdict: Verdict;
  /** Indexes into the report's list. */
  findings: number[];
  /** What to enter into the platform's console, one list a field; empty where no address is called. */
  lists: ConsoleList[];
}

export interface ConsoleList {
  /** The field as the console names it. */
  name: string;
  uses: AddressUse[];
  entries: string[];
  /** Addresses that the platform does not take, with the code of the finding that says why. */
  leftOut: { url: string; code: string }[];
}

export interface HostCoverage {
  host: string;
  covered: boolean;
  /** The alternative name that covers it. */
  by: string | null;
  /** The code that says why it is not covered. */
  reason: string | null;
  /** Index into `subjectAltName` of the entry that covers it, else of the nearest one. */
  entry: number | null;
}

export interface Validity {
  notBefore: string;
  notAfter: string;
  /** Where the first certificate of the chain ends. */
  chainNotAfter: string;
  daysLeft: number;
  renewAt: string;
  /** The longest lifetime, in days, that was allowed when it was issued; null where there was no limit. */
  allowedDays: number | null;
}

export interface PlannedRenewal {
  at: string;
  /** Days that the new certificate can be valid for. */
  days: number;
  notAfter: string;
  /** The longest lifetime allowed then; null below a private CA. */
  allowedDays: number | null;
  /** Days that a proof of control may be used again. */
  reuseDays: number | null;
}

export interface KeySummary extends KeyFacts { source: string; encrypted: boolean; matches: number[] }

export interface PublicKeySummary {
  source: string;
  key: KeyFacts;
  /** Certificates for this key. */
  matches: number[];
  /** Private keys, as indexes into `keys`. */
  keyMatches: number[];
}

export interface RequestSummary extends PublicKeySummary {
  subject: string;
  label: string;
  /** What it asks for. */
  names: string[];
  signature: string;
  /** Null where it can not be checked here. */
  signatureValid: boolean | null;
  /** Names that it asks for and that the certificate for its key does not have. */
  missing: string[];
}

export interface RevocationSummary {
  kind: "crl" | "ocsp";
  source: string;
  issuer: string;
  label: string;
  thisUpdate: string | null;
  nextUpdate: string | null;
  /** The certificate under whose authority it was signed. */
  signedBy: number | null;
  signature: "valid" | "invalid" | "no-issuer" | "unauthorised" | "not-checked" | "none";
  /** Number of a list, in hex. */
  number: string | null;
  entries: number;
  delta: boolean;
  /** The list speaks only of some reasons, or only of what no certificate here is. */
  partial: boolean;
  /** A critical extension of the list that is not known here: clients may not use it. */
  unknownCritical: string | null;
  /** Whether an OCSP responder answered; null for lists. */
  response: "successful" | "malformedRequest" | "internalError" | "tryLater" | "sigRequired" | "unauthorized" | null;
  certificates: {
    certificate: number;
    status: "good" | "revoked" | "unknown";
    at: string | null;
    /** The name in RFC 5280: `keyCompromise`. */
    reason: string | null;
    /** Somebody who may say so signed it. */
    proved: boolean;
  }[];
}

/** An error message, and what may have caused it: what was found here first, then the likeliest. */
export interface SymptomSummary {
  /** Its row in the table of symptoms; a negative number is the code that the platform itself gives. */
  id: number;
  /** The words that were recognised. */
  quote: string;
  source: string;
  line: number;
  causes: PossibleCause[];
}

export interface PossibleCause {
  cause: Cause;
  /** `right`: what was given was looked at and does not have it, `unknown`: nothing that was given can tell. */
  state: "found" | "right" | "unknown";
  /** What speaks of it, as indexes into `findings`. */
  findings: number[];
}

export type Cause = "chain" | "order" | "name" | "internalName" | "date" | "clock" | "trust" | "root" | "revoked"
  | "transparency" | "lifetime" | "profile" | "clientPurpose" | "signature" | "weakKey" | "constraints" | "key"
  | "keyLocked" | "keyFile" | "encoding" | "oldContainer" | "stapling" | "protocol" | "noTls" | "endpoint"
  | "configuration" | "clientCertificate" | "list" | "port" | "scheme" | "redirect" | "address" | "verificationFile"
  | "foreignHost" | "account" | "interception" | "network" | "filing";

export interface ListOptions {
  /** The language of its words; English where absent. */
  lang?: "en" | "zh";
}

export type HandbookOptions = ListOptions;

/** A server that a configuration can be written for. */
export interface Target {
  id: string;
  title: string;
  /** Other words that people look for it by. */
  also: string[];
  group: "web" | "application" | "service" | "platform";
  /** Where requests go on when nobody says; to pages of a folder where null. */
  upstream: string | null;
  /** The version assumed where none is given; empty for a service, which has no versions. */
  latest: string;
  /** Systems that it comes with, and in which version. */
  systems: { id: string; title: string; version: string }[];
  /** Whether it can be told which versions of TLS to speak; a store of certificates can not. */
  hasProfiles: boolean;
  /** What it can have or leave out. */
  switches: Switch[];
  /** What else it can be told; `paths` are `certificate` and `key`. */
  fields: ("upstream" | "paths" | "clientCa" | "library")[];
}

export interface NamedPlatform { id: Platform; title: string }

export interface NamedFormat {
  id: FileFormat;
  title: string;
  /** The name of the file, or of the first of several. */
  file: string;
  needsKey: boolean;
  /** Whether it takes `outPassword`. */
  password: "never" | "optional" | "required";
}

/** A code that findings have. It is never used for anything else. */
export interface NamedCode {
  code: string;
  name: string;
  /** Whether a rule of `inspect` finds it in this version. */
  rule: boolean;
  /** What that rests on. */
  references: { title: string; url: string }[];
}

/** Every error message that is known, and every claim of articles. */
export interface Handbook { symptoms: KnownSymptom[]; claims: KnownClaim[] }

export interface KnownSymptom {
  /** Its row; a negative number is the code that the platform itself gives. */
  id: number;
  /** The words as people meet them. */
  pattern: string;
  meaning: string;
  /** The likeliest first. */
  causes: { cause: Cause; title: string; todo: string }[];
  /** Where that was seen; empty where it is known from use alone. */
  sources: { url: string; /** As far as the page says. */ date: string }[];
}

export interface KnownClaim {
  /** `S3`; a finding `PLT010` has it as its `rule`. */
  id: string;
  claim: string;
  standing: "true" | "half-true" | "false" | "outdated";
  /** In the very words, in this sense, or not at all. */
  telling: "quoted" | "sense" | "omitted";
  toldIn: string;
  told: string;
  /** How it is. */
  right: string;
  todo: string;
  ground: "official" | "source" | "third-party" | "inference";
  /** The words of who decides, in their language; may be empty. */
  wording: string;
  /** Empty for a conclusion. */
  source: string;
  seen: string;
  /** Something of the answer has no source, and the answer says so. */
  unsourced: boolean;
}
