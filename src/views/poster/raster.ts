/** Lets the browser turn an SVG document into an image, and a sequence of them into a video. */
import type { SheetSize } from "./sheet.ts";

/** The document as a PNG. Rejects if the browser can't draw it. */
export async function pngOf(svg: string, { width, height }: SheetSize): Promise<Blob> {
  const { canvas, context } = canvasOf({ width, height });
  await drawSvg(context, svg);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the browser made no PNG of the canvas");
  return blob;
}

/** The types of video that browsers record, in order of preference. */
const VIDEO_TYPES = ["video/webm;codecs=vp9", "video/webm", "video/mp4"];

/** The type of video that this browser records; null if it records none. */
export function videoType(): string | null {
  if (typeof MediaRecorder === "undefined") return null;
  return VIDEO_TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

export interface Filming {
  readonly size: SheetSize;
  readonly lengthMs: number;
  /** The SVG document of the frame at a time in the video, in ms. */
  frame(wallMs: number): string;
  /** Called with how much is done, from 0 to 1. */
  onProgress(share: number): void;
  readonly signal: AbortSignal;
}

/** Records a video in real time. Resolves to null if it was aborted, and rejects if the browser can't record it. */
export async function film(type: string, filming: Filming): Promise<Blob | null> {
  const { size, lengthMs, frame, onProgress, signal } = filming;
  const { canvas, context } = canvasOf(size);
  await drawSvg(context, frame(0));
  const recorder = new MediaRecorder(canvas.captureStream(30), {
    mimeType: type,
    videoBitsPerSecond: 4_000_000,
  });
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const ended = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => reject(new Error("the browser could not record the canvas"));
  });
  recorder.start();
  const startMs = performance.now();
  for (let wallMs = 0; wallMs < lengthMs && !signal.aborted; ) {
    await drawSvg(context, frame(wallMs));
    onProgress(wallMs / lengthMs);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    wallMs = performance.now() - startMs;
  }
  recorder.stop();
  await ended;
  return signal.aborted ? null : new Blob(chunks, { type });
}

function canvasOf({ width, height }: SheetSize) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("the browser has no canvas");
  return { canvas, context };
}

async function drawSvg(context: CanvasRenderingContext2D, svg: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    context.drawImage(image, 0, 0, context.canvas.width, context.canvas.height);
  } finally {
    URL.revokeObjectURL(address);
  }
}
