/** The choices before drafting: tone, length, language and one private line, folded away until wanted. */
import { type DraftOptions, defaultOptions, lengths, tones } from "../api/shapes";
import type { Language } from "../language/words";
import { element } from "../look/dom";

/** Languages offered by name; `auto` answers in the language of the mail whatever it is. */
const replyLanguages = ["en", "de", "fr", "es", "it", "nl", "pt", "pl"];
const instructionLimit = 500;

export class DraftOptionsForm {
  readonly root: HTMLDetailsElement;
  private readonly tone: HTMLSelectElement;
  private readonly length: HTMLSelectElement;
  private readonly language: HTMLSelectElement;
  private readonly instructions: HTMLTextAreaElement;

  constructor({ words, tag }: Language) {
    this.tone = choice(
      tones.map((name) => [name, words.toneNames[name]]),
      defaultOptions.tone,
    );
    this.length = choice(
      lengths.map((name) => [name, words.lengthNames[name]]),
      defaultOptions.length,
    );
    const names = new Intl.DisplayNames([tag], { type: "language" });
    this.language = choice(
      [["auto", words.sameAsMail], ...replyLanguages.map((code): [string, string] => [code, names.of(code) ?? code])],
      defaultOptions.language,
    );
    this.instructions = element("textarea", {
      rows: 2,
      maxlength: instructionLimit,
      placeholder: words.instructionsHint,
      dir: "auto",
    });
    this.root = element(
      "details",
      { class: "options" },
      element("summary", {}, words.options),
      element(
        "div",
        { class: "option-grid" },
        field(words.tone, this.tone),
        field(words.length, this.length),
        field(words.replyLanguage, this.language),
        field(words.instructions, this.instructions),
      ),
    );
  }

  read(): DraftOptions {
    return {
      tone: tones.find((name) => name === this.tone.value) ?? defaultOptions.tone,
      length: lengths.find((name) => name === this.length.value) ?? defaultOptions.length,
      language: this.language.value,
      instructions: this.instructions.value.trim(),
    };
  }
}

function choice(options: readonly (readonly [string, string])[], selected: string): HTMLSelectElement {
  return element(
    "select",
    {},
    ...options.map(([value, label]) => element("option", { value, selected: value === selected }, label)),
  );
}

function field(label: string, control: HTMLElement): HTMLLabelElement {
  return element("label", { class: "field" }, element("span", {}, label), control);
}
