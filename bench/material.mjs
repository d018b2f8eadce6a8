// What every page is given: a chain of three as public CAs issue them today, minted for this run, since no file of a
// third party lies in this repository. CERTLOUPE_CHAIN=FILE gives a real one instead.
import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

const SETTINGS = `
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[issuer]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, digitalSignature, keyCertSign, cRLSign
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
certificatePolicies = 2.23.140.1.2.1
authorityInfoAccess = caIssuers;URI:http://ca.example/root.der
crlDistributionPoints = URI:http://ca.example/root.crl
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
certificatePolicies = 2.23.140.1.2.1
authorityInfoAccess = OCSP;URI:http://ocsp.ca.example, caIssuers;URI:http://ca.example/issuer.der
crlDistributionPoints = URI:http://ca.example/issuer.crl
subjectAltName = DNS:shop.example.com, DNS:www.shop.example.com
`;

/** What each certificate is called, with how many days it has, its key, and who issues it. */
const HOUSE = [
  ["root", "/C=US/O=Example Trust/CN=Example Root R1", 7300, 4096, "root"],
  ["issuer", "/C=US/O=Example Trust/CN=Example TLS CA 1C3", 1825, 2048, "root"],
  ["server", "/CN=shop.example.com", 90, 2048, "issuer"],
];

const mint = () => {
  const home = mkdtempSync(join(tmpdir(), "certloupe-bench-"));
  const openssl = (...words) => execFileSync("openssl", words, { cwd: home, stdio: ["ignore", "pipe", "ignore"] });
  try {
    writeFileSync(join(home, "settings"), SETTINGS);
    HOUSE.forEach(([name, subject, days, bits, issuer], index) => {
      openssl("req", "-new", "-newkey", `rsa:${bits}`, "-nodes", "-keyout", `${name}.key`, "-out", `${name}.csr`,
        "-subj", subject);
      const signer = issuer === name ? ["-key", `${name}.key`] : ["-CA", `${issuer}.pem`, "-CAkey", `${issuer}.key`];
      openssl("x509", "-req", "-in", `${name}.csr`, ...signer, "-sha256", "-days", String(days),
        "-set_serial", `0x5a17${"c0ffee".repeat(4)}${index}0`, "-extfile", "settings", "-extensions", name,
        "-out", `${name}.pem`);
    });
    return ["server", "issuer", "root"].map((name) => readFileSync(join(home, `${name}.pem`), "utf8")).join("");
  } finally {
    rmSync(home, { recursive: true });
  }
};

const commonName = (pem) => {
  const subject = new X509Certificate(pem).subject;
  return subject.match(/^CN=(.*)$/m)?.[1] ?? subject.split("\n").at(-1).replace(/^\w+=/, "");
};

const serial = (pem) => new X509Certificate(pem).serialNumber.toLowerCase().replace(/^0+/, "");

/** Three certificates, the server's first; what they are called, and the first one's serial number. */
export const chain = () => {
  const given = process.env.CERTLOUPE_CHAIN;
  const text = given ? readFileSync(given, "utf8") : mint();
  const certificates = text.match(BLOCK) ?? [];
  if (certificates.length !== 3) throw new Error(`a chain of three is wanted: ${given} has ${certificates.length}`);
  return { text, certificates, names: certificates.map(commonName), serial: serial(certificates[0]), minted: !given };
};

const der = (pem) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");

const pem = (bytes) => {
  const lines = bytes.toString("base64").match(/.{1,64}/g).join("\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
};

/** Many certificates to be busy with. They differ in their serial number only, so their signatures are wrong. */
export const many = (certificate, count) => {
  const bytes = der(certificate);
  const serial = Buffer.from(new X509Certificate(bytes).serialNumber, "hex");
  const at = bytes.indexOf(serial) + serial.length - 4;
  return Array.from({ length: count }, (_, number) => {
    bytes.writeUInt32BE(number, at);
    return pem(bytes);
  }).join("");
};

/** The public roots that node carries. */
export const roots = () => rootCertificates.map((text) => `${text}\n`);
