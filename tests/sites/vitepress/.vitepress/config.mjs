export default {
  title: "A guide",
  base: "/vitepress/",
  outDir: process.env.SITE_OUT,
  cacheDir: process.env.SITE_CACHE,
  // A tag of ours, not a component.
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "cert-loupe" } } },
  head: [
    ["script", { src: "/vitepress/certloupe/certloupe.js", defer: "" }],
    ["script", { src: "/vitepress/certloupe/certloupe-docs.js", defer: "" }],
  ],
  themeConfig: { sidebar: [{ text: "First", link: "/" }, { text: "Second", link: "/second" }] },
};
