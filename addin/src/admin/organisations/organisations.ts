/** The page of organisations: whose people may sign in here. */
import "../../look/tokens.css";
import "../../look/controls.css";
import "../../look/pane.css";
import "../../look/page.css";
import "../duty.css";
import { openPage } from "../open-page";
import { OrganisationsClient } from "./organisations-client";
import { OrganisationsPage } from "./organisations-page";
import { organisationWordsFor } from "./organisations-words";

openPage(
  "organisations",
  (tag) => organisationWordsFor(tag).title,
  (root, language) =>
    void new OrganisationsPage(
      root,
      language,
      organisationWordsFor(language.pane.tag),
      new OrganisationsClient(),
    ).start(),
);
