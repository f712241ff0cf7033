/** What the page says about links and changes; loaded with the first note. */
import type { Text } from "../../i18n/index.ts";

export const noticeWords = {
  noticeUnknownKey: {
    ko: "링크에 있는 ‘{key}’ 설정은 알 수 없어 무시했습니다.",
    en: "The link has “{key}”, which is no setting here: it was ignored.",
  },
  noticeScenario: {
    ko: "‘{given}’ 시나리오는 없어서 ‘{used}’ 시나리오를 열었습니다.",
    en: "There is no scenario “{given}”: “{used}” was opened instead.",
  },
  noticeStrategy: {
    ko: "‘{given}’ 전략은 없어서 ‘{used}’ 전략을 골랐습니다.",
    en: "There is no strategy “{given}”: “{used}” was taken instead.",
  },
  noticeVersion: {
    ko: "이 링크는 다른 버전({given})의 것입니다. 읽을 수 있는 것만 읽었습니다.",
    en: "This link is of another version ({given}): what could be read was taken.",
  },
  noticeRevision: {
    ko: "이 링크는 시나리오의 다른 판({given})을 가리킵니다. 지금 판으로 열었습니다.",
    en: "This link names another revision of its scenario ({given}): today's was opened.",
  },
  noticeSeed: {
    ko: "시드 ‘{given}’ 값은 쓸 수 없습니다. 0에서 4294967295까지의 정수만 됩니다. {used} 값을 썼습니다.",
    en: "Seed “{given}” can't be used: a whole number from 0 to 4294967295. {used} was taken.",
  },
  noticeTime: {
    ko: "시각 ‘{given}’ 값을 읽을 수 없어 처음에 세웠습니다.",
    en: "The time “{given}” can't be read: the play head stands at the start.",
  },
  noticeTimeRange: {
    ko: "링크의 시각은 {given} ms이지만 실행은 {used} ms에 끝납니다. 재생 위치를 그 끝에 두었습니다.",
    en: "The link stands at {given} ms, but the run ends at {used} ms: the play head stands at its end.",
  },
  noticeRowsAll: {
    ko: "이벤트 번호 ‘{given}’ 값을 쓸 수 없어 이 시각의 이벤트를 모두 보여 줍니다.",
    en: "The event number “{given}” can't be used: all events of that moment are shown.",
  },
  noticeRowsNone: {
    ko: "이벤트 번호 ‘{given}’ 값을 쓸 수 없어 이 시각의 첫 이벤트 앞에 세웠습니다.",
    en: "The event number “{given}” can't be used: the play head stands before the first event of that moment.",
  },
  noticeRepeated: {
    ko: "링크에 ‘{key}’ 설정이 여러 번 있어 마지막 값 ‘{used}’만 읽었습니다.",
    en: "The link has “{key}” more than once: only the last one, “{used}”, was read.",
  },
  noticeAfterEnd: {
    ko: "설정 변경 ‘{given}’ 부분은 실행이 {endMs} ms에 끝난 뒤의 것이어서 무시했습니다.",
    en: "The change “{given}” comes after the end of the run ({endMs} ms): it was ignored.",
  },
  noticeLinkChanges: {
    ko: "한 번의 실행에서는 설정을 {used}번까지 바꿀 수 있습니다. 링크에 있는 변경 {given}개 가운데 앞의 {used}개만 적용했습니다.",
    en: "Settings can be changed up to {used} times in one run: the first {used} of the link's {given} changes were taken.",
  },
  noticeMore: { ko: "그 밖에 {n}가지", en: "and {n} more" },
  noticeIntervention: {
    ko: "설정 변경 ‘{given}’ 부분을 읽을 수 없어 무시했습니다.",
    en: "The change “{given}” can't be read: it was ignored.",
  },
  noticeChanges: {
    ko: "한 번의 실행에서는 설정을 {max}번까지 바꿀 수 있어 이번 변경은 적용하지 않았습니다. 앞의 변경을 되돌리거나, 처음으로 돌아가 새로 시작하세요.",
    en: "Settings can be changed up to {max} times in one run: this change was not made. Undo earlier ones, or go back to the start and begin anew.",
  },
  noticeLanes: {
    ko: "한 번에 비교할 수 있는 것은 {used}개까지입니다. {given}개 가운데 {used}개만 열었습니다.",
    en: "Up to {used} lanes can be compared: {used} of {given} were opened.",
  },
  noticeLaneName: {
    ko: "{given}(은)는 줄의 이름이 될 수 없습니다. 이름 없이 두었습니다.",
    en: "{given} can’t be the name of a lane: it was left without one.",
  },
  noticeStrips: {
    ko: "{given}: 그래프 가운데 없는 것이 있거나 셋보다 많습니다. 있는 것만 보입니다.",
    en: "{given}: not all of these are strips, or they are more than three. Those that are there are shown.",
  },
  noticeLong: {
    ko: "링크가 너무 깁니다({given}자). 앞의 2,000자만 읽었습니다.",
    en: "The link is too long ({given} characters): the first 2,000 were read.",
  },
  noticeNotOne: {
    ko: "‘{name}’ 설정에 ‘{given}’ 값은 쓸 수 없습니다(가능한 값: {allowed}). {used} 값을 썼습니다.",
    en: "“{given}” is no value for “{name}” ({allowed}): {used} was taken.",
  },
  noticeRange: {
    ko: "‘{name}’ 설정의 {given} 값은 범위({allowed}) 밖입니다. {used} 값으로 맞췄습니다.",
    en: "“{name}” {given} is outside of {allowed}: {used} was taken.",
  },
  noticeRounded: {
    ko: "‘{name}’ 설정은 정수여야 합니다. {given} 값을 {used} 값으로 반올림했습니다.",
    en: "“{name}” must be a whole number: {given} was rounded to {used}.",
  },
} as const satisfies Record<string, Text>;
