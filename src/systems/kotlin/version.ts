/** The version of the language that the shown Kotlin programs are compiled in, those of RxJava and Reactor as well. */
export const KOTLIN_VERSION = "2.4.21";
