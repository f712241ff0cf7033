import type { System } from "../system.ts";

/** The streams of Node.js, in object mode. */
export const node: System = {
  id: "node",
  name: { ko: "Node.js 스트림", en: "Node.js streams" },
  library: "node:stream",
  version: "20.20.2",
  language: "javascript",
};
