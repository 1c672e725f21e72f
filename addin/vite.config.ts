/** Builds the pages of the add-in into dist/, laid out the way the API serves them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Outlook's manifest names /addin/taskpane.html and /addin/assets/icon-*.png; those addresses never carry a hash. */
function addinFolder(): Plugin {
  return {
    name: "outlookassist-addin-folder",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const name of readdirSync(here("assets")))
        if (name.endsWith(".png"))
          this.emitFile({
            type: "asset",
            fileName: `addin/assets/${name}`,
            source: readFileSync(here(`assets/${name}`)),
          });
      for (const name of ["taskpane.html", "signed-in.html"]) {
        const page = bundle[name];
        if (page?.type !== "asset") this.error(`${name} was not built`);
        delete bundle[name];
        this.emitFile({ type: "asset", fileName: `addin/${name}`, source: page.source });
      }
    },
  };
}

export default defineConfig({
  root: here("."),
  base: "/",
  plugins: [addinFolder()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // The API lets browsers keep files of this folder for a year: their names change with their content.
    assetsDir: "hashed",
    target: "es2022",
    // An inlined asset would need data: in the content security policy for scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        preview: here("index.html"),
        taskpane: here("taskpane.html"),
        signedIn: here("signed-in.html"),
        knowledge: here("admin/knowledge.html"),
        audit: here("admin/audit.html"),
        review: here("admin/review.html"),
        reports: here("admin/reports.html"),
      },
    },
  },
  server: {
    port: 5181,
    proxy: { "/api": "http://localhost:5180", "/hubs": { target: "http://localhost:5180", ws: true } },
  },
});
