import { Certificate } from "pkijs";

export const read = async (pem) => {
  const der = Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, "")), (character) => character.charCodeAt(0));
  const certificate = Certificate.fromBER(der);
  const name = ({ typesAndValues }) => typesAndValues.map((one) => `${one.type}=${one.value.valueBlock.value}`).join();
  const extensions = (certificate.extensions ?? []).map((extension) => extension.parsedValue ?? extension.extnValue);
  const { parsedKey, algorithm } = certificate.subjectPublicKeyInfo;
  return {
    subject: name(certificate.subject),
    issuer: name(certificate.issuer),
    names: extensions.flatMap((extension) => extension.altNames ?? []).map((one) => one.value),
    from: certificate.notBefore.value,
    to: certificate.notAfter.value,
    key: [algorithm.algorithmId, parsedKey?.modulus?.valueBlock.valueHexView.length ?? parsedKey?.namedCurve],
    extensions: extensions.length,
    sha256: hex(await crypto.subtle.digest("SHA-256", der)),
  };
};

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
