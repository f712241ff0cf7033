/** Words around the answers to a question. */
import type { Text } from "../../../i18n/index.ts";

export const answerWords = {
  answers: { ko: "답", en: "Answers" },
  kept: {
    ko: "예상을 적어 두었습니다. 재생하면 답이 보이는 곳에서 멈춥니다.",
    en: "Your guess is saved. Press play: the run pauses where the answer shows.",
  },
  play: { ko: "답까지 재생", en: "Play to the answer" },
  show: { ko: "답 바로 보기", en: "Just show me" },
  observe: { ko: "무엇을 보았습니까?", en: "What did you see?" },
  yourGuess: { ko: "내 예상", en: "your guess" },
  yourSight: { ko: "내가 본 것", en: "what you saw" },
  guessedRight: { ko: "예상이 맞았습니다.", en: "Your guess is right." },
  guessedWrong: { ko: "예상이 빗나갔습니다.", en: "Not quite." },
  right: { ko: "정답입니다.", en: "This is the answer." },
  toAnswers: { ko: "답 다시 보기", en: "See the answers" },
  toWhy: { ko: "왜 그럴까요?", en: "Why is that?" },
  why: { ko: "왜 그럴까요?", en: "Why is that?" },
  choices: { ko: "까닭", en: "Reasons" },
  toTwin: { ko: "다른 숫자로 한 번 더", en: "Once more, with other numbers" },
  twin: { ko: "같은 질문, 다른 숫자", en: "The same question, other numbers" },
  twinElsewhere: {
    ko: "이 질문은 다른 설정에 대한 것입니다.",
    en: "This question is about other settings.",
  },
  setThem: { ko: "그 설정으로", en: "Use them" },
  done: { ko: "수업 마치기", en: "Done" },
  draw: { ko: "그래프로 그려 보기", en: "Draw it instead" },
  drawing: {
    ko: "‘대기열 깊이’ 그래프에 예상하는 곡선을 그리세요.",
    en: "Draw the curve you expect on the “Queue depth” strip.",
  },
  drawingOf: {
    ko: "‘대기열 깊이’ 그래프에 ‘{lane}’의 예상 곡선을 그리세요.",
    en: "Draw the curve you expect for “{lane}” on the “Queue depth” strip.",
  },
  drawLane: { ko: "‘{lane}’ 그리기", en: "Draw “{lane}”" },
  clear: { ko: "지우기", en: "Clear" },
  choose: { ko: "고르기로 돌아가기", en: "Choose instead" },
  toQuestion: { ko: "질문으로", en: "Back to the question" },
  drawnAndSeen: {
    ko: "{time}초에 {drawn}개를 그렸고, 실제로는 {seen}개였습니다.",
    en: "At {time} s you drew {drawn}; it was {seen}.",
  },
  drawnAndSeenOf: {
    ko: "‘{lane}’: {time}초에 {drawn}개를 그렸고, 실제로는 {seen}개였습니다.",
    en: "“{lane}”: at {time} s you drew {drawn}; it was {seen}.",
  },
  fold: { ko: "접기", en: "Fold" },
  unfold: { ko: "펼치기", en: "Unfold" },
  again: { ko: "다시 풀기", en: "Start over" },
  changed: {
    ko: "질문은 처음 설정에 대한 것입니다.",
    en: "The question is about the scenario’s own settings.",
  },
  back: { ko: "처음 설정으로", en: "Back to those settings" },
  vote: { ko: "강의실 투표", en: "Class vote" },
  before: { ko: "전", en: "before" },
  after: { ko: "후", en: "after" },
  hands: { ko: "{answer}, {round}: 손 든 사람", en: "Hands up for {answer}, {round}" },
} as const satisfies Record<string, Text>;
