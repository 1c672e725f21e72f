import { barChart, niceTop } from "../../../../addin/src/admin/reports/chart";
import { durationText, percentText } from "../../../../addin/src/admin/reports/figures";

const words = { table: "As a table", when: "When", nothing: "Nothing happened." };

it("the axis ends on a number that people read at once", () => {
  expect([0, 1, 3, 7, 12, 99, 101, 2300].map(niceTop)).toEqual([2, 2, 5, 10, 20, 100, 200, 5000]);
});

it("every bar has its height, and the table beneath says the same", () => {
  const chart = barChart(
    words,
    "Mails",
    ["Mon", "Tue"],
    [
      { name: "Drafts", colour: 1, values: [5, 0] },
      { name: "Rest", colour: 2, values: [5, 10] },
    ],
    String,
  );
  const bars = [...chart.querySelectorAll("rect")];
  expect(bars.length).toBe(3);
  const heights = bars.map((bar) => Number(bar.getAttribute("height")));
  expect(heights[2]).toBeCloseTo((heights[0] ?? 0) + (heights[1] ?? 0), 1);
  expect([...chart.querySelectorAll("tbody td")].map((cell) => cell.textContent)).toEqual(["5", "5", "0", "10"]);
});

it("a range in which nothing happened says so instead of drawing nothing", () => {
  const chart = barChart(words, "Mails", ["Mon"], [{ name: "Drafts", colour: 1, values: [0] }], String);
  expect(chart.textContent).toContain("Nothing happened.");
  expect(chart.querySelector("svg")).toBeNull();
});

it("times and shares are words", () => {
  expect(durationText(5, "en")).toBe("5 seconds");
  expect(durationText(5400, "en")).toBe("1.5 hours");
  expect(percentText(0.875, "en", "–")).toBe("87.5%");
  expect(percentText(null, "en", "–")).toBe("–");
});
