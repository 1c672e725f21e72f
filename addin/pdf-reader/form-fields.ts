// Values of form fields and typed-in notes that no appearance shows yet: a viewer draws them, so a reader sees them.
import type { Block } from "./protocol";

interface FieldPage {
  getAnnotations(): Promise<unknown[]>;
}

interface Field {
  readonly subtype?: string;
  readonly fieldType?: string;
  readonly fieldName?: string;
  readonly alternativeText?: string;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: string };
  readonly hidden?: boolean;
  readonly password?: boolean;
}

/** Blocks for the fields whose value is not among the words that were `said` already. */
export async function fieldBlocks(page: FieldPage, said: string): Promise<Block[]> {
  const known = squeeze(said);
  const blocks: Block[] = [];
  for (const field of (await page.getAnnotations().catch(() => [])) as Field[]) {
    const typed = field.subtype === "FreeText" && !field.hidden ? (field.contentsObj?.str ?? "").trim() : "";
    if (typed !== "" && !known.includes(squeeze(typed))) blocks.push({ kind: "paragraph", level: 0, text: typed });
    if (field.subtype !== "Widget" || field.hidden || field.password || !["Tx", "Ch"].includes(field.fieldType ?? ""))
      continue;
    const value = [field.fieldValue]
      .flat()
      .filter((part) => typeof part === "string")
      .join(", ")
      .trim();
    if (value === "" || known.includes(squeeze(value))) continue;
    const label = field.alternativeText?.trim();
    blocks.push({ kind: "paragraph", level: 0, text: label ? `${label}: ${value}` : value });
  }
  return blocks;
}

const squeeze = (text: string) => text.replace(/\s+/g, "").toLowerCase();
