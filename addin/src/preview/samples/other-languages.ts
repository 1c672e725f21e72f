/** Sample mails in German, French and Spanish, since a reply has to come in the language of the mail. */
import { type PreviewMail, sample } from "../sample-mail";

export const otherMails: readonly PreviewMail[] = [
  sample(
    "express",
    { name: "Jonas Petersen", address: "jonas.petersen@post.example" },
    "2026-11-20T09:05:00Z",
    "Eilig: Rucksack bis Freitag?",
    `<p>Guten Morgen,</p>
<p>ich fliege am Samstag und brauche den Rucksack Tarn 45 spätestens am Freitag in Hamburg.</p>
<p>Was kostet der Expressversand und bis wann muss ich bestellen, damit das Paket am nächsten Werktag da ist? Kann ich die Lieferadresse danach noch ändern?</p>
<p>Viele Grüße<br>Jonas Petersen</p>`,
  ),
  sample(
    "double-charge",
    { name: "Sabine Krüger", address: "sabine.krueger@mail.example" },
    "2026-11-19T18:22:00Z",
    "Sie haben doppelt abgebucht!",
    `<p>Guten Tag,</p>
<p>das ist wirklich eine Frechheit: Für meine Bestellung FH20417031 wurden zweimal 89,90 Euro abgebucht. Ich bin sehr verärgert.</p>
<p>Warum wurde doppelt abgebucht und wann bekomme ich mein Geld zurück?</p>
<p>Mit freundlichen Grüßen<br>Sabine Krüger</p>`,
  ),
  sample(
    "facture",
    { name: "Camille Roussel", address: "camille.roussel@courrier.example" },
    "2026-11-19T09:37:00Z",
    "Copie de facture, commande FH20415944",
    `<p>Bonjour,</p>
<p>j’ai besoin d’une copie de ma facture. Où puis-je la télécharger ?</p>
<p>L’adresse de facturation est aussi erronée. Peut-on encore la corriger, et dans quel délai ?</p>
<p>Merci d’avance,<br>Camille Roussel</p>`,
  ),
  sample(
    "cremallera",
    { name: "Lucía Ferrer", address: "lucia.ferrer@correo.example" },
    "2026-11-18T20:10:00Z",
    "Cremallera rota de la mochila",
    `<p>Buenas tardes:</p>
<p>Se me ha roto la cremallera de la mochila Tarn 45 después de dos años. ¿La reparan gratis? ¿Qué tengo que enviar y cuánto tarda la reparación?</p>
<p>Muchas gracias,<br>Lucía Ferrer</p>`,
  ),
  sample(
    "abwesend",
    { name: "Martin Vogel", address: "martin.vogel@alpenbuero.example" },
    "2026-11-18T06:30:00Z",
    "Automatische Antwort: Ihre Lieferung",
    `<p>Guten Tag,</p>
<p>ich bin bis zum 1. Dezember nicht im Büro und lese meine E-Mails nicht. In dringenden Fällen wenden Sie sich bitte an meine Kollegin.</p>
<p>Martin Vogel</p>`,
    { headers: { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" } },
  ),
];
