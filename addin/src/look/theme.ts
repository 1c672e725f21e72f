/** Chooses light or dark: Outlook tells colours, not a mode, so the background's luminance decides. */

/** Relative luminance (WCAG 2) of `#rrggbb`; null when the text is no such colour. */
export function luminance(color: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color.trim());
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1, 4).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function isDarkColor(color: string | undefined): boolean | null {
  const value = luminance(color ?? "");
  return value === null ? null : value < 0.18;
}

export function applyTheme(dark: boolean): void {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

const darkQuery = "(prefers-color-scheme: dark)";

export function systemIsDark(): boolean {
  return window.matchMedia?.(darkQuery).matches ?? false;
}

export function onSystemThemeChanged(listener: () => void): void {
  window.matchMedia?.(darkQuery).addEventListener("change", listener);
}
