/** The audit page: who did what, when and from where, and whether the trail is as it was written. */
import "../../look/tokens.css";
import "../../look/controls.css";
import "../../look/pane.css";
import "../../look/page.css";
import "./audit.css";
import { applyLanguage } from "../../language/words";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "../../look/theme";
import { showSignIn } from "../../sign-in/sign-in-bar";
import { adminLanguageFor } from "../words/admin-words";
import { AuditClient } from "./audit-client";
import { AuditPage } from "./audit-page";
import { auditWordsFor } from "./audit-words";

const root = document.getElementById("audit");
if (root) {
  const language = adminLanguageFor(navigator.language);
  const words = auditWordsFor(language.pane.tag);
  applyLanguage(language.pane, language.pane.tag);
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  document.title = `OutlookAssist · ${words.title}`;
  showSignIn(navigator.language, { signedIn: () => location.reload(), open: (address) => window.open(address) });
  void new AuditPage(root, language, words, new AuditClient()).start();
}
