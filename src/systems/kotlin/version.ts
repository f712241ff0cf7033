/** The version of Kotlin with which the shown programs are compiled, including those for RxJava and Reactor. */
export const KOTLIN_VERSION = "2.4.21";
