/** The frame of an icon: an inline drawing that needs no font, and takes the colour and size of the text. */
import type { JSX, ReactNode } from "react";

export function Icon({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <svg
      width="1.125rem"
      height="1.125rem"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
