/** Formats a number of hundredths as programs print it, with two decimals: `1.05` for 105. */
export function twoDecimals(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100);
  return `${whole}.${String(hundredths % 100).padStart(2, "0")}`;
}
