/** Nothing is removed for good before the very word was typed. */
import { confirmForm } from "../../../addin/src/admin/confirm-form";

const asked = {
  question: "Everything goes.",
  label: "Type it",
  word: "Ana@Example.com",
  act: "Erase",
  cancel: "Cancel",
};

function open() {
  const done = vi.fn();
  const cancelled = vi.fn();
  const form = confirmForm(asked, done, cancelled);
  document.body.replaceChildren(form);
  const [input] = form.getElementsByTagName("input");
  const act = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (!input || !act) throw new Error("The form is not whole.");
  return { form, input, act, done, cancelled };
}

function type(input: HTMLInputElement, text: string) {
  input.value = text;
  input.dispatchEvent(new Event("input"));
}

it("stays shut until the very word is typed, whatever its case", () => {
  const { form, input, act, done } = open();
  expect(act.disabled).toBe(true);
  type(input, "ana@example");
  expect(act.disabled).toBe(true);
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  expect(done).not.toHaveBeenCalled();
  type(input, " ana@example.com ");
  expect(act.disabled).toBe(false);
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  expect(done).toHaveBeenCalledOnce();
});

it("does nothing when it is cancelled", () => {
  const { form, done, cancelled } = open();
  form.querySelector<HTMLButtonElement>("button[type=button]")?.click();
  expect(cancelled).toHaveBeenCalledOnce();
  expect(done).not.toHaveBeenCalled();
});
