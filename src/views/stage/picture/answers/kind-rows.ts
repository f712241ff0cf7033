/** For sensors: a row for each kind, with its last readings, whether processed, overwritten or waiting. */
import { type Answer, partsOf } from "./answer.ts";
import { kindNameWidth } from "./kind-names.ts";

const words = {
  heard: { ko: "{of}개 가운데 {n}개 처리", en: "{n} of {of} processed" },
  shorter: { ko: "{of}개 중 {n}개", en: "{n} of {of}" },
  short: { ko: "{n}/{of}", en: "{n}/{of}" },
  starves: { ko: "한 번도 처리 안 됨", en: "never processed" },
  never: { ko: "{of}개 가운데 하나도 처리 안 됨", en: "none of {of} processed" },
} as const;

const SHOWN = 16;
/** With more kinds than this, the answer does not apply. */
const MOST_KINDS = 8;
/** A kind starves if this many of its elements were made, and none was received while elements of others were. */
const MANY = 5;

export const kindRows: Answer = {
  id: "kind-rows",
  applies: ({ topology, kinds }) =>
    kinds !== null &&
    kinds.names.length <= MOST_KINDS &&
    topology.stations.some(
      (station) =>
        station.kind === "buffer" && (station.capacity === 1 || station.slots !== undefined),
    ),
  open(run) {
    const names = run.kinds?.names ?? [];
    return {
      share: Math.min(0.55, 0.16 + 0.1 * names.length),
      draw(pen, box) {
        const { rows: end, told } = pen.moment;
        const { figure } = partsOf(pen, { ...box, y: box.y - pen.text });
        const made = run.index.lastMade(end, SHOWN * names.length * 2);
        const pitch = figure.height / Math.max(1, names.length);
        const nameWidth = kindNameWidth(pen, names, {
          wished: Math.min(figure.width * 0.24, pen.text * 11.5),
          of: figure.width,
          beside: pen.text * 0.5,
        });
        const countWidth = Math.min(figure.width * 0.24, pen.text * 11);
        const step = (figure.width - nameWidth - countWidth) / SHOWN;
        const size = Math.max(0, Math.min(step * 0.84, pitch * 0.7, pen.text * 2));
        names.forEach((name, kind) => {
          const y = figure.y + (kind + 0.5) * pitch;
          const own = made.filter((element) => run.kinds?.of(element) === kind).slice(-SHOWN);
          own.forEach((element, i) => {
            const isLost = run.index.ruleOfLoss(element, end) >= 0;
            const isReceived = run.index.isReceived(element, end);
            const look = isReceived ? "solid" : isLost ? "ghost" : "outline";
            const x = figure.x + nameWidth + (i + 0.5) * step;
            pen.token(element, { x, y }, size, {
              role: isLost ? "lost" : "waiting",
              look,
              fixed: true,
              copy: true,
            });
          });
          const { made: of = 0, received: n = 0 } = told.byKind[kind] ?? {};
          const starves = of >= MANY && n === 0 && told.received > 0;
          const values = { n: pen.count(n), of: pen.count(of) };
          // On rows lower than the text, names would overlap.
          if (pitch < pen.text) return;
          const baseline = y + pen.text * 0.36;
          pen.write({
            key: `kind-${kind}-name`,
            x: figure.x,
            y: baseline,
            texts: [pen.say(name)],
            room: nameWidth,
            anchor: "start",
            weight: "strong",
            role: starves ? "lost" : "quiet",
          });
          pen.write({
            key: `kind-${kind}-count`,
            x: figure.x + figure.width,
            y: baseline,
            texts: [
              ...(starves
                ? [pen.say(words.never, values), pen.say(words.starves)]
                : [pen.say(words.heard, values)]),
              pen.say(words.shorter, values),
              pen.say(words.short, values),
            ],
            room: countWidth,
            anchor: "end",
            weight: "strong",
            role: starves ? "lost" : "done",
          });
        });
      },
    };
  },
};
