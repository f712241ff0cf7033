/**
 * Takes the text of a link apart into keys and values: the one place that does, for what is loaded and for
 * what is read. Chats and mail programs change links on their way; what they do to them is undone here.
 */

/** Longer links are cut: none that the page writes is. */
const MAX_LINK_LENGTH = 2000;

export interface ParsedLink {
  /** The last value of each key. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Keys that the link has more than once, with different values. */
  readonly repeated: ReadonlySet<string>;
  /** How long the link was, if that is too long; its end was not read then. */
  readonly tooLong: number | null;
}

/** Takes apart what stands after `#` or `?` in an address. Total: any text has keys and values, or none. */
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

/** What a sentence puts right behind a link, and programs take with its last value. No value ends so. */
const TRAILING = /(=[\w.~-]*?)(?:[\s.,:;!?)>\]}"'’”»。、，]|&(?:gt|quot|#39);?)+$/;

/**
 * The link as the page has written it: a value holds only letters, digits and `- . _ ~`, so any escape is
 * somebody else's.
 */
function repaired(text: string): string {
  let link = text;
  // Two programs on the way may each have escaped it.
  for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(link); times++) {
    link = link.replace(/(?:%[0-9a-f]{2})+/gi, unescaped);
  }
  return link
    .replace(/^[#?]+/, "")
    .replace(AMPERSANDS, "&")
    .replace(TRAILING, "$1");
}

/** Percent signs that escape nothing stay as they are. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A text that is too long, up to the last pair or intervention that is whole. */
function withinLength(link: string): string {
  if (link.length <= MAX_LINK_LENGTH) return link;
  const cut = link.slice(0, MAX_LINK_LENGTH);
  return cut.slice(0, Math.max(0, cut.lastIndexOf("&"), cut.lastIndexOf("~")));
}
