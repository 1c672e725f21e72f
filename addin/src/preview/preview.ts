/** The preview page: a small mail reader in an ordinary browser, with the very pane that Outlook shows beside it. */
import "../look/tokens.css";
import "../look/controls.css";
import "../look/pane.css";
import "../look/page.css";
import "./preview.css";
import { ApiClient } from "../api/client";
import { DraftPanel } from "../draft/draft-panel";
import { languageFor } from "../language/words";
import { element } from "../look/dom";
import { acceptDrops } from "../look/drops";
import { showSignIn } from "../sign-in/sign-in-bar";
import { MailList } from "./mail-list";
import { Mailbox } from "./mailbox";
import { PreviewHost } from "./preview-host";
import { previewWordsFor } from "./preview-words";
import { readerView } from "./reader-view";
import { ReplyEditor } from "./reply-editor";
import { Toolbar } from "./toolbar";

function start(root: HTMLElement): void {
  const language = languageFor(navigator.language);
  const words = previewWordsFor(language.tag);
  document.title = words.title;

  showSignIn(language.tag, {
    signedIn: () => location.reload(),
    open: (address) => window.open(address, "_blank", "noopener"),
  });
  const client = new ApiClient();
  const mailbox = new Mailbox();
  const list = element("ul", { class: "mail-entries" });
  const reader = element("article", { class: "reader" });
  const reply = element("section", { class: "reply-editor", "aria-label": words.replyEditor });
  const pane = element("aside", { class: "pane-column", "aria-label": words.assistant });
  const editor = new ReplyEditor(reply, words);
  const host = new PreviewHost(mailbox, (filled) => editor.fill(filled));
  const panel = new DraftPanel(pane, host, client, () => void toolbar.loadSamples());
  const toolbar = new Toolbar(words, language, client, mailbox, {
    knowledge: () => void panel.refreshKnowledge(),
    deleted: () => {
      panel.forget();
      editor.clear();
    },
  });
  const mails = new MailList(list, mailbox);

  root.replaceChildren(
    element(
      "header",
      { class: "top" },
      element(
        "div",
        {},
        element("p", { class: "top-title" }, words.title),
        element("p", { class: "quiet small" }, words.subtitle),
      ),
      toolbar.buttons,
      toolbar.status,
    ),
    element(
      "main",
      { class: "columns" },
      element("nav", { class: "mail-list", "aria-label": words.mails }, list),
      element("section", { class: "middle", "aria-label": words.mail }, reader, reply),
      pane,
    ),
  );

  const showMail = () => {
    mails.show();
    const mail = mailbox.open;
    if (!mail) return;
    reader.replaceChildren(...readerView(words, mail.message, language.tag));
    editor.clear();
  };
  mailbox.onChanged(() => {
    showMail();
    if (mailbox.open) location.hash = `mail=${mailbox.open.slug}`;
  });
  const fromAddress = () => mailbox.choose(new URLSearchParams(location.hash.slice(1)).get("mail") ?? "");
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
  showMail();
  acceptDrops(words.dropHint, (files) => void toolbar.addFiles(files));
  panel.start();
}

const root = document.getElementById("preview");
if (root) start(root);
