// Reads characters out of glyph names ("six.oldstyle", "f_i", "adieresis.sc"), which is all that some fonts say of them.

const punctuation: Record<string, string> = {
  ampersand: "&", asciicircum: "^", asciitilde: "~", asterisk: "*", at: "@", backslash: "\\", bar: "|", braceleft: "{", braceright: "}",
  bracketleft: "[", bracketright: "]", bullet: "•", cent: "¢", colon: ":", comma: ",", copyright: "©", currency: "¤", dagger: "†", degree: "°",
  divide: "÷", dollar: "$", ellipsis: "…", emdash: "—", endash: "–", equal: "=", euro: "€", Euro: "€", exclam: "!", exclamdown: "¡", fraction: "⁄",
  germandbls: "ß", grave: "`", greater: ">", guillemotleft: "«", guillemotright: "»", guilsinglleft: "‹", guilsinglright: "›", hyphen: "-",
  less: "<", minus: "−", mu: "µ", multiply: "×", nbspace: " ", numbersign: "#", onehalf: "½", onequarter: "¼", paragraph: "¶", parenleft: "(",
  parenright: ")", percent: "%", period: ".", periodcentered: "·", perthousand: "‰", plus: "+", plusminus: "±", question: "?", questiondown: "¿",
  quotedbl: '"', quotedblbase: "„", quotedblleft: "“", quotedblright: "”", quoteleft: "‘", quoteright: "’", quotesinglbase: "‚", quotesingle: "'",
  registered: "®", section: "§", semicolon: ";", slash: "/", space: " ", sterling: "£", threequarters: "¾", trademark: "™", underscore: "_", yen: "¥",
}; // biome-ignore format: a table

const digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const letters: Record<string, string> = {
  AE: "Æ", ae: "æ", OE: "Œ", oe: "œ", Oslash: "Ø", oslash: "ø", Lslash: "Ł", lslash: "ł", Eth: "Ð", eth: "ð", Thorn: "Þ", thorn: "þ",
  dotlessi: "ı", ff: "ff", fi: "fi", fl: "fl", ffi: "ffi", ffl: "ffl", Dcroat: "Đ", dcroat: "đ", longs: "ſ",
}; // biome-ignore format: a table

const accents: Record<string, string> = {
  acute: "\u0301", grave: "\u0300", circumflex: "\u0302", dieresis: "\u0308", tilde: "\u0303", ring: "\u030a", cedilla: "\u0327", caron: "\u030c",
  breve: "\u0306", macron: "\u0304", ogonek: "\u0328", dotaccent: "\u0307", hungarumlaut: "\u030b", commaaccent: "\u0326",
}; // biome-ignore format: a table

/** The text that a glyph of this name stands for, or null. */
export function textOfGlyphName(name: string): string | null {
  const base = name.split(".", 1)[0] ?? "";
  if (base === "") return null;
  const parts = base.split("_").map(textOfPart);
  return parts.includes(null) ? null : parts.join("");
}

function textOfPart(name: string): string | null {
  if (/^[A-Za-z]$/.test(name)) return name;
  const digit = digits.indexOf(name.replace(/(?:oldstyle|superior|inferior|fitted|tab)$/, ""));
  if (digit >= 0) return String(digit);
  const known = punctuation[name] ?? letters[name];
  if (known !== undefined) return known;
  const accented =
    /^([A-Za-z])(acute|grave|circumflex|dieresis|tilde|ring|cedilla|caron|breve|macron|ogonek|dotaccent|hungarumlaut|commaaccent)$/.exec(
      name,
    );
  if (accented) return `${accented[1]}${accents[accented[2] ?? ""]}`.normalize("NFC");
  const code = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(name);
  const value = Number.parseInt(code?.[1] ?? code?.[2] ?? "", 16);
  if (value > 0x1f && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff)) return String.fromCodePoint(value);
  return null;
}

// Fonts of pictures use the places of letters; read as letters they would say "4" for a tick.
const dingbatExceptions: Record<number, number> = {
  37: 0x260e, 42: 0x261b, 43: 0x261e, 72: 0x2605, 108: 0x25cf, 110: 0x25a0, 115: 0x25b2, 116: 0x25bc, 117: 0x25c6, 119: 0x25d7,
  168: 0x2663, 169: 0x2666, 170: 0x2665, 171: 0x2660, 213: 0x2192, 214: 0x2194, 215: 0x2195,
}; // biome-ignore format: a table

const wingdings: Record<number, number> = {
  108: 0x25cf, 109: 0x25cb, 110: 0x25a0, 111: 0x25a1, 113: 0x2751, 118: 0x2756, 167: 0x25aa, 168: 0x25fb, 216: 0x27a2, 224: 0x2192, 252: 0x2713,
  251: 0x2717, 253: 0x2612, 254: 0x2611,
}; // biome-ignore format: a table

/** The sign that a picture font draws at a code, or null for a font of letters. */
export function textOfPicture(font: string, code: number): string | null {
  if (/zapf ?dingbats/i.test(font)) return dingbat(code);
  if (/wingdings/i.test(font)) return String.fromCodePoint(wingdings[code & 0xff] ?? 0x2022);
  return null;
}

function dingbat(code: number): string | null {
  const exception = dingbatExceptions[code];
  if (exception !== undefined) return String.fromCodePoint(exception);
  if (code >= 0x21 && code <= 0x7e) return String.fromCodePoint(0x2701 + code - 0x21);
  if (code >= 0xac && code <= 0xb5) return String.fromCodePoint(0x2460 + code - 0xac);
  return code >= 0xa1 && code <= 0xfe ? String.fromCodePoint(0x2761 + code - 0xa1) : null;
}
