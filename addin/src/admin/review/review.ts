/** The review page: drafts that wait for a person, beside the mails they answer. */
import "../../look/tokens.css";
import "../../look/controls.css";
import "../../look/pane.css";
import "../../look/page.css";
import "./review.css";
import { applyLanguage } from "../../language/words";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "../../look/theme";
import { showSignIn } from "../../sign-in/sign-in-bar";
import { adminLanguageFor } from "../words/admin-words";
import { ReviewClient } from "./review-client";
import { ReviewPage } from "./review-page";
import { reviewWordsFor } from "./review-words";

const root = document.getElementById("review");
if (root) {
  const language = adminLanguageFor(navigator.language);
  const words = reviewWordsFor(language.pane.tag);
  applyLanguage(language.pane, language.pane.tag);
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  document.title = `OutlookAssist · ${words.title}`;
  showSignIn(navigator.language, {
    signedIn: () => location.reload(),
    open: (address) => window.open(address, "_blank", "noopener"),
  });
  new ReviewPage(root, language, words, new ReviewClient()).start();
}
