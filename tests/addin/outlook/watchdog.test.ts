/** Office callbacks may be late, absent, repeated, or the call may throw. */
import { hostProblem } from "../../../addin/src/outlook/host-problem";
import { type AsyncAnswer, watch } from "../../../addin/src/outlook/watchdog";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("hands over what succeeded", async () => {
  expect(await watch<string>(100, (done) => done({ status: "succeeded", value: "x" }))).toEqual({
    kind: "ok",
    value: "x",
  });
});

it("stops waiting for a callback that never comes, and ignores one that comes after", async () => {
  let late: ((answer: AsyncAnswer<string>) => void) | undefined;
  const outcome = watch<string>(100, (done) => {
    late = done;
  });
  await vi.advanceTimersByTimeAsync(100);
  late?.({ status: "succeeded", value: "x" });
  expect(await outcome).toEqual({ kind: "silent" });
});

it("turns a throw at once into an outcome", async () => {
  const outcome = await watch(100, () => {
    throw new Error("over 32 KB");
  });
  expect(outcome).toEqual({ kind: "threw", message: "over 32 KB" });
  expect(hostProblem(outcome)).toBe("too-large");
});

it("ends with the person's abort", async () => {
  const controller = new AbortController();
  const outcome = watch(100, () => undefined, controller.signal);
  controller.abort();
  await expect(outcome).rejects.toMatchObject({ name: "AbortError" });
});

it.each([
  [{ code: 9020 }, "mailbox-server"],
  [{ code: 5001 }, "mailbox-server"],
  [{ code: 7000, name: "Permission denied" }, "no-permission"],
  [{ code: 1, message: "ErrorNonExistentMailbox: no mailbox" }, "mailbox-missing"],
  [{ code: 4242 }, "other"],
])("names the failure %j", async (error, expected) => {
  expect(hostProblem(await watch(100, (done) => done({ status: "failed", error })))).toBe(expected);
});
