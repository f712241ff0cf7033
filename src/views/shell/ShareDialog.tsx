/** The link of the experiment as text and as a QR code for the room. */
import { type JSX, useMemo } from "react";
import { encode } from "uqr";
import { Dialog } from "../kit/Dialog.tsx";
import { useCopy } from "../kit/use-copy.ts";
import { useWords } from "../playground-context.ts";
import styles from "./shell.module.css";
import { toolWords } from "./tool-words.ts";

export function ShareDialog({
  url,
  onClose,
}: {
  readonly url: string;
  onClose(): void;
}): JSX.Element {
  const say = useWords();
  const { result, copy } = useCopy(url);
  return (
    <Dialog title={say(toolWords.shareTitle)} onClose={onClose}>
      <p>{say(toolWords.shareText)}</p>
      <QrCode text={url} label={say(toolWords.qr)} />
      <textarea
        readOnly
        className={styles["link"]}
        rows={3}
        value={url}
        aria-label={say(toolWords.shareTitle)}
        onFocus={(event) => event.target.select()}
      />
      <p className={styles["copyRow"]}>
        <button type="button" className={styles["primary"]} onClick={copy}>
          {say(toolWords.copy)}
        </button>
        <span role="status">
          {result === "copied" && say(toolWords.copied)}
          {result === "refused" && say(toolWords.copyFailed)}
        </span>
      </p>
    </Dialog>
  );
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { size, path } = useMemo(() => {
    const { size: modules, data } = encode(text, { border: 2 });
    const squares = data.flatMap((line, y) =>
      line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: modules, path: squares.join("") };
  }, [text]);
  return (
    <svg className={styles["qr"]} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
