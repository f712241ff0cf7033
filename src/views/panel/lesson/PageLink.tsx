/** A link that sets the page: it can be followed, copied, or opened beside. */
import type { JSX, ReactNode } from "react";
import styles from "./lesson.module.css";

export function PageLink({
  link,
  children,
}: {
  /** As after `#` in the address, without the version. */
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
