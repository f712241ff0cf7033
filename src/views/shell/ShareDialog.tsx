/** The link of the experiment, as text and as a QR code for an audience. */
import { type JSX, useMemo } from "react";
import { Dialog } from "../kit/Dialog.tsx";
import { deferred } from "../kit/deferred.tsx";
import { qrCode } from "../kit/qr-code.ts";
import { useCopy } from "../kit/use-copy.ts";
import { useWords } from "../playground-context.ts";
import styles from "./shell.module.css";
import { toolWords } from "./tool-words.ts";

const Files = deferred(async () => (await import("../poster/Files.tsx")).Files);

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
          {result !== "none" && say(result === "copied" ? toolWords.copied : toolWords.copyFailed)}
        </span>
      </p>
      <Files url={url} />
    </Dialog>
  );
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { size, path } = useMemo(() => qrCode(text), [text]);
  return (
    <svg className={styles["qr"]} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
