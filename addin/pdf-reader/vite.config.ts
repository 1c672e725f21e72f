// Bundles the PDF reader into one file that plain Node runs, with the character maps and font metrics it looks up beside it.
import { cpSync } from "node:fs";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const output = here("../dist-worker");

export default defineConfig({
  root: here("."),
  publicDir: false,
  logLevel: "warn",
  build: {
    ssr: here("main.ts"),
    outDir: output,
    emptyOutDir: true,
    target: "node20",
    minify: false,
    rolldownOptions: {
      external: [/^node:/, ...builtinModules],
      output: { entryFileNames: "pdf-reader.mjs", format: "es", codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
  plugins: [
    {
      name: "copy-font-data",
      closeBundle() {
        for (const folder of ["cmaps", "standard_fonts"])
          cpSync(here(`../node_modules/pdfjs-dist/${folder}`), `${output}/${folder}`, { recursive: true });
        cpSync(here("../node_modules/pdfjs-dist/LICENSE"), `${output}/LICENSE-pdfjs`);
      },
    },
  ],
});
