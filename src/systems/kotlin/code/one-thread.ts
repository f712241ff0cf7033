/** The comment of classes that are not thread-safe. */
import { doc, type SourceLine } from "../../source-text.ts";

const ONE_THREAD = {
  ko: "스레드 하나에서만 씁니다. 아무것도 잠그지 않습니다.",
  en: "For one thread only: it locks nothing.",
};

/** Returns the doc comment of a class that is for one thread only; `about` is the text before that. */
export function oneThread(
  about: { readonly ko: string; readonly en: string } = { ko: "", en: "" },
): SourceLine {
  const join = (first: string, second: string) => (first === "" ? second : `${first} ${second}`);
  return doc({ ko: join(about.ko, ONE_THREAD.ko), en: join(about.en, ONE_THREAD.en) });
}
