import "reflect-metadata";
import { SubjectAlternativeNameExtension, X509Certificate } from "@peculiar/x509";

export const read = async (pem) => {
  const certificate = new X509Certificate(pem);
  const names = certificate.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    names: names.map((name) => name.value),
    from: certificate.notBefore,
    to: certificate.notAfter,
    key: certificate.publicKey.algorithm,
    extensions: certificate.extensions.length,
    sha256: hex(await certificate.getThumbprint("SHA-256")),
  };
};

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
