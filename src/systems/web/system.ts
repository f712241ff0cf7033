import type { System } from "../system.ts";

/** The streams of the web platform (WHATWG), as Node.js has them. */
export const web: System = {
  id: "web",
  name: { ko: "웹 스트림", en: "Web streams" },
  library: "node:stream/web",
  version: "20.20.2",
  language: "javascript",
};
