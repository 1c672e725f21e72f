/** Puts a draft on the clipboard, formatted and plain; inside Outlook's frames the modern way is often forbidden. */

export async function copyDraft(html: string, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": new Blob([html], { type: "text/html" }),
        "text/plain": new Blob([text], { type: "text/plain" }),
      }),
    ]);
    return true;
  } catch {
    return copyByEvent(html, text);
  }
}

/** The old command still works where the frame has no clipboard permission. */
function copyByEvent(html: string, text: string): boolean {
  let written = false;
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    written = event.clipboardData !== null;
  };
  document.addEventListener("copy", write, { once: true });
  try {
    return document.execCommand("copy") && written;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", write);
  }
}
