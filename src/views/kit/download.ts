/** Downloads files to the reader's computer. */

/** Downloads a text as a file. */
export function downloadText(name: string, text: string, type = "text/plain"): void {
  download(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Downloads a file. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // By the time this runs, the browser has taken the file.
  setTimeout(() => URL.revokeObjectURL(address));
}
