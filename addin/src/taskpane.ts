/** Starts the pane inside Outlook, and says something useful where there is no Outlook. */
import "./look/tokens.css";
import "./look/controls.css";
import "./look/pane.css";
import { ApiClient } from "./api/client";
import { DraftPanel } from "./draft/draft-panel";
import { applyLanguage, languageFor } from "./language/words";
import { element } from "./look/dom";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "./look/theme";
import { connectOutlook } from "./outlook/mail";
import { showSignIn } from "./sign-in/sign-in-bar";

/** office.js and this script load side by side; a network that swallows office.js must not leave an empty page. */
const officeMilliseconds = 12_000;

function officeSettled(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof Office !== "undefined" || document.readyState === "complete") return resolve();
    window.addEventListener("load", () => resolve(), { once: true });
    setTimeout(resolve, officeMilliseconds);
  });
}

function explain(root: HTMLElement, kind: "browser" | "blocked"): void {
  const language = languageFor(navigator.language);
  const { words } = language;
  applyLanguage(language, language.tag);
  const reload = element("button", { type: "button", class: "button", onclick: () => location.reload() }, words.reload);
  root.replaceChildren(
    element(
      "div",
      { class: "pane explain" },
      element("h1", {}, words.appName),
      element("p", {}, kind === "browser" ? words.browserOnly : words.officeBlocked),
      element(
        "div",
        { class: "row" },
        element("a", { class: "button primary", href: "/" }, words.openPreview),
        kind === "blocked" && reload,
      ),
    ),
  );
}

async function start(): Promise<void> {
  const root = document.getElementById("pane");
  if (!root) return;
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  await officeSettled();
  const connection = await connectOutlook();
  if (connection.kind !== "outlook") return explain(root, connection.kind);
  const { host } = connection;
  const manageKnowledge = () => host.openLink(new URL("/", location.origin).href);
  const panel = new DraftPanel(root, host, new ApiClient(), manageKnowledge);
  showSignIn(host.displayLanguage, {
    signedIn: () => void panel.refreshKnowledge(),
    open: (address) => host.openLink(address),
  });
  panel.start();
}

void start();
