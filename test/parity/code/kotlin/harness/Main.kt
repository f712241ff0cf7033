// Runs every case twice, bare and watched, and writes a JSON line for each run as soon as it is over.
package harness

import java.io.File
import java.io.FileOutputStream
import java.io.PrintStream

/** A program whose source was compiled; `shown` is the class of the text exactly as the page shows it. */
class Case(val id: String, val shown: String, val main: () -> Any?)

/**
 * Runs `cases`. The input file has a line for each case: the time until which it runs in ms, then the numbers to draw.
 */
fun runAll(cases: List<Case>, inputFile: String, outputFile: String) {
    val inputs = File(inputFile).readLines()
    PrintStream(FileOutputStream(outputFile), true).use { out ->
        for ((case, input) in cases zip inputs) {
            val numbers = input.split(' ')
            val draws = numbers.drop(1).map { it.toDouble() }.toDoubleArray()
            for (watched in listOf(false, true)) {
                run = Run(numbers[0].toLong(), draws, watched)
                val problem = try {
                    case.main()
                    null
                } catch (error: Throwable) {
                    error.toString()
                }
                out.println(
                    """{"case":${json(case.id)},"watched":$watched,"starts":${starts(case.shown)},""" +
                        """"problem":${if (problem == null) "null" else json(problem)},"run":${run.toJson()}}""",
                )
            }
        }
    }
}

/** Whether `java` could start the shown text, for which its `main` must return nothing. */
private fun starts(className: String): Boolean = try {
    Class.forName(className).getMethod("main", Array<String>::class.java)
    true
} catch (_: NoSuchMethodException) {
    false
}
