/** Pictures of tokens: an outline and a number are drawn once and then copied, which costs a fraction. */
import type { Token } from "./shape.ts";

export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

interface Sprite {
  uses: number;
  image: ImageBitmap | null;
  /** Side in CSS px. */
  readonly side: number;
}

/** One that is seen less often is not worth a picture. */
const LEAST_USES = 3;
const MOST_SPRITES = 400;
/** Lines and forms reach over the token's size by this share. */
const REACH = 1.5;

export class Sprites {
  private readonly known = new Map<string, Sprite>();

  clear(): void {
    for (const { image } of this.known.values()) image?.close();
    this.known.clear();
  }

  /**
   * Copies the picture of a token to where it stands. Returns false where there is none yet: the token is to be drawn
   * then. `draw` draws it onto a sheet of its own.
   */
  draw(
    context: CanvasRenderingContext2D,
    token: Token,
    ratio: number,
    draw: (on: Context2D) => void,
  ): boolean {
    if (typeof OffscreenCanvas === "undefined") return false;
    const { role, look, kind, size, label, lit } = token;
    const key = `${role}${look}${kind}|${size}|${label}${lit ? "!" : ""}`;
    let sprite = this.known.get(key);
    if (sprite === undefined) {
      if (this.known.size >= MOST_SPRITES) this.clear();
      sprite = { uses: 0, image: null, side: Math.ceil(size * REACH) + 2 };
      this.known.set(key, sprite);
    }
    if (++sprite.uses < LEAST_USES) return false;
    const { side } = sprite;
    sprite.image ??= pictureOf(token, side, ratio, draw);
    if (sprite.image === null) return false;
    // On whole px of the screen a copy needs no smoothing.
    const x = Math.round((token.x - side / 2) * ratio) / ratio;
    const y = Math.round((token.y - side / 2) * ratio) / ratio;
    context.drawImage(sprite.image, x, y, side, side);
    return true;
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
