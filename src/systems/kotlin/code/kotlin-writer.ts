/** What Kotlin's programs are put together with: too much for the first load, which shows none. */
import { kotlinSource } from "./kotlin-program.ts";
import { plainProgram } from "./plain-program.ts";

export const kotlinWriter = { kotlinSource, plainProgram };

export type KotlinWriter = typeof kotlinWriter;
