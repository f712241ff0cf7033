/** The setting for what a full buffer does, shared by `buffer` and `Source.queue`, and what each choice keeps. */
import { choiceParam } from "../../params/index.ts";
import type { Guarantees } from "../strategy.ts";
import type { OverflowStrategy } from "./stages/overflow-strategy.ts";

export const overflowParam = choiceParam({
  key: "overflowStrategy",
  link: "os",
  label: { ko: "OverflowStrategy", en: "OverflowStrategy" },
  help: {
    ko: "버퍼가 가득 찼을 때의 동작. backpressure만 소스를 늦추고, 나머지는 요소를 버리거나 실패합니다.",
    en: "What happens when the buffer is full. Only backpressure slows down the source; the others drop elements or fail.",
  },
  choices: [
    { value: "backpressure", label: { ko: "backpressure", en: "backpressure" } },
    { value: "dropHead", label: { ko: "dropHead(가장 오래된 것)", en: "dropHead (the oldest)" } },
    { value: "dropTail", label: { ko: "dropTail(가장 새것)", en: "dropTail (the newest in it)" } },
    { value: "dropBuffer", label: { ko: "dropBuffer(모두)", en: "dropBuffer (all of it)" } },
    { value: "dropNew", label: { ko: "dropNew(들어오는 것)", en: "dropNew (the incoming one)" } },
    { value: "fail", label: { ko: "fail(스트림을 끝냄)", en: "fail (ends the stream)" } },
  ],
  default: "backpressure",
  change: "structural",
});

/** Which elements are kept when the buffer is full. */
export const KEEPS: Readonly<Record<OverflowStrategy, Guarantees["keeps"]>> = {
  backpressure: "all",
  dropHead: "newest",
  dropTail: "some",
  dropBuffer: "newest",
  dropNew: "oldest",
  fail: "some",
};
