import forge from "node-forge";

export const read = async (pem) => {
  const certificate = forge.pki.certificateFromPem(pem);
  const name = ({ attributes }) => attributes.map((one) => `${one.shortName ?? one.type}=${one.value}`).join();
  const der = forge.util.decode64(pem.replace(/-----[^-]+-----|\s/g, ""));
  return {
    subject: name(certificate.subject),
    issuer: name(certificate.issuer),
    names: (certificate.getExtension("subjectAltName")?.altNames ?? []).map((one) => one.value),
    from: certificate.validity.notBefore,
    to: certificate.validity.notAfter,
    key: ["RSA", certificate.publicKey.n.bitLength()],
    extensions: certificate.extensions.length,
    sha256: forge.md.sha256.create().update(der).digest().toHex(),
  };
};
