/** Adds to package-lock.json the optional packages of other platforms that a package feed may lack: without their entries `npm ci` refuses the whole file. */
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = ["android", "darwin", "freebsd", "linux", "openbsd", "win32"];
const processors = ["arm64", "x64", "ia32", "arm"];

for (const holder of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(holder.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    const parts = name.split("-");
    const os = systems.filter((system) => parts.includes(system));
    const cpu = processors.filter((processor) => parts.includes(processor));
    if (lock.packages[key] || os.length === 0 || cpu.length === 0) continue;
    const libc = os[0] === "linux" ? { libc: [parts.includes("musl") ? "musl" : "glibc"] } : {};
    lock.packages[key] = { version, cpu, dev: true, ...libc, optional: true, os };
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
