/** The privacy page: what is kept about a person, given out or removed, and how long anything is kept. */
import "../../look/tokens.css";
import "../../look/controls.css";
import "../../look/pane.css";
import "../../look/page.css";
import "../duty.css";
import { openPage } from "../open-page";
import { PrivacyClient } from "./privacy-client";
import { PrivacyPage } from "./privacy-page";
import { privacyWordsFor } from "./privacy-words";

openPage(
  "privacy",
  (tag) => privacyWordsFor(tag).title,
  (root, language) =>
    void new PrivacyPage(root, language, privacyWordsFor(language.pane.tag), new PrivacyClient()).start(),
);
