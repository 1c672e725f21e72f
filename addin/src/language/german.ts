/** The pane's words in German. */
import type { Words } from "./english";

export const german: Words = {
  appName: "OutlookAssist",
  loading: "Startet …",
  noItem: "Wählen Sie eine E-Mail aus, um eine Antwort zu entwerfen.",
  noSubject: "(kein Betreff)",
  unknownSender: "Unbekannter Absender",
  composing: "Sie schreiben an",
  draftReply: "Antwort entwerfen",
  tryAgain: "Neu entwerfen",
  stop: "Anhalten",
  options: "Ton, Länge, Sprache",
  tone: "Ton",
  toneNames: { neutral: "Neutral", friendly: "Freundlich", formal: "Förmlich", apologetic: "Entschuldigend" },
  length: "Länge",
  lengthNames: { short: "Kurz", standard: "Normal", detailed: "Ausführlich" },
  replyLanguage: "Sprache",
  sameAsMail: "Wie die E-Mail",
  instructions: "Private Anweisung",
  instructionsHint: "Zum Beispiel: Umtausch anbieten. Der Kunde sieht sie nie.",
  stageNames: {
    reading: "E-Mail wird gelesen",
    searching: "Dokumente werden durchsucht",
    writing: "Antwort wird geschrieben",
    checking: "Jeder Satz wird geprüft",
  },
  draftReady: "Entwurf fertig: {sentences} Sätze, {sources} Quellen, {open} offene Fragen.",
  stopped: "Angehalten. Es wurde nichts eingefügt.",
  understanding: "Worum es geht",
  sentiment: { negative: "Negativ", neutral: "Neutral", positive: "Positiv" },
  urgency: { low: "Nicht eilig", normal: "Normale Eile", high: "Eilig", critical: "Sehr dringend" },
  categories: {
    support: "Support",
    sales: "Vertrieb",
    billing: "Abrechnung",
    complaint: "Beschwerde",
    returns: "Rückgabe",
    account: "Konto",
    shipping: "Versand",
    feedback: "Rückmeldung",
    general: "Allgemein",
  },
  uncertain: "Unsicher",
  outOfScope: "Außerhalb Ihrer Themen",
  questions: "Was die E-Mail fragt",
  outcomes: { answered: "Beantwortet", open: "Offen", deferred: "Verschoben" },
  warnings: {
    "injection-suspected": "Diese E-Mail versucht, dem Assistenten Befehle zu geben. Sie wurden ignoriert.",
    "hidden-text": "Diese E-Mail enthält Text, den Sie nicht sehen. Er wurde weggelassen.",
    "automatic-mail":
      "Diese E-Mail kam von einem Programm oder einer Liste. Eine Antwort erreicht vielleicht niemanden.",
    "reply-to-differs": "Antworten gehen an eine andere Adresse als die des Absenders. Prüfen Sie den Empfänger.",
    "model-unavailable":
      "Das Sprachmodell hat nicht rechtzeitig geantwortet. Dieser Entwurf stammt allein aus den Dokumenten.",
    "language-uncertain": "Die Sprache dieser E-Mail ist unklar. Prüfen Sie die Sprache des Entwurfs.",
    "knowledge-indexing":
      "Einige Dokumente werden noch gelesen. Versuchen Sie es gleich noch einmal für eine vollständigere Antwort.",
    "commitment-without-source":
      "Der Entwurf verspricht etwas, das in keinem Dokument steht. Prüfen Sie es vor dem Senden.",
  },
  draft: "Entwurf",
  notNeeded: "Diese E-Mail fragt nichts, das eine Antwort braucht.",
  unanswered: "Kein Dokument beantwortet diese E-Mail. Der Entwurf lässt die Antworten für Sie offen.",
  slotFlag: "Ausfüllen",
  unsupportedFlag: "Ohne Quelle",
  source: "Quelle {n}",
  sources: "Quellen",
  page: "Seite {n}",
  openSource: "Dokument öffnen",
  openSourcePage: "Auf Seite {n} öffnen",
  reply: "Antworten",
  replyAll: "Allen antworten",
  insertHere: "Über Ihrem Text einfügen",
  to: "An",
  cc: "Cc",
  nobody: "niemand",
  copy: "Kopieren",
  discard: "Verwerfen",
  keepMarkers: "Quellenzeichen wie [1] behalten",
  signatureHint:
    "Outlook fügt Ihre Signatur an; prüfen Sie, ob sie da ist. Gesendet wird erst, wenn Sie auf Senden drücken.",
  previewHint: "Das Antwortfeld unter der E-Mail zeigt, was Outlook erhalten würde.",
  insertedReply:
    "Das Antwortfenster öffnet sich. Wenn keines erscheint, drücken Sie Kopieren und fügen den Entwurf in eine Antwort ein.",
  insertedPreview: "Der Entwurf steht jetzt im Antwortfeld unter der E-Mail.",
  insertedCompose: "Der Entwurf steht über Ihrem Text.",
  copied: "Kopiert. Fügen Sie es in Ihre Antwort ein.",
  copyByHand: "Der Browser erlaubt das Kopieren nicht. Der Text unten ist markiert: Drücken Sie Strg+C.",
  discarded: "Entwurf verworfen.",
  hostProblems: {
    "no-item":
      "Es ist keine E-Mail mehr geöffnet, daher wurde nichts eingefügt. Der Entwurf bleibt hier; Sie können ihn kopieren.",
    "item-changed":
      "Jetzt ist eine andere E-Mail geöffnet, daher wurde nichts eingefügt. Gehen Sie zur ersten zurück oder kopieren Sie den Entwurf.",
    "empty-body": "Diese E-Mail enthält keinen Text, der sich beantworten lässt.",
    "no-answer":
      "Outlook hat nicht geantwortet. Ihr Entwurf ist hier sicher: Drücken Sie Kopieren und fügen Sie ihn in eine Antwort ein.",
    "mailbox-server":
      "Outlook konnte den Postfachserver nicht erreichen. Versuchen Sie es gleich noch einmal oder kopieren Sie den Entwurf.",
    "mailbox-missing":
      "Outlook findet das Postfach dieser E-Mail nicht. Sie wurde vielleicht verschoben oder ohne Zugriff freigegeben. Sie können den Entwurf kopieren.",
    "no-permission": "Outlook erlaubt dem Add-In das bei dieser E-Mail nicht. Sie können den Entwurf kopieren.",
    "too-large":
      "Dieser Entwurf ist zu lang für das Antwortfenster von Outlook (32 KB). Drücken Sie Kopieren und fügen Sie ihn in eine Antwort ein.",
    other:
      "Outlook hat abgelehnt. Ihr Entwurf ist hier sicher: Drücken Sie Kopieren und fügen Sie ihn in eine Antwort ein.",
  },
  readProblems: {
    "no-answer": "Outlook hat die E-Mail nicht übergeben. Wählen Sie sie erneut aus und drücken Sie Antwort entwerfen.",
    "item-changed":
      "Inzwischen wurde eine andere E-Mail geöffnet. Drücken Sie Antwort entwerfen, um für diese zu entwerfen.",
    other: "Outlook konnte diese E-Mail nicht lesen. Wählen Sie sie erneut aus und drücken Sie Antwort entwerfen.",
  },
  failures: {
    offline:
      "OutlookAssist ist nicht erreichbar. Prüfen Sie, ob es läuft und ob Sie online sind, und versuchen Sie es erneut.",
    interrupted: "Die Verbindung brach ab, bevor der Entwurf fertig war. Versuchen Sie es erneut.",
    timeout: "OutlookAssist hat zu lange gebraucht. Versuchen Sie es erneut.",
    unexpected:
      "Die Antwort war nicht verständlich. Versuchen Sie es erneut; wenn es bleibt, laden Sie den Bereich neu.",
    status: "OutlookAssist meldet den Fehler {status}. Versuchen Sie es später erneut.",
    "too-large":
      "Diese E-Mail ist zu groß (über 4 MB). Beantworten Sie sie von Hand oder leiten Sie nur den wichtigen Teil weiter.",
    "rate-limited": "Zu viele Anfragen auf einmal. Versuchen Sie es in {seconds} Sekunden erneut.",
    "model-unavailable": "Das Sprachmodell ist gerade nicht verfügbar. Versuchen Sie es in einigen Minuten erneut.",
    validation: "Für diese E-Mail lässt sich nichts entwerfen: {detail}",
    unauthorized:
      "Sie sind nicht angemeldet. Melden Sie sich oben auf dieser Seite an und versuchen Sie es noch einmal.",
    forbidden: "Das dürfen Sie nicht. Fragen Sie die Person, die OutlookAssist betreibt.",
    unavailable: "Dieser Teil ist auf diesem Server nicht verfügbar.",
  },
  revise: "Entwurf ändern",
  revisions: {
    shorter: "Kürzer",
    "more detailed": "Ausführlicher",
    "more formal": "Förmlicher",
    friendlier: "Freundlicher",
  },
  reviseOwn: "Mit eigenen Worten",
  reviseOwnHint: "Zum Beispiel: den Ausstellungsraum erwähnen",
  reviseApply: "Ändern",
  undoRevision: "Änderung zurücknehmen",
  disclosure: "Was an ein Sprachmodell ging",
  disclosureLoading: "Wird nachgesehen …",
  disclosureNothing: "Nichts. Dieser Entwurf entstand auf diesem Server allein aus Ihren Dokumenten.",
  disclosureExplained: "Persönliche Angaben wurden vorher durch Platzhalter ersetzt. Das ist alles:",
  disclosureRequest: "{address} · {bytes} Bytes",
  disclosureFailed:
    "Das ließ sich nicht nachsehen. Schließen und öffnen Sie die Zeile, um es noch einmal zu versuchen.",
  noKnowledge: "Es sind noch keine Dokumente geladen; ein Entwurf kann daher nichts belegen.",
  manageKnowledge: "Dokumente hinzufügen",
  indexing: "{n} Dokumente werden noch gelesen.",
  engine: "{provider} {model} · {seconds} s",
  quality: "Qualität {percent} %",
  browserOnly: "Diese Seite ist der Bereich, den Outlook neben einer E-Mail zeigt. Im Browser gibt es die Vorschau.",
  officeBlocked:
    "Das Skript von Outlook (office.js) konnte nicht geladen werden; der Bereich sieht Ihre E-Mail daher nicht. Prüfen Sie das Netz oder eine blockierende Erweiterung und laden Sie neu.",
  openPreview: "Vorschau öffnen",
  reload: "Neu laden",
};
