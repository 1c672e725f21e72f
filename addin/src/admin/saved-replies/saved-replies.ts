/** The page of saved replies: written, tried, changed and removed. */
import "../../look/tokens.css";
import "../../look/controls.css";
import "../../look/pane.css";
import "../../look/page.css";
import "./saved-replies.css";
import { applyLanguage } from "../../language/words";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "../../look/theme";
import { showSignIn } from "../../sign-in/sign-in-bar";
import { adminLanguageFor } from "../words/admin-words";
import { SavedRepliesClient } from "./saved-replies-client";
import { SavedRepliesPage } from "./saved-replies-page";
import { savedRepliesWordsFor } from "./saved-replies-words";

const root = document.getElementById("saved-replies");
if (root) {
  const language = adminLanguageFor(navigator.language);
  const words = savedRepliesWordsFor(language.pane.tag);
  applyLanguage(language.pane, language.pane.tag);
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  document.title = `OutlookAssist · ${words.title}`;
  showSignIn(navigator.language, { signedIn: () => location.reload(), open: (address) => window.open(address) });
  void new SavedRepliesPage(root, language, words, new SavedRepliesClient()).start();
}
