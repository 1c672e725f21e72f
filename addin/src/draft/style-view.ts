/** The person's own style: switched on by the person, learned from replies, each habit seen, changed and forgotten. */
import type { ApiClient } from "../api/client";
import { failureOf } from "../api/failure";
import { type Habit, lengths, type Message, type Style, tones } from "../api/shapes";
import type { Language } from "../language/words";
import { fill, nameOf } from "../language/words";
import { type Child, element } from "../look/dom";
import { button } from "./draft-actions";
import { failureText } from "./failure-text";

const longestForm = 60;

export class StyleView {
  private readonly status = element("p", { class: "small", role: "status" });
  private readonly body = element("div", { class: "style-body" });

  constructor(
    readonly root: HTMLElement,
    private readonly language: Language,
    private readonly client: ApiClient,
    private readonly openMail: () => Promise<Message>,
  ) {
    root.replaceChildren(this.body, this.status);
  }

  async start(): Promise<void> {
    await this.attempt(async (signal) => this.show(await this.client.style(signal)));
  }

  private show(style: Style): void {
    const { words } = this.language;
    const toggle = element("input", {
      type: "checkbox",
      checked: style.enabled,
      onchange: () => void this.change({ enabled: toggle.checked }),
    });
    this.body.replaceChildren(
      element("label", { class: "check" }, toggle, words.style.enable),
      element("p", { class: "quiet small" }, fill(words.style.explained, { n: style.needed })),
      ...(style.enabled ? this.habits(style) : []),
    );
  }

  private habits(style: Style): readonly HTMLElement[] {
    const { words } = this.language;
    return [
      element("p", { class: "small" }, fill(words.style.replies, { n: style.replies })),
      element("ul", { class: "habits" }, ...style.habits.map((habit) => this.habit(habit, style))),
      element(
        "div",
        { class: "row" },
        button(words.style.learn, "", () => void this.learn()),
        button(words.style.forgetAll, "subtle", () => void this.forgetAll()),
      ),
    ];
  }

  private habit(habit: Habit, style: Style): HTMLElement {
    const { words } = this.language;
    const name = nameOf(words.style.habits, habit.name);
    const label = habit.language === null ? name : `${name} (${habit.language})`;
    const field = this.field(habit, label);
    return element(
      "li",
      { class: "habit" },
      element("p", { class: "habit-name" }, label),
      element("p", { class: "quiet small" }, this.evidence(habit, style)),
      element(
        "div",
        { class: "row" },
        field,
        button(words.style.save, "", () => {
          const own = field.value.trim();
          void this.change({ habits: [{ name: habit.name, language: habit.language, own: own === "" ? null : own }] });
        }),
        button(words.style.forget, "subtle", () => void this.forget(habit)),
      ),
    );
  }

  private field(habit: Habit, label: string): HTMLInputElement | HTMLSelectElement {
    const { words } = this.language;
    const names: Readonly<Record<string, string>> | null =
      habit.name === "tone" ? words.toneNames : habit.name === "length" ? words.lengthNames : null;
    const current = habit.own ?? habit.learned ?? "";
    if (names === null)
      return element("input", {
        type: "text",
        value: current,
        maxlength: longestForm,
        "aria-label": label,
        dir: "auto",
      });
    const values = habit.name === "tone" ? tones : lengths;
    const choices: Child[] = ["", ...values].map((value) =>
      element("option", { value, selected: value === current }, value === "" ? words.asUsual : nameOf(names, value)),
    );
    return element("select", { "aria-label": label }, ...choices);
  }

  private evidence(habit: Habit, style: Style): string {
    const { words } = this.language;
    if (habit.own !== null) return words.style.own;
    const counts = { seen: habit.seen, of: habit.of, n: style.needed };
    return fill(habit.learned === null ? words.style.notYet : words.style.learned, counts);
  }

  private async change(change: Parameters<ApiClient["changeStyle"]>[0]): Promise<void> {
    await this.attempt(async (signal) => {
      this.show(await this.client.changeStyle(change, signal));
      this.status.textContent = this.language.words.style.saved;
    });
  }

  private async learn(): Promise<void> {
    const { words } = this.language;
    await this.attempt(async (signal) => {
      const reason = await this.client.learnStyle(await this.openMail(), signal);
      this.show(await this.client.style(signal));
      this.status.textContent = reason === null ? words.style.done : nameOf(words.style.ignored, reason);
    });
  }

  private async forget(habit: Habit): Promise<void> {
    await this.attempt(async (signal) => {
      await this.client.forgetHabit(habit.name, habit.language, signal);
      this.show(await this.client.style(signal));
      this.status.textContent = this.language.words.style.forgotten;
    });
  }

  private async forgetAll(): Promise<void> {
    await this.attempt(async (signal) => {
      await this.client.forgetStyle(signal);
      this.show(await this.client.style(signal));
      this.status.textContent = this.language.words.style.forgotten;
    });
  }

  private async attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      this.status.textContent = "";
      await work(new AbortController().signal);
    } catch (error) {
      this.status.textContent = failureText(this.language.words, failureOf(error));
    }
  }
}
