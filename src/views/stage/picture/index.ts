/** The picture of a run: stations, what is on its way between them, and what is held, asked for and lost. */
export { Picture } from "./Picture.tsx";
