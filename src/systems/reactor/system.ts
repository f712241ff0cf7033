import type { System } from "../system.ts";

/** Project Reactor's `Flux`, in programs that are written in Kotlin. */
export const reactor: System = {
  id: "reactor",
  name: { ko: "Reactor Flux", en: "Reactor Flux" },
  library: "io.projectreactor:reactor-core",
  version: "3.8.8",
  language: "kotlin",
};
