/** Times and shares in words that people read at a glance. */

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** The largest unit that fits, with one decimal while it is small. */
export function durationText(seconds: number, locale: string): string {
  const [unit, size] = units.find(([, of]) => seconds >= of) ?? (["second", 1] as const);
  const value = seconds / size;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

export function percentText(share: number | null, locale: string, none: string): string {
  if (share === null) return none;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);
}
