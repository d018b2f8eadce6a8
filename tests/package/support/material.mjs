// What a site's folder holds, minted by openssl for this run: a private PKI, a site that is renewed, and what lies around.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SETTINGS = `
[ca]
database = index.txt
default_md = sha256
default_crl_days = 30
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
[site]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
certificatePolicies = 2.23.140.1.2.1
authorityInfoAccess = OCSP;URI:http://ocsp.ca.example, caIssuers;URI:http://ca.example/issuer.der
crlDistributionPoints = URI:http://ca.example/issuer.crl
subjectAltName = DNS:shop.example.com, DNS:www.shop.example.com
`;

/** Name, subject, days, who issues it. */
const CERTIFICATES = [
  ["root", "/O=Example Trust/CN=Example Root R1", 3650, "root"],
  ["issuer", "/O=Example Trust/CN=Example TLS CA 1", 1825, "root"],
  ["site", "/CN=shop.example.com", 90, "issuer"],
  ["renewed", "/CN=shop.example.com", 90, "issuer"],
];

/** Fills a folder with `chain.pem`, `privkey.pem`, `root.pem`, `renewed.pem`, `request.csr` and more. */
export const mint = (folder) => {
  mkdirSync(folder, { recursive: true });
  const at = (name) => join(folder, name);
  const openssl = (...words) => execFileSync("openssl", words, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  const text = (name) => readFileSync(at(name), "utf8");
  writeFileSync(at("settings"), SETTINGS);
  writeFileSync(at("index.txt"), "");
  CERTIFICATES.forEach(([name, subject, days, issuer], index) => {
    openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", subject);
    const signer = issuer === name ? ["-key", `${name}.key`] : ["-CA", `${issuer}.crt`, "-CAkey", `${issuer}.key`];
    const section = name === "renewed" ? "site" : name;
    openssl("x509", "-req", "-in", `${name}.csr`, ...signer, "-sha256", "-days", String(days),
      "-set_serial", `0x${"5a17".repeat(4)}0${index}`, "-extfile", "settings", "-extensions", section, "-out", `${name}.crt`);
  });
  openssl("ca", "-gencrl", "-config", "settings", "-name", "ca", "-cert", "issuer.crt", "-keyfile", "issuer.key", "-out", "list.crl");
  openssl("ocsp", "-index", "index.txt", "-CA", "issuer.crt", "-rsigner", "issuer.crt", "-rkey", "issuer.key",
    "-issuer", "issuer.crt", "-cert", "site.crt", "-ndays", "3", "-noverify", "-respout", "answer.der");
  openssl("pkey", "-in", "site.key", "-pubout", "-out", "public.pem");
  writeFileSync(at("chain.pem"), text("site.crt") + text("issuer.crt"));
  writeFileSync(at("wrong-order.pem"), text("issuer.crt") + text("site.crt"));
  writeFileSync(at("renewed.pem"), text("renewed.crt") + text("issuer.crt"));
  writeFileSync(at("privkey.pem"), text("site.key"));
  writeFileSync(at("root.pem"), text("root.crt"));
  writeFileSync(at("request.csr"), text("site.csr"));
};
