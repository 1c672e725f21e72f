/** What every page of an administrator does before it draws itself: language, theme, title, sign-in. */
import { applyLanguage } from "../language/words";
import { applyTheme, onSystemThemeChanged, systemIsDark } from "../look/theme";
import { showSignIn } from "../sign-in/sign-in-bar";
import { type AdminLanguage, adminLanguageFor } from "./words/admin-words";

export function openPage(
  id: string,
  titleFor: (tag: string) => string,
  draw: (root: HTMLElement, language: AdminLanguage) => void,
): void {
  const root = document.getElementById(id);
  if (!root) return;
  const language = adminLanguageFor(navigator.language);
  applyLanguage(language.pane, language.pane.tag);
  applyTheme(systemIsDark());
  onSystemThemeChanged(() => applyTheme(systemIsDark()));
  document.title = `OutlookAssist · ${titleFor(language.pane.tag)}`;
  showSignIn(navigator.language, { signedIn: () => location.reload(), open: (address) => window.open(address) });
  draw(root, language);
}
