/** Reads numbers as people type them. */

/** Thousands separated by commas, spaces, apostrophes or underscores, the same separator throughout. */
const GROUPED = /^[+-]?\d{1,3}([,\s'’_])\d{3}(?:\1\d{3})*(?:\.\d+)?$/;

/**
 * Returns a typed number in the form that `readParam` reads: `1500` for `1,500`, `1 500` or `１５００`. Any other text
 * comes back trimmed, with only its full-width characters and minus sign replaced.
 */
export function plainNumber(text: string): string {
  // Full-width digits, signs and spaces of East Asian keyboards become the usual ones.
  const plain = text.normalize("NFKC").trim().replace(/^−/, "-");
  const separator = GROUPED.exec(plain)?.[1];
  return separator === undefined ? plain : plain.replaceAll(separator, "");
}
