// Smallest and largest of many numbers; spreading a page's hundred thousand segments into one call would overflow the stack.

export function least<T>(items: readonly T[], of: (item: T) => number): number {
  let result = Number.POSITIVE_INFINITY;
  for (const item of items) result = Math.min(result, of(item));
  return result;
}

export function most<T>(items: readonly T[], of: (item: T) => number): number {
  let result = Number.NEGATIVE_INFINITY;
  for (const item of items) result = Math.max(result, of(item));
  return result;
}

export function median(values: readonly number[]): number {
  const ordered = [...values].sort((one, other) => one - other);
  return ordered[ordered.length >> 1] ?? 0;
}
