// One run of a program: what it did, in order, and how it ended.
@file:OptIn(ExperimentalCoroutinesApi::class)

package harness

import java.lang.ref.WeakReference
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.async

/** The limit on events, so that a program that never stops recording fails instead of exhausting the machine. */
private const val MOST_EVENTS = 3_000_000

/** @param watched whether channels, semaphores and delays are recorded, or only the printed lines */
class Run(private val untilMs: Long, private val draws: DoubleArray, val watched: Boolean) {
    val time = VirtualTime()
    private val events = ArrayList<String>()
    private val numbers = HashMap<Any?, Int>()
    private val objects = HashMap<Int, MutableList<Pair<WeakReference<Any>, Int>>>()
    private var objectCount = 0
    private var drawn = 0
    private var coroutines = 0
    private var end = """["active",$untilMs]"""

    fun newWho() = Who(coroutines++)

    /** Records what `who` did: the running coroutine, or one whose code it runs. */
    fun record(what: String, json: String, who: Who? = time.running) {
        if (events.size == MOST_EVENTS) throw Error("more than $MOST_EVENTS events")
        events.add("""[${time.now},${who?.number ?: -1},"$what",$json]""")
    }

    /**
     * Returns a number for an element: numbers are told apart by value, other objects by identity. It keeps no element
     * alive, because programs fill the heap by themselves.
     */
    fun numberOf(element: Any?): String {
        if (element == null || element is Number) {
            return numbers.getOrPut(element) { numbers.size }.toString()
        }
        val alike = objects.getOrPut(java.lang.System.identityHashCode(element)) { ArrayList(1) }
        val known = alike.find { it.first.get() === element }?.second
        return "\"${known ?: objectCount++.also { alike.add(WeakReference(element) to it) }}\""
    }

    fun draw(): Double {
        if (drawn == draws.size) throw Error("more than ${draws.size} random numbers drawn")
        return draws[drawn++]
    }

    fun start(block: suspend CoroutineScope.() -> Any?) {
        val main = CoroutineScope(time + newWho()).async { block() }
        main.invokeOnCompletion { cause ->
            end = if (cause == null) """["completed",${time.now}]"""
            else """["failed",${time.now},${json(cause::class.java.simpleName)}]"""
        }
        time.runUntil(untilMs)
        if (!main.isCompleted && time.isIdle) end = """["stalled",${time.now}]"""
    }

    fun toJson() = """{"end":$end,"draws":$drawn,"events":[${events.joinToString(",")}]}"""
}

fun json(text: String): String = buildString {
    append('"')
    for (char in text) {
        when {
            char == '"' || char == '\\' -> append('\\').append(char)
            char < ' ' -> append("\\u%04x".format(char.code))
            else -> append(char)
        }
    }
    append('"')
}
