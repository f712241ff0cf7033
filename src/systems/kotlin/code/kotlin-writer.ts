/** The functions that compose Kotlin programs. They are too large for the first load, which shows no program. */
import { kotlinSource } from "./kotlin-program.ts";
import { plainProgram } from "./plain-program.ts";

export const kotlinWriter = { kotlinSource, plainProgram };

export type KotlinWriter = typeof kotlinWriter;
