// Two changes to a PDF's bytes, of the same length, that let pdf.js read what it would refuse.

/** Hides the index, so that pdf.js looks for the objects themselves; null when there is none to hide. */
export function withoutIndex(bytes: Buffer): Buffer | null {
  return overwrite(bytes, "startxref", "ignorexref");
}

/**
 * Hides the encryption of a document whose pages are not encrypted, only its attachments: its password opens nothing
 * that is read here. Null when the pages are encrypted.
 */
export function withoutEncryption(bytes: Buffer): Buffer | null {
  const text = bytes.toString("latin1");
  const open = /\/EFF\b/.test(text) && /\/StmF\s{0,9}\/Identity\b/.test(text) && /\/StrF\s{0,9}\/Identity\b/.test(text);
  return open ? overwrite(bytes, "/Encrypt", "/Ignored") : null;
}

function overwrite(bytes: Buffer, word: string, other: string): Buffer | null {
  const copy = Buffer.from(bytes);
  let found = false;
  for (let at = copy.indexOf(word); at >= 0; at = copy.indexOf(word, at + word.length)) {
    copy.write(other.slice(0, word.length), at, "latin1");
    found = true;
  }
  return found ? copy : null;
}
