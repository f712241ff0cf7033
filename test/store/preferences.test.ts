import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/i18n/index.ts";
import { readPreferences, THEMES, writePreferences } from "../../src/store/index.ts";

const FALLBACK = { language: "en", theme: "system" } as const;

const stored = (text: string | null) => ({ read: () => text, write: () => {} });

/** A storage that keeps what is written. */
function kept(text: string | null = null) {
  return {
    text,
    read() {
      return this.text;
    },
    write(written: string) {
      this.text = written;
    },
  };
}

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
    const storage = kept();
    for (const language of LANGUAGES) {
      for (const theme of THEMES) {
        writePreferences(storage, { language, theme }, readPreferences(storage, FALLBACK));
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
    expect(() => writePreferences(broken, FALLBACK, FALLBACK)).not.toThrow();
  });

  test("what one tab changes is not lost by what another one changes", () => {
    const storage = kept();
    writePreferences(storage, { ...FALLBACK, language: "ko" }, FALLBACK);
    writePreferences(storage, { ...FALLBACK, theme: "dark" }, FALLBACK);
    expect(readPreferences(storage, FALLBACK)).toEqual({ language: "ko", theme: "dark" });
  });

  test("what this version does not know stays stored", () => {
    const storage = kept('{"language":"ko","later":[1]}');
    writePreferences(storage, { ...FALLBACK, theme: "dark" }, FALLBACK);
    expect(JSON.parse(storage.text ?? "")).toEqual({ language: "ko", theme: "dark", later: [1] });
  });

  test.each(["[1]", "7", '"ko"', "null", "{"])("%s in the storage is written over", (stored) => {
    const storage = kept(stored);
    writePreferences(storage, { ...FALLBACK, theme: "dark" }, FALLBACK);
    expect(readPreferences(storage, FALLBACK)).toEqual({ language: "en", theme: "dark" });
  });
});
