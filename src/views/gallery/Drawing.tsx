/** Draws a thumbnail: producer, buffer and consumer in the colours of the page, without words. */
import type { JSX } from "react";
import type { Thumbnail } from "./thumbnails.ts";

const WIDTH = 160;
const HEIGHT = 84;
const Y = 42;
const CELL = 11;

/** The left and right edges of the buffer's room, in the middle of the drawing. */
const LEFT = 52;
const RIGHT = 116;

export function Drawing({ thumbnail }: { readonly thumbnail: Thumbnail }): JSX.Element {
  const { sources = 1, held = false, workers = 1, also } = thumbnail;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" fill="none">
      <path d={`M20 ${Y}H150`} stroke="var(--line)" strokeWidth="2" />
      {column(sources, 20, 13).map(({ x, y, radius }) => (
        <circle
          key={y}
          {...{ cx: x, cy: y, r: radius }}
          fill={held ? "var(--held-soft)" : "var(--made-soft)"}
          stroke={held ? "var(--held-ink)" : "var(--made)"}
          strokeWidth="2"
        />
      ))}
      {held && <Held />}
      <Buffer {...thumbnail} />
      {column(workers, 136, 12).map(({ x, y, radius }) => (
        <circle
          key={y}
          {...{ cx: x, cy: y, r: radius }}
          fill="var(--working-soft)"
          stroke="var(--working)"
          strokeWidth="3"
        />
      ))}
      <Lost count={thumbnail.lost ?? 0} />
      {also !== undefined && ALSO[also]}
    </svg>
  );
}

/** The places of circles, one above the other, centred vertically. */
function column(count: number, x: number, radius: number) {
  const pitch = count === 1 ? 0 : 23;
  const size = count === 1 ? radius : 8;
  return Array.from({ length: count }, (_, i) => ({
    x,
    y: Y + (i - (count - 1) / 2) * pitch,
    radius: size,
  }));
}

function Held(): JSX.Element {
  return (
    <>
      <rect x="38" y={Y - 5} width="9" height="10" rx="2" fill="var(--held)" />
      <path d={`M49.5 ${Y - 11}v22`} stroke="var(--held-ink)" strokeWidth="2" />
    </>
  );
}

function Buffer({ filled, places, also }: Thumbnail): JSX.Element {
  const bounded = places !== undefined;
  const perRow = bounded ? Math.min(places, 5) : 8;
  const size = bounded ? CELL : 7;
  const rows = Math.ceil((places ?? filled) / perRow);
  const width = perRow * size + 4;
  const x = RIGHT - width;
  const height = bounded ? rows * size + 5 : 44;
  const top = Y - height / 2;
  const frame = bounded
    ? `M${x} ${top}h${width}v${height}h${-width}z`
    : `M${x} ${top - 6}v${height + 6}h${width}v${-height - 6}`;
  return (
    <>
      <path
        d={frame}
        fill={bounded ? "var(--waiting-soft)" : "none"}
        stroke="var(--waiting-ink)"
        strokeWidth="2"
        strokeDasharray={bounded ? "none" : "4 3"}
      />
      {Array.from({ length: filled }, (_, i) => {
        const column_ = i % perRow;
        const row = Math.floor(i / perRow);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is identified by its position
            key={i}
            x={x + width - 2 - (column_ + 1) * size + 1}
            y={(bounded ? top + 2.5 : top + height - 1 - size - 2 * row * size) + row * size + 1}
            width={size - 2}
            height={size - 2}
            rx="1.5"
            fill={also === "kinds" ? `var(--kind-${i % 3})` : "var(--waiting)"}
          />
        );
      })}
    </>
  );
}

function Lost({ count }: { readonly count: number }): JSX.Element {
  return (
    <>
      {Array.from({ length: count }, (_, i) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a mark is identified by its position
          key={i}
          d={`M${LEFT + 8 + i * 10} 68l6 6m0-6l-6 6`}
          stroke="var(--lost)"
          strokeWidth="2"
        />
      ))}
    </>
  );
}

const ALSO: Readonly<Record<NonNullable<Thumbnail["also"]>, JSX.Element | null>> = {
  kinds: null,
  tokens: (
    <g fill="var(--permit)" stroke="var(--permit-line)">
      <circle cx="44" cy="18" r="4" />
      <circle cx="55" cy="18" r="4" />
      <circle cx="66" cy="18" r="4" />
    </g>
  ),
  batch: (
    <rect
      x="122"
      y="22"
      width="28"
      height="40"
      rx="4"
      stroke="var(--working-ink)"
      strokeDasharray="4 3"
    />
  ),
  breaker: <path d="M42 42h6l9-12M60 42h6" stroke="var(--lost)" strokeWidth="3" />,
  heap: (
    <g>
      <rect
        x="60"
        y="6"
        width="70"
        height="8"
        rx="2"
        fill="var(--panel-sunk)"
        stroke="var(--line-strong)"
      />
      <rect x="60" y="6" width="58" height="8" rx="2" fill="var(--lost)" />
    </g>
  ),
  requests: (
    <g stroke="var(--ink)" strokeWidth="2">
      <path d="M128 20H50M56 15l-6 5 6 5" strokeDasharray="5 3" />
      <path d="M76 15h10v10h-10zM92 15h10v10h-10z" fill="var(--ink)" strokeWidth="1" />
    </g>
  ),
  light: (
    <g stroke="var(--lost)" strokeWidth="2">
      <path d="M45 42V24" stroke="var(--line-strong)" />
      <circle cx="45" cy="18" r="8" fill="var(--lost)" />
      <path d="M41 18h8" stroke="var(--panel)" strokeWidth="3" />
      <path d="M94 31v22" stroke="var(--ink)" strokeDasharray="4 3" />
    </g>
  ),
  teeth: (
    <path
      d="M50 62l18 16V62l18 16V62l18 16V62l12 11"
      stroke="var(--ink)"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  ),
  retries: (
    <g stroke="var(--lost)" strokeWidth="2">
      <path d="M136 24c-30-26-60-20-84 6M52 30l1-9M52 30l9-2" />
      <path d="M136 62c-24 22-44 20-64 6" strokeDasharray="3 3" />
    </g>
  ),
  levels: (
    <g stroke="var(--done)" strokeWidth="4">
      <path d="M60 14h14" />
      <path d="M80 14h14" />
      <path d="M100 14h14" stroke="var(--line-strong)" />
    </g>
  ),
  pulse: <path d="M54 16h14l5-9 7 14 6-9 4 4h24" stroke="var(--lost)" strokeWidth="2" />,
  grows: (
    <path
      d="M50 70h-8m0 0 4-4m-4 4 4 4M116 70h8m0 0-4-4m4 4-4 4M50 70h66"
      stroke="var(--waiting-ink)"
      strokeWidth="2"
    />
  ),
};
