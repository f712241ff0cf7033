/** Sprites of tokens: outline and number are drawn once and then copied, which costs a fraction. */
import type { Token } from "./shape.ts";

export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Sprite {
  uses: number;
  image: ImageBitmap | null;
  /** Side in CSS px. */
  readonly side: number;
}

/** A body that is drawn less often than this is not worth a sprite. */
const LEAST_USES = 3;
/** A sprite with a number serves one element only: making it costs as much as writing the number this many times. */
const LEAST_USES_OF_NUMBER = 40;
const MOST_SPRITES = 400;
/** The side of a sprite in multiples of the token's size: lines and forms reach beyond the token. */
const REACH = 1.5;

export class Sprites {
  private readonly known = new Map<string, Sprite>();

  clear(): void {
    for (const { image } of this.known.values()) image?.close();
    this.known.clear();
  }

  /**
   * Copies the sprite of a token with `label` on it ("" for its body alone) to the token's place. Returns the centre of
   * the copy, whose edges lie on whole px of the screen, or null if there is no sprite yet and the caller has to draw
   * the token. `draw` draws the token onto the sprite.
   */
  copy(
    context: CanvasRenderingContext2D,
    token: Token,
    label: string,
    ratio: number,
    draw: (on: Context2D) => void,
  ): Point | null {
    if (typeof OffscreenCanvas === "undefined") return null;
    const { role, look, kind, size, lit } = token;
    const key = `${role}${look}${kind}|${size}|${label}${lit ? "!" : ""}`;
    let sprite = this.known.get(key);
    if (sprite === undefined) {
      if (this.known.size >= MOST_SPRITES) this.clear();
      sprite = { uses: 0, image: null, side: Math.ceil(size * REACH) + 2 };
      this.known.set(key, sprite);
    }
    if (++sprite.uses < (label === "" ? LEAST_USES : LEAST_USES_OF_NUMBER)) return null;
    const { side } = sprite;
    sprite.image ??= pictureOf(token, side, ratio, draw);
    if (sprite.image === null) return null;
    // A copy on whole px of the screen needs no smoothing.
    const x = Math.round((token.x - side / 2) * ratio) / ratio;
    const y = Math.round((token.y - side / 2) * ratio) / ratio;
    context.drawImage(sprite.image, x, y, side, side);
    return { x: x + side / 2, y: y + side / 2 };
  }
}

function pictureOf(
  { x, y }: Token,
  side: number,
  ratio: number,
  draw: (on: Context2D) => void,
): ImageBitmap | null {
  const canvas = new OffscreenCanvas(Math.ceil(side * ratio), Math.ceil(side * ratio));
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.lineJoin = "round";
  context.translate(side / 2 - x, side / 2 - y);
  draw(context);
  return canvas.transferToImageBitmap();
}
