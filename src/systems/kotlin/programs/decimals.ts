/** Numbers in hundredths, as programs print them: with two decimals. */
export function twoDecimals(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100);
  return `${whole}.${String(hundredths % 100).padStart(2, "0")}`;
}
