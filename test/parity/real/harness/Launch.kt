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
 * `className outputFile untilMs`: into the file goes a line `ms TAB text` for each that was printed, and at last
 * `end TAB how`: `completed`, `stopped` after so many ms, or the class of the exception that `main` ended with.
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
    // Threads that the program has left go on; the JVM ends with the last of them.
}

/** Takes what is printed, and notes when each line came. */
private class TimedLines(path: String) : OutputStream() {
    // Room for everything that is needed without any memory left.
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

    /** The first end counts. */
    @Synchronized
    fun end(how: String) {
        if (hasEnded) return
        hasEnded = true
        file.write("end\t$how\n".toByteArray())
        file.close()
    }
}
