import type { System } from "../system.ts";

/** RxJava's `Flowable`, in programs that are written in Kotlin. */
export const rxjava: System = {
  id: "rxjava",
  name: { ko: "RxJava Flowable", en: "RxJava Flowable" },
  library: "io.reactivex.rxjava3:rxjava",
  version: "3.1.12",
  language: "kotlin",
};
