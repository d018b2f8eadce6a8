import init, { inspect } from "certloupe";

onmessage = async ({ data: { chain, root } }) => {
  await init();
  const { schema, verdict, certificates } = inspect(chain, { roots: root, platforms: ["mobile-web"], lang: "zh" });
  postMessage({ schema, verdict, certificates: certificates.length });
};
