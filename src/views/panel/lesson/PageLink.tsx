/** A link to another state of the page, which can be followed, copied, or opened in a new tab. */
import type { JSX, ReactNode } from "react";
import styles from "./lesson.module.css";

export function PageLink({
  link,
  children,
}: {
  /** The part of the address after `#`, without the version. */
  readonly link: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <a className={styles["pageLink"]} href={`#v=1&${link}`}>
      <span>{children}</span>
      <span aria-hidden="true">{" →"}</span>
    </a>
  );
}
