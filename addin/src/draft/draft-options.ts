/** The choices before drafting: tone, length, language, a private line and a private fact, folded away until wanted. */
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
  private readonly fact: HTMLTextAreaElement;

  constructor({ words, tag }: Language) {
    this.tone = choice(
      [["", words.asUsual], ...tones.map((name): [string, string] => [name, words.toneNames[name]])],
      "",
    );
    this.length = choice(
      [["", words.asUsual], ...lengths.map((name): [string, string] => [name, words.lengthNames[name]])],
      "",
    );
    const names = new Intl.DisplayNames([tag], { type: "language" });
    this.language = choice(
      [["auto", words.sameAsMail], ...replyLanguages.map((code): [string, string] => [code, names.of(code) ?? code])],
      defaultOptions.language,
    );
    this.instructions = note(words.instructionsHint);
    this.fact = note(words.factHint);
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
        field(words.fact, this.fact),
      ),
    );
  }

  read(): DraftOptions {
    return {
      ...defaultOptions,
      ...chosen("tone", tones, this.tone.value),
      ...chosen("length", lengths, this.length.value),
      language: this.language.value,
      instructions: this.instructions.value.trim(),
      fact: this.fact.value.trim(),
    };
  }
}

/** What was not chosen is left out, so that the server decides by the person's own style. */
function chosen<Name extends string, Value extends string>(name: Name, allowed: readonly Value[], value: string) {
  const found = allowed.find((one) => one === value);
  return found === undefined ? {} : ({ [name]: found } as Record<Name, Value>);
}

function note(placeholder: string): HTMLTextAreaElement {
  return element("textarea", { rows: 2, maxlength: instructionLimit, placeholder, dir: "auto" });
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
