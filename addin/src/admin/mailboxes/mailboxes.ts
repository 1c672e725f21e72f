/** The mailboxes page: connect a mailbox, see how each is, pause, test and disconnect it. */
import "../../look/tokens.css";
import "../../look/controls.css";
import "../../look/pane.css";
import "../../look/page.css";
import "./mailboxes.css";
import { applyLanguage } from "../../language/words";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "../../look/theme";
import { showSignIn } from "../../sign-in/sign-in-bar";
import { adminLanguageFor } from "../words/admin-words";
import { MailboxesClient } from "./mailboxes-client";
import { MailboxesPage } from "./mailboxes-page";
import { mailboxWordsFor } from "./mailboxes-words";

const root = document.getElementById("mailboxes");
if (root) {
  const language = adminLanguageFor(navigator.language);
  const words = mailboxWordsFor(language.pane.tag);
  applyLanguage(language.pane, language.pane.tag);
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  document.title = `OutlookAssist · ${words.title}`;
  showSignIn(navigator.language, { signedIn: () => location.reload(), open: (address) => window.open(address) });
  void new MailboxesPage(root, language, words, new MailboxesClient()).start();
}
