/** Makes the sample PDFs and the sample Word file from the texts beside it, byte for byte the same on every run. */
import { readFileSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { PDFDocument, rgb, StandardFonts } from "pdf-lib";

const source = (name) => readFileSync(new URL(`sample-documents/${name}.md`, import.meta.url), "utf8");
const target = (name) => new URL(`../public/samples/${name}`, import.meta.url);
const fixedDate = new Date("2026-03-01T00:00:00Z");

/** Lines as { style, text }: title, heading, item or paragraph. */
function blocks(text) {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      if (line.startsWith("## ")) return { style: "heading", text: line.slice(3) };
      if (line.startsWith("# ")) return { style: "title", text: line.slice(2) };
      if (line.startsWith("- ")) return { style: "item", text: `• ${line.slice(2)}` };
      return { style: "paragraph", text: line };
    });
}

const styles = {
  title: { size: 20, before: 0, after: 14 },
  heading: { size: 14, before: 12, after: 6 },
  item: { size: 11, before: 2, after: 2 },
  paragraph: { size: 11, before: 0, after: 6 },
};

function wrap(text, font, size, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, size) > width && line !== "") {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

async function makePdf(name, title) {
  const pdf = await PDFDocument.create();
  pdf.setTitle(title);
  pdf.setAuthor("Fernhill Outdoor");
  pdf.setCreationDate(fixedDate);
  pdf.setModificationDate(fixedDate);
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const pages = source(name).split(/^---$/m);
  for (const [index, text] of pages.entries()) {
    const page = pdf.addPage([595, 842]);
    let y = 770;
    for (const block of blocks(text)) {
      const { size, before, after } = styles[block.style];
      const font = block.style === "title" || block.style === "heading" ? bold : plain;
      y -= before;
      for (const line of wrap(block.text, font, size, 451)) {
        y -= size * 1.35;
        page.drawText(line, { x: 72, y, size, font, color: rgb(0.13, 0.13, 0.13) });
      }
      y -= after;
    }
    page.drawText(`${title}, page ${index + 1} of ${pages.length}`, { x: 72, y: 40, size: 9, font: plain });
  }
  writeFileSync(target(`${name}.pdf`), await pdf.save({ useObjectStreams: false }));
}

const escapeXml = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function wordDocument(text) {
  const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const styleOf = { title: "Title", heading: "Heading1", item: "ListParagraph", paragraph: "Normal" };
  const body = blocks(text)
    .map(({ style, text }) => {
      const properties = `<w:pPr><w:pStyle w:val="${styleOf[style]}"/></w:pPr>`;
      return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
    })
    .join("");
  const styleXml = Object.values(styleOf)
    .map(
      (id) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id === "Heading1" ? "heading 1" : id}"/></w:style>`,
    )
    .join("");
  const xml = (content) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
  const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
    "[Content_Types].xml": xml(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ),
    "_rels/.rels": xml(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": xml(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "word/document.xml": xml(`<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`),
    "word/styles.xml": xml(`<w:styles xmlns:w="${word}">${styleXml}</w:styles>`),
  };
}

/** A zip without compression and with a fixed date (1 January 1980), which is all a Word file needs. */
function zip(files) {
  const locals = [];
  const centrals = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const nameBytes = Buffer.from(name);
    const data = Buffer.from(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, nameBytes, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, tail, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

await makePdf("returns-and-refunds", "Returns and refunds");
await makePdf("shipping-guide", "Delivery guide");
writeFileSync(target("warranty-terms.docx"), zip(wordDocument(source("warranty-terms"))));
