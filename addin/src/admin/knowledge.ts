/** The knowledge page: what an organisation's drafts are written from, added, followed, searched and mended. */
import "../look/tokens.css";
import "../look/controls.css";
import "../look/pane.css";
import "../look/page.css";
import "./knowledge.css";
import { applyLanguage } from "../language/words";
import { element } from "../look/dom";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "../look/theme";
import { showSignIn } from "../sign-in/sign-in-bar";
import { KnowledgeClient } from "./knowledge-client";
import { KnowledgePage } from "./knowledge-page";
import { adminLanguageFor } from "./words/admin-words";

const root = document.getElementById("knowledge");
if (root) {
  const language = adminLanguageFor(navigator.language);
  applyLanguage(language.pane, language.pane.tag);
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  document.title = `OutlookAssist · ${language.words.title}`;
  root.replaceChildren(element("p", { class: "empty" }, language.words.loading));
  showSignIn(navigator.language, {
    signedIn: () => location.reload(),
    open: (address) => window.open(address, "_blank", "noopener"),
  });
  new KnowledgePage(root, language, new KnowledgeClient()).start();
}
