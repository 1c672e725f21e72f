/** Outlook's colours decide between light and dark. */
import { isDarkColor } from "../../../addin/src/look/theme";

it.each([
  ["#ffffff", false],
  ["#f3f2f1", false],
  ["#1f1f1f", true],
  ["#000000", true],
  ["212121", true],
  ["#00008b", true],
  ["nonsense", null],
  [undefined, null],
])("takes %s for dark: %s", (color, dark) => {
  expect(isDarkColor(color)).toBe(dark);
});
