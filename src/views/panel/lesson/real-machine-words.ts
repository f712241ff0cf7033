/** Words for what programs did on a real machine. */
import type { Text } from "../../../i18n/index.ts";

export const realMachineWords = {
  heading: { ko: "실제 기계에서", en: "On a real machine" },
  range: { ko: "{least}~{most}", en: "{least}–{most}" },
  text: { ko: "원문의 프로그램", en: "The program as written" },
  recordedSource: {
    ko: "실제 시계로 {runs}번 실행 · JDK {jdk}, kotlinx.coroutines {coroutines}, {options}",
    en: "{runs} runs on a real clock · JDK {jdk}, kotlinx.coroutines {coroutines}, {options}",
  },
  unchanged: {
    ko: "여기서는 프로그램을 코드 그대로 실행해 비교했습니다. 실제 기계에서도, 이 페이지에서도 실행 중에 설정을 바꾸지 않았습니다.",
    en: "For this comparison, the programs ran as they are printed, there and here: no setting was changed on the way.",
  },
  arrays: {
    ko: "가득 찬 채널에 있는 만큼의 1MiB 배열 {wanted}개를 실제 JVM의 힙에 담아 보았습니다.",
    en: "{wanted} arrays of 1 MiB, as many as the full channel holds, in the heap of a real JVM:",
  },
  fits: { ko: "모두 들어감, 힙 {heapMiB}MiB", en: "all fit, {heapMiB} MiB of heap" },
  outOfMemory: {
    ko: "{arrays}개를 담고 메모리 부족, 힙 {heapMiB}MiB",
    en: "out of memory after {arrays}, {heapMiB} MiB of heap",
  },
  heapSource: {
    ko: "{runs}번씩 측정 · JDK {jdk}",
    en: "{runs} runs of each · JDK {jdk}",
  },
  all: {
    ko: "이 페이지의 프로그램 {count}개를 처음 설정대로 실제 시계로 실행하면, 모두 이 페이지와 같은 수의 줄을 출력합니다.",
    en: "The {count} programs shown here, run with the scenario’s own settings on a real clock, all print as many lines as on this page.",
  },
  some: {
    ko: "이 페이지의 프로그램 {count}개를 처음 설정대로 실제 시계로 실행하면, {agreeing}개가 이 페이지와 같은 수의 줄을 출력합니다.",
    en: "Of the {count} programs shown here, run with the scenario’s own settings on a real clock, {agreeing} print as many lines as on this page.",
  },
  measuredSource: {
    ko: "npm run real · {runs}번씩, 길어야 {seconds}초 · 줄 종류마다 {percent}% 또는 {lines}줄 이내면 같다고 봄 · {versions}",
    en: "npm run real · {runs} runs of each, {seconds} s at most · “as many” means within {percent} % or {lines} lines of each kind · {versions}",
  },
  counted: {
    ko: "이 페이지 {page}줄, 실제 {real}줄",
    en: "{page} on this page, {real} there",
  },
  counts: { ko: "줄 수 모두 보기", en: "All counts" },
  program: { ko: "프로그램", en: "Program" },
  line: { ko: "출력", en: "Line" },
  page: { ko: "이 페이지", en: "This page" },
  real: { ko: "실제", en: "Real machine" },
} as const satisfies Record<string, Text>;
