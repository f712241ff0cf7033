/** Which files of a build are loaded for what, read from the manifest that Vite writes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface ManifestChunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** The chunks of a built page. */
export class Build {
  private readonly directory: string;
  private readonly chunks: Readonly<Record<string, ManifestChunk>>;

  constructor(directory: string) {
    this.directory = directory;
    const path = join(directory, ".vite", "manifest.json");
    this.chunks = JSON.parse(readFileSync(path, "utf8"));
  }

  /** Files of a source module's chunk and of all that it imports statically. */
  filesOf(source: string): Set<string> {
    const files = new Set<string>();
    const visit = (key: string) => {
      const chunk = this.chunks[key];
      if (chunk === undefined) throw new Error(`The build has no chunk of its own for ${key}.`);
      if (files.has(chunk.file)) return;
      files.add(chunk.file);
      chunk.imports?.forEach(visit);
    };
    visit(source);
    return files;
  }

  /** Scripts that index.html names, whatever the manifest says of them. */
  scriptsOfPage(): Set<string> {
    const html = readFileSync(join(this.directory, "index.html"), "utf8");
    const paths = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => path);
    return new Set(paths.filter((path) => path !== undefined));
  }

  /** Gzipped size in bytes, at the level that web servers use unless told otherwise. */
  gzippedBytes(files: Iterable<string>): number {
    let bytes = 0;
    for (const file of files) bytes += gzipSync(readFileSync(join(this.directory, file))).length;
    return bytes;
  }
}
