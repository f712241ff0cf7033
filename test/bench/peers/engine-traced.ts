/** The engine with a Trace. */
export { tracedPrograms as programs } from "./engine.ts";
