/** The reports page: what happened with an organisation's mail, in figures. */
import "../../look/tokens.css";
import "../../look/controls.css";
import "../../look/pane.css";
import "../../look/page.css";
import "./reports.css";
import { applyLanguage } from "../../language/words";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "../../look/theme";
import { showSignIn } from "../../sign-in/sign-in-bar";
import { adminLanguageFor } from "../words/admin-words";
import { ReportsClient } from "./reports-client";
import { ReportsPage } from "./reports-page";
import { reportsWordsFor } from "./reports-words";

const root = document.getElementById("reports");
if (root) {
  const language = adminLanguageFor(navigator.language);
  const words = reportsWordsFor(language.pane.tag);
  applyLanguage(language.pane, language.pane.tag);
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  document.title = `OutlookAssist · ${words.title}`;
  showSignIn(navigator.language, { signedIn: () => location.reload(), open: (address) => window.open(address) });
  void new ReportsPage(root, language, words, new ReportsClient()).start();
}
