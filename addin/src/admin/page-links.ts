/** The way from every page of an administrator to every other, with the one that is open marked. */
import { element } from "../look/dom";

const pages = [
  "knowledge",
  "review",
  "reports",
  "saved-replies",
  "mailboxes",
  "models",
  "privacy",
  "audit",
  "organisations",
] as const;

export type AdminPage = (typeof pages)[number];

type Names = readonly [label: string, ...titles: string[]];

const names: Readonly<Record<string, Names>> = {
  en: [
    "Pages",
    "Knowledge",
    "Review",
    "Reports",
    "Saved replies",
    "Mailboxes",
    "Models",
    "Privacy",
    "Audit",
    "Organisations",
  ],
  de: [
    "Seiten",
    "Wissen",
    "Prüfung",
    "Berichte",
    "Textbausteine",
    "Postfächer",
    "Modelle",
    "Datenschutz",
    "Protokoll",
    "Organisationen",
  ],
  fr: [
    "Pages",
    "Connaissances",
    "Relecture",
    "Rapports",
    "Réponses types",
    "Boîtes aux lettres",
    "Modèles",
    "Confidentialité",
    "Journal",
    "Organisations",
  ],
  es: [
    "Páginas",
    "Conocimiento",
    "Revisión",
    "Informes",
    "Respuestas guardadas",
    "Buzones",
    "Modelos",
    "Privacidad",
    "Registro",
    "Organizaciones",
  ],
};

/** @param current - The page that shows them. @param tag - A BCP 47 tag; English where it is not known. */
export function pageLinks(current: AdminPage, tag: string): HTMLElement {
  const [label, ...titles] = names[tag.toLowerCase().split("-")[0] ?? "en"] ?? (names.en as Names);
  return element(
    "nav",
    { class: "row page-links", "aria-label": label },
    ...pages.map((page, at) =>
      element(
        "a",
        page === current ? { href: `/admin/${page}`, "aria-current": "page" } : { href: `/admin/${page}` },
        titles[at] ?? page,
      ),
    ),
  );
}
