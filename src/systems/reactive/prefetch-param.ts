import { intParam } from "../../params/index.ts";

/** How many elements `observeOn` and `publishOn` request first. */
export const prefetchParam = intParam({
  key: "prefetch",
  link: "pf",
  label: { ko: "미리 요청하는 수", en: "Prefetch" },
  help: {
    ko: "observeOn(RxJava)이나 publishOn(Reactor)이 처음에 요청하는 수. 그 3/4이 내려갈 때마다 그만큼 다시 요청합니다. 따로 정하지 않으면 RxJava는 128, Reactor는 256입니다.",
    en: "How many elements observeOn (RxJava) or publishOn (Reactor) requests first. Each time three quarters have been passed on, it requests that many again. The defaults are 128 and 256.",
  },
  unit: "elements",
  min: 1,
  max: 256,
  default: 8,
  scale: "log",
  change: "structural",
});
