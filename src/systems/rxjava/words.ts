/** What the page says of a run of RxJava: `onNext` always returns, so nobody is ever held. */
import { reactiveWords } from "../reactive/words.ts";

export const rxjavaWords = reactiveWords({ ko: "RxJava에서는", en: "In RxJava" });
