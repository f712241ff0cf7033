/** The words for a run of RxJava: `onNext` always returns, so the producer is never held. */
import { reactiveWords } from "../reactive/words.ts";

export const rxjavaWords = reactiveWords({ ko: "RxJava에서는", en: "In RxJava" });
