/** Draws counts over time as stacked bars in SVG: it scales, follows the theme, prints, and a table beneath says the same. */
import { element } from "../../look/dom";

export interface ChartSeries {
  readonly name: string;
  /** A number of the palette, 1 to 6. */
  readonly colour: number;
  readonly values: readonly number[];
}

export interface ChartWords {
  readonly table: string;
  readonly when: string;
  readonly nothing: string;
}

const svg = "http://www.w3.org/2000/svg";
const size = { width: 640, height: 200, left: 40, bottom: 22, top: 8 };
const mostLabels = 6;

export function barChart(
  words: ChartWords,
  title: string,
  labels: readonly string[],
  series: readonly ChartSeries[],
  number: (value: number) => string,
): HTMLElement {
  const figure = element("figure", { class: "chart" }, element("figcaption", {}, title));
  const totals = labels.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
  if (totals.every((total) => total === 0)) {
    figure.append(element("p", { class: "empty" }, words.nothing));
    return figure;
  }
  figure.append(
    legend(series),
    drawing(title, labels, series, niceTop(Math.max(...totals)), number),
    table(words, labels, series, number),
  );
  return figure;
}

/** The first of 1, 2, 5, 10, 20, 50… that is not smaller, so that the axis ends on a number that people read at once. */
export function niceTop(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const found = [1, 2, 5, 10].map((times) => times * step).find((top) => top >= value);
  return Math.max(found ?? value, 2);
}

function drawing(
  title: string,
  labels: readonly string[],
  series: readonly ChartSeries[],
  top: number,
  number: (value: number) => string,
): SVGSVGElement {
  const picture = shape("svg", { viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "aria-label": title });
  const height = size.height - size.bottom - size.top;
  const y = (value: number) => size.top + height - (value / top) * height;
  for (const value of [0, top / 2, top]) {
    picture.append(
      shape("line", { class: "chart-grid", x1: size.left, x2: size.width, y1: y(value), y2: y(value) }),
      label(number(value), size.left - 6, y(value) + 4, "end"),
    );
  }
  const step = (size.width - size.left) / labels.length;
  const width = Math.max(1, Math.min(28, step * 0.7));
  const every = Math.ceil(labels.length / mostLabels);
  labels.forEach((name, at) => {
    const x = size.left + at * step + (step - width) / 2;
    let base = 0;
    for (const one of series) {
      const value = one.values[at] ?? 0;
      if (value === 0) continue;
      const bar = shape("rect", {
        class: `chart-${one.colour}`,
        x,
        y: y(base + value),
        width,
        height: y(base) - y(base + value),
      });
      const told = shape("title", {});
      told.textContent = `${name}: ${one.name} ${number(value)}`;
      bar.append(told);
      picture.append(bar);
      base += value;
    }
    if (at % every === 0) picture.append(label(name, x + width / 2, size.height - 6, at === 0 ? "start" : "middle"));
  });
  return picture;
}

function legend(series: readonly ChartSeries[]): HTMLElement {
  return element(
    "ul",
    { class: "chart-legend small" },
    ...series.map((one) => element("li", {}, element("span", { class: `chart-key chart-${one.colour}` }), one.name)),
  );
}

function table(
  words: ChartWords,
  labels: readonly string[],
  series: readonly ChartSeries[],
  number: (value: number) => string,
): HTMLElement {
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, words.when),
    ...series.map((one) => element("th", { scope: "col" }, one.name)),
  );
  const rows = labels.flatMap((name, at) => {
    const values = series.map((one) => one.values[at] ?? 0);
    if (values.every((value) => value === 0)) return [];
    return [
      element(
        "tr",
        {},
        element("th", { scope: "row" }, name),
        ...values.map((value) => element("td", {}, number(value))),
      ),
    ];
  });
  return element(
    "details",
    {},
    element("summary", {}, words.table),
    element(
      "div",
      { class: "report-table", tabindex: 0, role: "region", "aria-label": words.table },
      element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)),
    ),
  );
}

function label(text: string, x: number, y: number, anchor: string): SVGElement {
  const made = shape("text", { class: "chart-label", x, y, "text-anchor": anchor });
  made.textContent = text;
  return made;
}

function shape<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(svg, name);
  for (const [attribute, value] of Object.entries(attributes))
    made.setAttribute(attribute, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  return made;
}
