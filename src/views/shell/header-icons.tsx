/** The icons of the page's header, which is there before other icons are loaded. */
import type { JSX } from "react";
import { Icon } from "../kit/Icon.tsx";

export const ChevronIcon = (): JSX.Element => (
  <Icon>
    <path d="M5.5 7.5 9 11l3.5-3.5" />
  </Icon>
);
export const PanelIcon = (): JSX.Element => (
  <Icon>
    <rect x="2.5" y="3.5" width="13" height="11" rx="2" />
    <path d="M7 3.5v11" />
  </Icon>
);
