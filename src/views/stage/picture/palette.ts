/** The colours of a picture, for a canvas: read once from the page's style, and again when that changes. */

export type Palette = (name: string) => string;

/** Returns the colours of an element's custom properties. Reads each property only once. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  return (name) => {
    let colour = known.get(name);
    if (colour === undefined) {
      colour = style.getPropertyValue(name).trim() || "#000";
      known.set(name, colour);
    }
    return colour;
  };
}

/** Calls `changed` when the theme or the system's forced colours change. Returns a function that stops it. */
export function onColoursChanged(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const media = ["(forced-colors: active)", "(prefers-color-scheme: dark)"].map((query) =>
    matchMedia(query),
  );
  for (const each of media) each.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    for (const each of media) each.removeEventListener("change", changed);
  };
}
