/** Runs the tests of the pane, which live beside those of the API in tests/addin. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  server: { fs: { allow: [here("..")] } },
  test: {
    dir: here("../tests/addin"),
    include: ["**/*.test.ts"],
    globals: true,
    environment: "jsdom",
    restoreMocks: true,
  },
});
