/**
 * A button that opens a small sheet beside it, entirely inside the window. The sheet closes with Escape, and when the
 * user presses or focuses something else.
 */
import {
  type JSX,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import styles from "./menu.module.css";

/** The least distance between a sheet and the edge of the window, in px. */
const EDGE = 8;

export function Menu({
  label,
  icon,
  className = "",
  above = false,
  rightwards = false,
  children,
}: {
  readonly label: string;
  /** Shown instead of the label, which is then only for screen readers. */
  readonly icon?: JSX.Element;
  readonly className?: string | undefined;
  /** Whether the sheet opens upwards. */
  readonly above?: boolean;
  /** Whether the sheet starts where its button starts, if there is room; otherwise it ends where its button ends. */
  readonly rightwards?: boolean;
  /** The content of the sheet; a function receives what closes it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}): JSX.Element {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    box.current?.querySelector("button")?.focus();
  };
  useLayoutEffect(() => {
    const { current } = sheet;
    if (!open || current === null) return;
    const place = () => {
      // It stands to the left until it is measured, because sticking out to the right would widen the page.
      current.style.translate = "none";
      const { left, right, width } = current.getBoundingClientRect();
      const wanted = rightwards ? (box.current?.getBoundingClientRect().left ?? left) : left;
      const mostLeft = left + document.documentElement.clientWidth - EDGE - right;
      const at = Math.max(EDGE, Math.min(wanted, mostLeft));
      if (width > 0) current.style.translate = `${at - left}px`;
    };
    place();
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [open, rightwards]);
  useEffect(() => {
    if (!open) return;
    const shut = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      setOpen(false);
    };
    // On another experiment's page the button may be elsewhere.
    const events = ["pointerdown", "focusin", "hashchange"];
    for (const event of events) addEventListener(event, shut);
    return () => {
      for (const event of events) removeEventListener(event, shut);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from anywhere inside
    <div
      ref={box}
      className={`${styles["menu"]} ${className}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        aria-label={icon === undefined ? undefined : label}
        title={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {icon ?? <span>{label}</span>}
      </button>
      <div ref={sheet} id={id} className={styles["sheet"]} data-above={above} hidden={!open}>
        {open && (typeof children === "function" ? children(close) : children)}
      </div>
    </div>
  );
}
