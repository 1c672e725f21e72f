/** Lets files be dropped on a whole page. */
import { element } from "./dom";

/** Files may be dropped anywhere; without this the browser would leave the page to show them. */
export function acceptDrops(hint: string, dropped: (files: readonly File[]) => void): void {
  const veil = element("div", { class: "drop-veil", hidden: true }, hint);
  document.body.append(veil);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) veil.hidden = true;
  });
  document.addEventListener("drop", (event) => {
    veil.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    dropped([...(event.dataTransfer?.files ?? [])]);
  });
}
