/** The charts. The page loads this folder when it first shows them: Recharts weighs more than the rest. */
export { Charts, type ChartsProps } from "./Charts.tsx";
