/** A strip above the page: the button that signs in, then the name of whoever did. Nothing where no sign-in is wanted. */
import "./sign-in.css";
import { element } from "../look/dom";
import { type Session, type SessionState, session } from "./session";
import { signInWordsFor } from "./sign-in-words";

export interface SignInBarActions {
  /** Somebody has just signed in: read everything again. */
  signedIn(): void;
  /** Opens an address outside the page. */
  open(address: string): void;
}

export function showSignIn(language: string, actions: SignInBarActions, of: Session = session): void {
  const words = signInWordsFor(language);
  const bar = element("div", { class: "sign-in", role: "status" });
  let waiting = false;

  const signIn = async () => {
    if (waiting) return;
    waiting = true;
    try {
      await of.signIn();
      if (of.state.kind === "signed-in") actions.signedIn();
      else bar.append(element("span", { class: "sign-in-failure" }, words.refused));
    } catch {
      draw(of.state);
      bar.append(element("span", { class: "sign-in-failure" }, words.failed));
    } finally {
      waiting = false;
    }
  };

  const draw = (state: SessionState) => {
    if (state.kind === "unneeded") return bar.remove();
    if (!bar.isConnected) document.body.prepend(bar);
    if (state.kind === "signed-in") {
      const who = element("span", {}, `${words.signedInAs} `, element("bdi", {}, state.name));
      bar.replaceChildren(
        who,
        state.roles.length === 0 ? element("span", { class: "sign-in-failure" }, words.noRole) : "",
      );
      return;
    }
    const button = element(
      "button",
      { type: "button", class: "button primary", onclick: () => void signIn() },
      words.signIn,
    );
    bar.replaceChildren(element("span", {}, words.why), button);
  };

  of.onChange(draw);
  document.addEventListener("click", (event) => openWithTicket(event, of, actions), { capture: true });
}

/** A browser that follows a link sends no token, so the link gets a ticket of its own first. */
function openWithTicket(event: MouseEvent, of: Session, actions: SignInBarActions): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (of.state.kind !== "signed-in" || !link || !/\/api\/knowledge\/documents\/[^/]+\/content/.test(link.href)) return;
  event.preventDefault();
  event.stopPropagation();
  void of.openable(link.href).then((address) => actions.open(address));
}
