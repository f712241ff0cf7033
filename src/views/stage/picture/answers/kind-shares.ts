/** For several kinds of elements: how much of each was kept, and how much was lost. */
import { type Answer, partsOf } from "./answer.ts";
import { kindNameWidth } from "./kind-names.ts";

const words = {
  kept: { ko: "{n} 남음", en: "{n} kept" },
  lost: { ko: "{n} 손실", en: "{n} lost" },
} as const;

const MOST_KINDS = 6;
/** The greatest share of the picture's height that it takes. */
const MOST_SHARE = 0.46;

export const kindShares: Answer = {
  id: "kind-shares",
  applies: ({ kinds }) =>
    kinds !== null && kinds.names.length >= 2 && kinds.names.length <= MOST_KINDS,
  open: (run) => ({
    share: Math.min(MOST_SHARE, 0.22 + 0.06 * (run.kinds?.names.length ?? 0)),
    draw(pen, box) {
      const names = run.kinds?.names ?? [];
      const { figure } = partsOf(pen, { ...box, y: box.y - pen.text * 0.6 });
      const pitch = figure.height / Math.max(1, names.length);
      const height = Math.max(1, Math.min(pitch * 0.8, pen.text * 2.2));
      const nameWidth = kindNameWidth(pen, names, {
        wished: Math.min(figure.width * 0.3, pen.text * 17),
        of: figure.width,
        beside: height + pen.text * 0.5,
      });
      const whole = figure.width - nameWidth;
      names.forEach((name, kind) => {
        const { made = 0, lost = 0 } = pen.moment.told.byKind[kind] ?? {};
        const y = figure.y + (kind + 0.5) * pitch;
        const x = figure.x + nameWidth;
        const lostWidth = made === 0 ? 0 : (whole * lost) / made;
        const keptWidth = made === 0 ? 0 : whole - lostWidth;
        const key = `share-${kind}`;
        pen.figure(`${key}-form`, kind, { x: figure.x + height * 0.4, y }, height * 0.7);
        pen.rect(`${key}-whole`, "quiet", "bed", { x, width: whole, y: y - height / 2, height }, 2);
        pen.rect(
          `${key}-kept`,
          "made",
          "solid",
          { x, width: keptWidth, y: y - height / 2, height },
          2,
        );
        pen.rect(
          `${key}-lost`,
          "lost",
          "body",
          { x: x + keptWidth, width: lostWidth, y: y - height / 2, height },
          2,
        );
        if (pitch < pen.text) return;
        const baseline = y + pen.text * 0.36;
        pen.write({
          key: `${key}-name`,
          x: figure.x + height,
          y: baseline,
          texts: [pen.say(name)],
          room: nameWidth - height,
          anchor: "start",
          weight: "strong",
        });
        const [kept, gone] = [pen.count(made - lost), pen.count(lost)];
        pen.write({
          key: `${key}-kept-n`,
          x: x + pen.text * 0.6,
          y: baseline,
          texts: [pen.say(words.kept, { n: kept }), kept],
          room: keptWidth - pen.text,
          anchor: "start",
          role: "made",
          weight: "strong",
          on: true,
        });
        if (lost > 0)
          pen.write({
            key: `${key}-lost-n`,
            x: x + whole - pen.text * 0.6,
            y: baseline,
            texts: [pen.say(words.lost, { n: gone }), gone],
            room: lostWidth - pen.text,
            anchor: "end",
            role: "lost",
            weight: "strong",
          });
      });
    },
  }),
};
