/** What the page says of a run of Reactor: `sink.next` always returns; a source that heeds demand has words of its own. */
import { reactiveWords } from "../reactive/words.ts";

export const reactorWords = reactiveWords({ ko: "Reactor에서는", en: "In Reactor" });
