package harness

import io.reactivex.rxjava3.plugins.RxJavaPlugins
import io.reactivex.rxjava3.schedulers.TestScheduler
import java.io.File
import java.io.OutputStream
import java.io.PrintStream
import java.util.concurrent.TimeUnit.MILLISECONDS
import reactor.test.scheduler.VirtualTimeScheduler

/** A program that the page shows, and the time in ms up to and including which it is run. */
class Case(val id: String, val library: String, val untilMs: Long, val main: () -> Unit)

/** Something that happened at a virtual time: `prints` with the text, or what a probe recorded. */
class Event(val timeMs: Long, val what: String, val which: String)

/** The virtual clock of a library, in place of all its schedulers. */
internal interface Clock {
    val nowMs: Long
    fun advanceTo(timeMs: Long)
}

private class RxClock : Clock {
    private val scheduler = TestScheduler()

    init {
        RxJavaPlugins.reset()
        RxJavaPlugins.setComputationSchedulerHandler { scheduler }
        RxJavaPlugins.setIoSchedulerHandler { scheduler }
        RxJavaPlugins.setSingleSchedulerHandler { scheduler }
        RxJavaPlugins.setNewThreadSchedulerHandler { scheduler }
    }

    override val nowMs get() = scheduler.now(MILLISECONDS)
    override fun advanceTo(timeMs: Long) = scheduler.advanceTimeTo(timeMs, MILLISECONDS)
}

private class ReactorClock : Clock {
    private val scheduler: VirtualTimeScheduler

    init {
        VirtualTimeScheduler.reset()
        scheduler = VirtualTimeScheduler.getOrSet(VirtualTimeScheduler.create())
    }

    override val nowMs get() = scheduler.now(MILLISECONDS)
    override fun advanceTo(timeMs: Long) =
        scheduler.advanceTimeBy(java.time.Duration.ofMillis(timeMs - nowMs))
}

/** A run with more events than this never pauses. */
private const val MOST_EVENTS = 3_000_000

/** The events of the current run; probes and `println` add to it. */
object Log {
    private var clock: Clock? = null
    private var events = ArrayList<Event>()

    internal fun begin(newClock: Clock): List<Event> {
        clock = newClock
        events = ArrayList()
        return events
    }

    fun add(what: String, which: Any?) {
        val now = clock ?: return
        check(events.size < MOST_EVENTS) { "more than $MOST_EVENTS events" }
        events.add(Event(now.nowMs, what, which.toString()))
    }
}

/** Records what programs print. */
private class Printed : PrintStream(OutputStream.nullOutputStream()) {
    override fun println(line: Any?) = Log.add("prints", line)
    override fun println(line: String?) = Log.add("prints", line)
}

/** Runs every case twice, bare and with probes between its operators, and writes a line for each run to `output`. */
fun runAll(cases: List<Case>, output: String) {
    val shell = System.out
    System.setOut(Printed())
    File(output).printWriter().use { file ->
        for (case in cases) {
            file.println(resultOf(case, isWatched = false))
            file.println(resultOf(case, isWatched = true))
        }
    }
    shell.println("ran ${cases.size} programs")
}

private fun resultOf(case: Case, isWatched: Boolean): String {
    val clock = if (case.library == "rxjava") RxClock() else ReactorClock()
    val events = Log.begin(clock)
    if (case.library == "rxjava") watchRxJava(isWatched) else watchReactor(isWatched)
    var problem: Throwable? = null
    val main = Thread {
        try {
            case.main()
        } catch (_: InterruptedException) {
            // The program would go on forever.
        } catch (error: Throwable) {
            problem = error
        }
    }
    main.isDaemon = true
    main.start()
    awaitJoin(main)
    try {
        clock.advanceTo(case.untilMs)
    } catch (error: Throwable) {
        problem = error
    }
    main.interrupt()
    main.join()
    val told = events.joinToString(",") { "[${it.timeMs},${quoted(it.what)},${quoted(it.which)}]" }
    val why = problem?.let { quoted("$it") } ?: "null"
    return """{"case":${quoted(case.id)},"watched":$isWatched,"problem":$why,"events":[$told]}"""
}

/** Waits until `main` has reached its end, where it joins itself, or has died. */
private fun awaitJoin(main: Thread) {
    while (main.isAlive) {
        val isJoined = main.state == Thread.State.WAITING &&
            main.stackTrace.any { it.className == "java.lang.Thread" && it.methodName == "join" }
        if (isJoined) return
        Thread.sleep(0, 100_000)
    }
}

private fun quoted(text: String) =
    "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""
