/**
 * Parses the text of a link into keys and values, for loading and for reading. Undoes what chats and mail programs do to
 * links on their way.
 */

/** The most characters of a link that are read. No link that the page writes is longer. */
const MAX_LINK_LENGTH = 2000;

export interface ParsedLink {
  /** The last value of each key. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Keys that occur more than once, with different values. */
  readonly repeated: ReadonlySet<string>;
  /** The length of the link, if it was too long for its end to be read. */
  readonly tooLong: number | null;
}

/** Parses what stands after `#` or `?` in an address. Total: any text gives keys and values, perhaps none. */
export function parseLink(text: string): ParsedLink {
  const link = repaired(text);
  const pairs = new Map<string, string>();
  const repeated = new Set<string>();
  for (const part of withinLength(link).split("&")) {
    const [key = "", ...rest] = part.split("=");
    if (key === "") continue;
    const value = rest.join("=");
    if ((pairs.get(key) ?? value) !== value) repeated.add(key);
    pairs.set(key, value);
  }
  return { pairs, repeated, tooLong: link.length > MAX_LINK_LENGTH ? link.length : null };
}

/** `&` as HTML writes it, however many times it was escaped. */
const AMPERSANDS = /&(?:(?:amp|#38|#x26);)+/gi;

/** Punctuation that follows a link in a sentence, and that programs take for its last value. No value ends with it. */
const TRAILING = /(=[\w.~-]*?)(?:[\s.,:;!?)>\]}"'’”»。、，]|&(?:gt|quot|#39);?)+$/;

/**
 * The link as the page wrote it. Values contain only letters, digits and `- . _ ~`, so any escape comes from another
 * program.
 */
function repaired(text: string): string {
  let link = text;
  // Two programs on the way may have escaped it one after the other.
  for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(link); times++) {
    link = link.replace(/(?:%[0-9a-f]{2})+/gi, unescaped);
  }
  return link
    .replace(/^[#?]+/, "")
    .replace(AMPERSANDS, "&")
    .replace(TRAILING, "$1");
}

/** Unescapes a text; percent signs that escape nothing stay as they are. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Cuts a text that is too long after its last whole pair or intervention. */
function withinLength(link: string): string {
  if (link.length <= MAX_LINK_LENGTH) return link;
  const cut = link.slice(0, MAX_LINK_LENGTH);
  return cut.slice(0, Math.max(0, cut.lastIndexOf("&"), cut.lastIndexOf("~")));
}
