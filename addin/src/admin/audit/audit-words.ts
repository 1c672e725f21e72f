/** The words of the audit page in the languages of the pages. */

const english = {
  title: "Audit trail",
  at: "When",
  who: "Who",
  action: "Action",
  target: "Object",
  outcome: "Outcome",
  network: "From",
  from: "From day",
  to: "To day",
  search: "Search",
  more: "Show more",
  none: "Nothing fits.",
  forgotten: "Forgotten person",
  whole: "The trail is whole: {n} entries as they were written.",
  broken: "The trail was changed at entry {n}.",
};

export type AuditWords = Readonly<typeof english>;

const languages: Readonly<Record<string, AuditWords>> = {
  en: english,
  de: {
    title: "Protokoll",
    at: "Wann",
    who: "Wer",
    action: "Vorgang",
    target: "Gegenstand",
    outcome: "Ergebnis",
    network: "Woher",
    from: "Ab Tag",
    to: "Bis Tag",
    search: "Suchen",
    more: "Mehr zeigen",
    none: "Nichts passt.",
    forgotten: "Vergessene Person",
    whole: "Das Protokoll ist unversehrt: {n} Einträge, wie sie geschrieben wurden.",
    broken: "Das Protokoll wurde bei Eintrag {n} verändert.",
  },
  fr: {
    title: "Journal d’audit",
    at: "Quand",
    who: "Qui",
    action: "Action",
    target: "Objet",
    outcome: "Résultat",
    network: "D’où",
    from: "Du jour",
    to: "Au jour",
    search: "Rechercher",
    more: "Afficher plus",
    none: "Rien ne correspond.",
    forgotten: "Personne oubliée",
    whole: "Le journal est intact : {n} entrées telles qu’elles ont été écrites.",
    broken: "Le journal a été modifié à l’entrée {n}.",
  },
  es: {
    title: "Registro de auditoría",
    at: "Cuándo",
    who: "Quién",
    action: "Acción",
    target: "Objeto",
    outcome: "Resultado",
    network: "Desde",
    from: "Desde el día",
    to: "Hasta el día",
    search: "Buscar",
    more: "Mostrar más",
    none: "Nada coincide.",
    forgotten: "Persona olvidada",
    whole: "El registro está íntegro: {n} entradas tal como se escribieron.",
    broken: "El registro se modificó en la entrada {n}.",
  },
};

export function auditWordsFor(tag: string): AuditWords {
  return languages[tag.slice(0, 2).toLowerCase()] ?? english;
}
