/**
 * Serves a folder of static files as any host would: gzipped, on a free port of this machine. The files
 * are read once, so that a build in the meantime changes nothing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** The site is served here as well, as if it were part of a course's site. */
export const SUB_PATH = "/lectures/2026/backpressure/";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
};

export interface StaticSite {
  /** The address of index.html, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

interface StoredFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** Serves `directory` at the root and under `SUB_PATH`; anything else is 404. */
export async function serveSite(directory: string): Promise<StaticSite> {
  const files = readFiles(directory);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.startsWith(SUB_PATH)
      ? pathname.slice(SUB_PATH.length)
      : pathname.slice(1);
    answer(request, response, files.get(name || "index.html"));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  { headers }: IncomingMessage,
  response: ServerResponse,
  file: StoredFile | undefined,
): void {
  if (file === undefined) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    return;
  }
  const zip = String(headers["accept-encoding"] ?? "").includes("gzip");
  response.writeHead(200, {
    "content-type": file.type,
    "cache-control": "no-cache",
    ...(zip ? { "content-encoding": "gzip" } : {}),
  });
  response.end(zip ? file.zipped : file.plain);
}

function readFiles(directory: string): Map<string, StoredFile> {
  const files = new Map<string, StoredFile>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const plain = readFileSync(path);
    files.set(path.slice(directory.length + 1).replaceAll("\\", "/"), {
      type: TYPES[extname(path)] ?? "application/octet-stream",
      plain,
      zipped: gzipSync(plain),
    });
  }
  return files;
}
