/** The strips. The page loads this folder when it first shows them: Recharts weighs more than the rest. */
export { Strips } from "./Strips.tsx";
