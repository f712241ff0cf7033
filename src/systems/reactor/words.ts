/** The words for a run of Reactor, in which `sink.next` always returns. Sources that heed demand have their own. */
import { reactiveWords } from "../reactive/words.ts";

export const reactorWords = reactiveWords({ ko: "Reactor에서는", en: "In Reactor" });
