/** Says which way a language is written, for the pane and for the reply that goes into Outlook. */

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"]);

export function directionOf(languageTag: string): "ltr" | "rtl" {
  return rightToLeft.has(languageTag.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}
