/** Sentences that say what is happening now. */
import type { Text } from "../../../i18n/index.ts";

export const captionWords = {
  nothingYet: {
    ko: "아직 아무것도 만들어지지 않았습니다.",
    en: "Nothing has been made yet.",
  },
  full: {
    ko: "버퍼가 가득 찼습니다. 소비자가 하나를 가져갈 때까지 생산자가 멈춰 있습니다.",
    en: "The buffer is full: the producer waits until the consumer takes one.",
  },
  merging: {
    ko: "새로 오는 것은 기다리는 것에 합쳐집니다. 버려지지 않고, 생산자도 멈추지 않습니다.",
    en: "New elements are merged: none is dropped, and the producer is not held.",
  },
  fullNow: {
    ko: "버퍼가 가득 찼습니다.",
    en: "The buffer is full.",
  },
  meeting: {
    ko: "버퍼가 없습니다. 소비자가 받으러 올 때까지 생산자가 멈춰 있습니다.",
    en: "There is no buffer: the producer waits until a consumer comes for the element.",
  },
  inItsCall: {
    ko: "소비자의 처리가 끝나야 생산자가 이어서 진행합니다.",
    en: "The producer waits until the work is done.",
  },
  resting: {
    ko: "{holder}에서 정해진 시간을 기다리는 중입니다. 그동안 생산자는 멈춰 있습니다.",
    en: "The producer waits while the delay in {holder} runs.",
  },
  noPermit: {
    ko: "남은 허가가 없습니다. 하나가 돌아올 때까지 생산자가 멈춰 있습니다.",
    en: "No permit is free: the producer waits until one comes back.",
  },
  noToken: {
    ko: "남은 토큰이 없습니다. 다음 토큰이 생길 때까지 생산자가 멈춰 있습니다.",
    en: "No token is left: the producer waits for the next one.",
  },
  noDemand: {
    ko: "남은 요청이 없습니다. 다음 요청이 올 때까지 내보낼 수 없습니다.",
    en: "No request is outstanding: nothing may be emitted until the next request.",
  },
  noDrain: {
    ko: "write()가 false를 돌려주었습니다. 생산자는 'drain'이 올 때까지 스스로 기다립니다.",
    en: "write() returned false: the producer itself waits for 'drain'.",
  },
  noReady: {
    ko: "버퍼가 기준선까지 찼습니다. 생산자는 writer.ready가 이행될 때까지 스스로 기다립니다.",
    en: "The buffer is at its mark: the producer itself awaits writer.ready.",
  },
  asked: {
    ko: "아래에서 요청한 만큼만 만듭니다. 버퍼에서 {waiting}개가 기다립니다.",
    en: "Only what is requested is made: {waiting} waiting in buffers.",
  },
  breakerOpen: {
    ko: "서킷 브레이커가 열렸습니다. 호출은 시도하지 않고 바로 거절됩니다.",
    en: "The breaker is open: calls are rejected at once, without being tried.",
  },
  overflowing: {
    ko: "버퍼가 넘칩니다. 지금까지 {lost}개를 잃었습니다({rule}).",
    en: "The buffer overflows: {lost} lost so far ({rule}).",
  },
  losingBy: {
    ko: "요소를 잃고 있습니다({rule}). 지금까지 {lost}개를 잃었습니다.",
    en: "Elements are lost ({rule}): {lost} so far.",
  },
  callsFail: {
    ko: "호출이 실패하고 있습니다. 지금까지 요소 {lost}개를 잃었습니다.",
    en: "Calls are failing: {lost} lost so far.",
  },
  failed: {
    ko: "스트림이 오류로 끝났습니다. 더 오는 것도, 더 처리되는 것도 없습니다. 잃은 요소 {lost}개.",
    en: "The stream has ended with an error: nothing more comes. {lost} lost.",
  },
  growing: {
    ko: "생산자를 멈추는 것이 없습니다. {waiting}개가 기다리고, 계속 늘어납니다.",
    en: "Nothing holds the producer: {waiting} waiting, and the number keeps growing.",
  },
  shrinking: {
    ko: "소비자가 따라잡는 중입니다. 아직 {waiting}개가 기다립니다.",
    en: "The consumer is catching up: {waiting} still waiting.",
  },
  filling: {
    ko: "버퍼에 자리가 있습니다. {capacity}칸 가운데 {waiting}칸이 찼고, 생산자는 멈추지 않습니다.",
    en: "The buffer has room ({waiting} of {capacity}): the producer is not held.",
  },
  waitingSome: {
    ko: "{waiting}개가 기다립니다. 생산자는 멈추지 않습니다.",
    en: "{waiting} waiting: the producer is not held.",
  },
  keepingUp: {
    ko: "소비자를 기다리는 것이 없습니다. 오는 대로 가져갑니다.",
    en: "Nothing waits for the consumer: it takes each element as it comes.",
  },
  bothAtWork: {
    ko: "버퍼가 없습니다. 소비자가 하나를 처리하는 동안 생산자는 다음 것을 만듭니다.",
    en: "There is no buffer: the producer makes the next one while the consumer works.",
  },
  sendsWait: {
    ko: "버퍼가 가득 찼습니다. 멈춰 있는 send {sends}개가 소비자를 기다립니다.",
    en: "The buffer is full: {sends} held in send until the consumer takes one.",
  },
  bothWait: {
    ko: "버퍼가 가득 찼습니다. send {sends}개는 자리를, 작업자 {threads}명은 스레드를 기다립니다.",
    en: "The buffer is full: {sends} held in send, {threads} more held for a thread.",
  },
  pausing: {
    ko: "호출이 실패했습니다. 작업자 {workers}명 가운데 {pausing}명이 다음 시도를 기다립니다.",
    en: "Calls have failed: {pausing} of {workers} workers pausing before the next attempt.",
  },
  noThread: {
    ko: "작업자 {workers}명 가운데 {threads}명이 빈 스레드를 기다리고, 버퍼에 {waiting}개가 밀려 있습니다.",
    en: "No thread is free for {threads} of {workers} workers: {waiting} waiting in the buffer.",
  },
  draining: {
    ko: "생산은 끝났습니다. 남은 {left}개를 처리하고 있습니다.",
    en: "The producer has finished: {left} still to be processed.",
  },
  allOver: {
    ko: "생산이 끝났고, 더 처리할 것이 없습니다.",
    en: "The producer has finished, and nothing is left to process.",
  },
  stopped: {
    ko: "생산자가 도중에 중단되었습니다. {lost}개를 잃었고, 남은 {left}개를 처리하고 있습니다.",
    en: "The producer was stopped early: {lost} lost, {left} still to be processed.",
  },
  stoppedAndOver: {
    ko: "생산자가 도중에 중단되었고, 더 처리할 것이 없습니다. 잃은 요소는 {lost}개입니다.",
    en: "The producer was stopped early, and nothing is left to process. {lost} lost.",
  },
} as const satisfies Record<string, Text>;
