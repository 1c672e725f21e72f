// Joins the lines of a paragraph; what a hyphen at a line's end means is asked of the rest of the document.

const ideographs = /[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]$/u;
const afterIdeographs = /^[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;
const cutWord = /(\p{L}[\p{L}\p{M}\u2010-]*)[-\u00ad\u2010]$/u;

export class Vocabulary {
  readonly #words = new Set<string>();

  /** Learns the words of a line; those at its ends may be pieces and do not count. */
  learn(line: string): void {
    const words = line.match(/\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*(?![-\u00ad\u2010])/gu) ?? [];
    for (const word of words.slice(1)) this.#words.add(normal(word));
  }

  /** Joins lines to one text. */
  join(lines: readonly string[]): string {
    let text = "";
    for (const line of lines) {
      const cut = cutWord.exec(text);
      if (text === "") text = line;
      else if (cut && /^\p{Ll}/u.test(line))
        text = this.#keepsHyphen(cut[1] ?? "", line) ? text + line : text.slice(0, -1) + line;
      else if (/[-\u2010/]$/u.test(text) && !/\s[-\u2010/]$/u.test(text)) text += line;
      else if (ideographs.test(text) && afterIdeographs.test(line)) text += line;
      else text += ` ${line}`;
    }
    return text.replace(/\u00ad/g, "").trim();
  }

  #keepsHyphen(left: string, line: string): boolean {
    const right = /^[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/u.exec(line)?.[0] ?? "";
    const [start, end] = [normal(left), normal(right)];
    if (this.#words.has(`${start}-${end}`)) return true;
    if (this.#words.has(start + end)) return false;
    // "out-of-pocket" cut before its last part.
    if (start.includes("-")) return true;
    return start.length > 2 && end.length > 3 && this.#words.has(start) && this.#words.has(end);
  }
}

const normal = (word: string) => word.toLowerCase().replace(/\u2010/g, "-");
