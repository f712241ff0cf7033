/** The icons, as inline drawings that need no font and take the colour of the text. */
import type { JSX } from "react";
import { Icon } from "./Icon.tsx";

export const PlayIcon = (): JSX.Element => (
  <Icon>
    <path d="M5.5 3.5v11l9-5.5z" fill="currentColor" />
  </Icon>
);
export const PauseIcon = (): JSX.Element => (
  <Icon>
    <path d="M6 4v10M12 4v10" strokeWidth="3" />
  </Icon>
);
export const StepForwardIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 4.5v9l7-4.5z" fill="currentColor" />
    <path d="M14 4v10" strokeWidth="2" />
  </Icon>
);
export const StepBackIcon = (): JSX.Element => (
  <Icon>
    <path d="M14 4.5v9L7 9z" fill="currentColor" />
    <path d="M4 4v10" strokeWidth="2" />
  </Icon>
);
export const RestartIcon = (): JSX.Element => (
  <Icon>
    <path d="M14.5 4.5v9l-6-4.5z" fill="currentColor" />
    <path d="M8.5 4.5v9l-6-4.5z" fill="currentColor" />
  </Icon>
);
export const ResetIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 7.5a5.5 5.5 0 1 1-.4 3.5" />
    <path d="M3.5 3.5v4h4" />
  </Icon>
);
export const DiceIcon = (): JSX.Element => (
  <Icon>
    <rect x="3" y="3" width="12" height="12" rx="2.5" />
    <path d="M6.6 6.6h.01M11.4 6.6h.01M9 9h.01M6.6 11.4h.01M11.4 11.4h.01" strokeWidth="2" />
  </Icon>
);
export const UndoIcon = (): JSX.Element => (
  <Icon>
    <path d="M6.5 4 3 7.5 6.5 11" />
    <path d="M3.5 7.5h7a4 4 0 0 1 0 8H7" />
  </Icon>
);
export const RedoIcon = (): JSX.Element => (
  <Icon>
    <path d="M11.5 4 15 7.5 11.5 11" />
    <path d="M14.5 7.5h-7a4 4 0 0 0 0 8H11" />
  </Icon>
);
export const ShareIcon = (): JSX.Element => (
  <Icon>
    <path d="M9 11V2.8M5.8 5.8 9 2.6l3.2 3.2" />
    <path d="M4 9v5.5h10V9" />
  </Icon>
);
export const ScreenIcon = (): JSX.Element => (
  <Icon>
    <path d="M3 6.5V3h3.5M11.5 3H15v3.5M15 11.5V15h-3.5M6.5 15H3v-3.5" />
  </Icon>
);
export const HelpIcon = (): JSX.Element => (
  <Icon>
    <circle cx="9" cy="9" r="6.8" />
    <path d="M7 7.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1v.4M9 12.8h.01" />
  </Icon>
);
export const CloseIcon = (): JSX.Element => (
  <Icon>
    <path d="M4.5 4.5l9 9M13.5 4.5l-9 9" />
  </Icon>
);
export const CopyIcon = (): JSX.Element => (
  <Icon>
    <rect x="6" y="6" width="9" height="9" rx="2" />
    <path d="M12 6V4.5A1.5 1.5 0 0 0 10.500 3h-6A1.500 1.500 0 0 0 3 4.500v6A1.500 1.500 0 0 0 4.500 12H6" />
  </Icon>
);
export const DownloadIcon = (): JSX.Element => (
  <Icon>
    <path d="M9 3v8.500M5.500 8 9 11.500 12.500 8M3.500 15h11" />
  </Icon>
);
export const MoreIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 9h.01M9 9h.01M14 9h.01" strokeWidth="2.6" />
  </Icon>
);
export const CompareIcon = (): JSX.Element => (
  <Icon>
    <path d="M3 5.5h12M3 12.5h5M13 10v5M10.5 12.5h5" />
  </Icon>
);
export const PreviousIcon = (): JSX.Element => (
  <Icon>
    <path d="M11 4.5 6.5 9l4.5 4.5" />
  </Icon>
);
export const NextIcon = (): JSX.Element => (
  <Icon>
    <path d="M7 4.5 11.5 9 7 13.5" />
  </Icon>
);
export const BlankIcon = (): JSX.Element => (
  <Icon>
    <rect x="2.5" y="4" width="13" height="10" rx="1.5" fill="currentColor" />
  </Icon>
);
