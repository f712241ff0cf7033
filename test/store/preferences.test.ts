import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/i18n/index.ts";
import { readPreferences, THEMES, writePreferences } from "../../src/store/index.ts";

const FALLBACK = { language: "en", theme: "system" } as const;

const stored = (text: string | null) => ({ read: () => text, write: () => {} });

const broken = {
  read(): string | null {
    throw new Error("SecurityError");
  },
  write(): void {
    throw new Error("QuotaExceededError");
  },
};

describe("preferences", () => {
  test("what is written is read back", () => {
    let text: string | null = null;
    const storage = {
      read: () => text,
      write: (written: string) => {
        text = written;
      },
    };
    for (const language of LANGUAGES) {
      for (const theme of THEMES) {
        writePreferences(storage, { language, theme });
        expect(readPreferences(storage, FALLBACK)).toEqual({ language, theme });
      }
    }
  });

  test.each([null, "", "{", "null", "[]", "7", '"ko"', '{"language":"fr","theme":7}', "{}"])(
    "%s gives the fallback",
    (text) => {
      expect(readPreferences(stored(text), FALLBACK)).toEqual(FALLBACK);
    },
  );

  test("what is known is taken, what is not is not", () => {
    const text = '{"language":"ko","theme":"neon","more":[1]}';
    expect(readPreferences(stored(text), FALLBACK)).toEqual({ language: "ko", theme: "system" });
  });

  test("without storage the page works all the same", () => {
    expect(readPreferences(broken, FALLBACK)).toEqual(FALLBACK);
    expect(() => writePreferences(broken, FALLBACK)).not.toThrow();
  });
});
