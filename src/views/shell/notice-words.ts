/** Words of the notices about links and changes, which are loaded with the first notice. */
import type { Text } from "../../i18n/index.ts";

export const noticeWords = {
  noticeUnknownKey: {
    ko: "링크에 있는 ‘{key}’ 설정은 알 수 없어 무시했습니다.",
    en: "The link contains an unknown setting, “{key}”, which was ignored.",
  },
  noticeScenario: {
    ko: "‘{given}’ 시나리오는 없어서 ‘{used}’ 시나리오를 열었습니다.",
    en: "There is no scenario “{given}”: “{used}” was opened instead.",
  },
  noticeStrategy: {
    ko: "‘{given}’ 전략은 없어서 ‘{used}’ 전략을 골랐습니다.",
    en: "There is no strategy “{given}”: “{used}” was used instead.",
  },
  noticeVersion: {
    ko: "이 링크는 다른 버전({given})의 것입니다. 읽을 수 있는 것만 읽었습니다.",
    en: "This link is from another version ({given}): only what could be read was used.",
  },
  noticeRevision: {
    ko: "이 링크는 시나리오의 다른 판({given})을 가리킵니다. 지금 판으로 열었습니다.",
    en: "This link names another revision of the scenario ({given}): the current one was opened.",
  },
  noticeSeed: {
    ko: "시드 ‘{given}’ 값은 쓸 수 없습니다. 0에서 4294967295까지의 정수만 됩니다. {used} 값을 썼습니다.",
    en: "Seed “{given}” can't be used: it must be a whole number from 0 to 4294967295. {used} was used.",
  },
  noticeTime: {
    ko: "시각 ‘{given}’ 값을 읽을 수 없어 처음에 세웠습니다.",
    en: "The time “{given}” can't be read: the play head is at the start.",
  },
  noticeTimeRange: {
    ko: "링크의 시각은 {given}ms이지만 실행은 {used}ms에 끝납니다. 재생 위치를 끝에 두었습니다.",
    en: "The link points to {given} ms, but the run ends at {used} ms: the play head is at the end.",
  },
  noticeRowsAll: {
    ko: "이벤트 번호 ‘{given}’ 값을 쓸 수 없어 이 시각의 이벤트를 모두 보여 줍니다.",
    en: "The event number “{given}” can't be used: all events of that moment are shown.",
  },
  noticeRowsNone: {
    ko: "이벤트 번호 ‘{given}’ 값을 쓸 수 없어 이 시각의 첫 이벤트 앞에 세웠습니다.",
    en: "The event number “{given}” can't be used: the play head is before the first event of that moment.",
  },
  noticeRepeated: {
    ko: "링크에 ‘{key}’ 설정이 여러 번 있어 마지막 값 ‘{used}’만 읽었습니다.",
    en: "The link contains “{key}” more than once: only the last value, “{used}”, was used.",
  },
  noticeAfterEnd: {
    ko: "설정 변경 ‘{given}’ 부분은 실행이 {endMs}ms에 끝난 뒤의 것이어서 무시했습니다.",
    en: "The change “{given}” comes after the end of the run ({endMs} ms) and was ignored.",
  },
  noticeLinkChanges: {
    ko: "한 번의 실행에서는 설정을 {used}번까지 바꿀 수 있습니다. 링크에 있는 변경 {given}개 가운데 앞의 {used}개만 적용했습니다.",
    en: "Settings can be changed up to {used} times in one run: only the first {used} of the link's {given} changes were applied.",
  },
  noticeMore: { ko: "그 밖에 {n}가지", en: "and {n} more" },
  noticeIntervention: {
    ko: "설정 변경 ‘{given}’ 부분을 읽을 수 없어 무시했습니다.",
    en: "The change “{given}” can't be read and was ignored.",
  },
  noticeChanges: {
    ko: "한 번의 실행에서는 설정을 {max}번까지 바꿀 수 있어 이번 변경은 적용하지 않았습니다. 앞의 변경을 되돌리거나, 처음으로 돌아가 새로 시작하세요.",
    en: "Settings can be changed up to {max} times in one run, so this change was not applied. Undo earlier changes, or go back to the start and begin again.",
  },
  noticeLanes: {
    ko: "한 번에 비교할 수 있는 줄은 {used}개까지입니다. {given}개 가운데 {used}개만 열었습니다.",
    en: "Up to {used} lanes can be compared: {used} of {given} were opened.",
  },
  noticeLaneName: {
    ko: "{given}(은)는 줄의 이름으로 쓸 수 없습니다. 이름 없이 두었습니다.",
    en: "{given} can’t be used as a lane name: the lane has no name.",
  },
  noticeStrips: {
    ko: "{given}: 없는 그래프가 있거나 셋보다 많습니다. 쓸 수 있는 것만 보입니다.",
    en: "{given}: some of these strips do not exist, or there are more than three. The others are shown.",
  },
  noticeLong: {
    ko: "링크가 너무 깁니다({given}자). 앞의 2,000자만 읽었습니다.",
    en: "The link is too long ({given} characters): the first 2,000 were read.",
  },
  noticeNotOne: {
    ko: "‘{name}’ 설정에 ‘{given}’ 값은 쓸 수 없습니다(가능한 값: {allowed}). {used} 값을 썼습니다.",
    en: "“{given}” can't be used for “{name}” (possible values: {allowed}): {used} was used.",
  },
  noticeRange: {
    ko: "‘{name}’ 설정의 {given} 값은 범위({allowed}) 밖입니다. {used} 값으로 맞췄습니다.",
    en: "“{name}” {given} is outside {allowed}: {used} was used.",
  },
  noticeRounded: {
    ko: "‘{name}’ 설정은 정수여야 합니다. {given} 값을 {used} 값으로 반올림했습니다.",
    en: "“{name}” must be a whole number: {given} was rounded to {used}.",
  },
} as const satisfies Record<string, Text>;
