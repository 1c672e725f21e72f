/** Says what was just done, at the foot of the page, and offers to undo it for some seconds. */
import { button } from "../draft/draft-actions";
import { messageBar } from "../draft/findings-view";
import { element } from "../look/dom";

const shownMilliseconds = 20_000;

export class UndoBar {
  readonly root = element("div", { class: "undo-bar", role: "status", hidden: true });
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The focus goes to the offer where what had it is gone. */
  offer(text: string, hint: string, undo: string, action: () => void, takesFocus = true): void {
    const undoButton = button(undo, "primary", () => {
      this.hide();
      action();
    });
    this.show("info", text, " ", undoButton, element("p", { class: "quiet small" }, hint));
    if (takesFocus) undoButton.focus({ preventScroll: true });
  }

  tell(kind: "success" | "error", text: string): void {
    this.show(kind, text);
  }

  private show(kind: "info" | "success" | "error", ...words: (Node | string)[]): void {
    clearTimeout(this.timer);
    this.root.replaceChildren(messageBar(kind, ...words));
    this.root.hidden = false;
    this.timer = setTimeout(() => this.hideUnlessUsed(), shownMilliseconds);
  }

  /** An offer that is under the keyboard or the pointer stays. */
  private hideUnlessUsed(): void {
    if (this.root.matches(":hover")) this.timer = setTimeout(() => this.hideUnlessUsed(), shownMilliseconds);
    else this.hide();
  }

  private hide(): void {
    clearTimeout(this.timer);
    this.root.hidden = true;
    this.root.replaceChildren();
  }
}
