// Runs the `main` of a class on the machine's own clock, and writes every line that it prints, with its time.
package launch

import java.io.BufferedOutputStream
import java.io.ByteArrayOutputStream
import java.io.FileOutputStream
import java.io.OutputStream
import java.io.PrintStream
import java.lang.reflect.InvocationTargetException
import kotlin.concurrent.thread

/**
 * `className outputFile untilMs`: writes a line `ms TAB text` into the file for each printed line, and at last
 * `end TAB how`: `completed`, `stopped` if `untilMs` is over, or the class of the exception that ended `main`.
 */
fun main(args: Array<String>) {
    val (className, outputFile, untilMs) = args
    val main = Class.forName(className).getMethod("main", Array<String>::class.java)
    val log = TimedLines(outputFile)
    System.setOut(PrintStream(log, true))
    Runtime.getRuntime().addShutdownHook(Thread { log.end("completed") })
    thread(isDaemon = true) {
        Thread.sleep(untilMs.toLong())
        log.end("stopped")
        Runtime.getRuntime().halt(0)
    }
    try {
        main.invoke(null, emptyArray<String>())
    } catch (failure: InvocationTargetException) {
        log.end(failure.targetException.javaClass.simpleName)
    }
    // Threads that the program has started may go on; the JVM ends with the last of them.
}

/** Writes each printed line with its time. */
private class TimedLines(path: String) : OutputStream() {
    // Allocated in advance, for a program that leaves no memory.
    private val file = BufferedOutputStream(FileOutputStream(path), 1 shl 16)
    private val line = ByteArrayOutputStream(1 shl 10)
    private val beganNs = System.nanoTime()
    private var hasEnded = false

    @Synchronized
    override fun write(byte: Int) {
        if (hasEnded) return
        if (byte != '\n'.code) return line.write(byte)
        file.write("${(System.nanoTime() - beganNs) / 1_000_000}\t".toByteArray())
        line.writeTo(file)
        file.write(byte)
        line.reset()
    }

    /** Writes how the program ended. Only the first call counts. */
    @Synchronized
    fun end(how: String) {
        if (hasEnded) return
        hasEnded = true
        file.write("end\t$how\n".toByteArray())
        file.close()
    }
}
