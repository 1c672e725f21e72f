/** The page of language models: what they were asked for, what it cost, and what became of their drafts. */
import "../../look/tokens.css";
import "../../look/controls.css";
import "../../look/pane.css";
import "../../look/page.css";
import "./models.css";
import { applyLanguage } from "../../language/words";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "../../look/theme";
import { showSignIn } from "../../sign-in/sign-in-bar";
import { adminLanguageFor } from "../words/admin-words";
import { ModelsClient } from "./models-client";
import { ModelsPage } from "./models-page";
import { modelsWordsFor } from "./models-words";

const root = document.getElementById("models");
if (root) {
  const language = adminLanguageFor(navigator.language);
  const words = modelsWordsFor(language.pane.tag);
  applyLanguage(language.pane, language.pane.tag);
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  document.title = `OutlookAssist · ${words.title}`;
  showSignIn(navigator.language, { signedIn: () => location.reload(), open: (address) => window.open(address) });
  void new ModelsPage(root, language, words, new ModelsClient()).start();
}
