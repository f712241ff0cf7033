/** Which files of a build a part of the page loads, read from the manifest that Vite writes. */
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

  /** The files of a source module's chunk and of all chunks that it imports statically. Throws if it has no chunk. */
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

  /** The scripts that index.html names, whatever the manifest says about them. */
  scriptsOfPage(): Set<string> {
    const html = readFileSync(join(this.directory, "index.html"), "utf8");
    const paths = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => path);
    return new Set(paths.filter((path) => path !== undefined));
  }

  /** The gzipped size in bytes, at the compression level that web servers use by default. */
  gzippedBytes(files: Iterable<string>): number {
    let bytes = 0;
    for (const file of files) bytes += gzipSync(readFileSync(join(this.directory, file))).length;
    return bytes;
  }
}
