export default {
  title: "A handbook",
  url: "http://127.0.0.1",
  baseUrl: "/docusaurus/",
  scripts: [
    { src: "/docusaurus/certloupe/certloupe.js", defer: true },
    { src: "/docusaurus/certloupe/certloupe-docs.js", defer: true },
  ],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, pages: false }]],
};
