/** Files for the reader. */

/** A text as a file of the reader's. */
export function downloadText(name: string, text: string, type = "text/plain"): void {
  download(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** A file of the reader's. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the time anything else runs.
  setTimeout(() => URL.revokeObjectURL(address));
}
