/** The strips. The page loads this folder when it first shows them, because Recharts is larger than everything else. */
export { Strips } from "./Strips.tsx";
