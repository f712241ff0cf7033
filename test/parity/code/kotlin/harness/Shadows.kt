// What the programs call instead of the names they import: the same functions, recorded and in virtual time.
// No wrapper of `send`, `acquire`, `hasNext` and `delay` has a frame of its own: the continuation that waits
// is the program's, as it would be without the wrapper.
@file:OptIn(ExperimentalCoroutinesApi::class, DelicateCoroutinesApi::class, InternalCoroutinesApi::class)
@file:Suppress("UNCHECKED_CAST", "DEPRECATION_ERROR", "FunctionName", "unused")

package harness

import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.InternalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.channels.ChannelIterator
import kotlinx.coroutines.channels.ChannelResult
import kotlinx.coroutines.channels.onSuccess
import kotlinx.coroutines.launch as launchReal
import kotlinx.coroutines.sync.withPermit

typealias Channel<E> = kotlinx.coroutines.channels.Channel<E>
typealias Semaphore = kotlinx.coroutines.sync.Semaphore

/** The current run; runs follow one another on one thread. */
lateinit var run: Run

/** Runs the program. The result is null and must not be used: the program may not have come to its end. */
fun <T> runBlocking(block: suspend CoroutineScope.() -> T): T {
    run.start(block)
    return null as T
}

fun println(message: Any?) = run.record("prints", json(message.toString()))

object System {
    fun currentTimeMillis(): Long = run.time.now
    fun nanoTime(): Long = run.time.now * 1_000_000
}

/** A moment of virtual time. */
class TimeMark(private val atMs: Long) {
    fun elapsedNow(): Duration = (run.time.now - atMs).milliseconds
}

object TimeSource {
    object Monotonic {
        fun markNow() = TimeMark(run.time.now)
    }
}

/**
 * A dispatcher whose threads can be blocked. In virtual time nothing runs in parallel, so holding a thread means
 * holding a permit, and a call that blocks the thread is a `delay`.
 */
object BlockingDispatcher {
    fun limitedParallelism(parallelism: Int) = Threads(Semaphore(parallelism))
}

class Threads(val permits: Semaphore)

suspend inline fun <T> withContext(threads: Threads, block: () -> T): T =
    threads.permits.withPermit(block)

object Thread {
    suspend fun sleep(timeMillis: Long) = delay(timeMillis)
}

/** Records what became of an element. A `Unit` is not an element but a signal, which the page doesn't show. */
internal fun note(what: String, element: Any?, who: Who? = run.time.running) {
    if (run.watched && element != Unit) run.record(what, run.numberOf(element), who)
}

internal fun noteDelay(timeMillis: Long, who: Who? = run.time.running) {
    if (run.watched && timeMillis > 0) run.record("delays", "$timeMillis", who)
}

/** Returns the same numbers that the page's run drew. */
class Random(@Suppress("UNUSED_PARAMETER") seed: Int) : kotlin.random.Random() {
    override fun nextBits(bitCount: Int): Int = throw Error("only nextDouble() and nextInt(until) are replayed")
    override fun nextDouble(): Double = run.draw()
    override fun nextInt(until: Int): Int = (run.draw() * until).toInt()
}

fun CoroutineScope.launch(
    context: CoroutineContext = EmptyCoroutineContext,
    start: CoroutineStart = CoroutineStart.DEFAULT,
    block: suspend CoroutineScope.() -> Unit,
): Job = launchReal(context + run.newWho(), start, block)

suspend fun delay(timeMillis: Long) {
    noteDelay(timeMillis)
    return kotlinx.coroutines.delay(timeMillis)
}

suspend fun delay(duration: Duration) = delay(millisOf(duration))

/** Rounds up to the next ms, as kotlinx.coroutines does. */
private fun millisOf(duration: Duration): Long =
    if (duration.isPositive()) (duration + Duration.parse("999999ns")).inWholeMilliseconds else 0

fun <E> Channel(
    capacity: Int = Channel.RENDEZVOUS,
    onBufferOverflow: BufferOverflow = BufferOverflow.SUSPEND,
    onUndeliveredElement: ((E) -> Unit)? = null,
): Channel<E> {
    if (!run.watched) {
        return kotlinx.coroutines.channels.Channel(capacity, onBufferOverflow, onUndeliveredElement)
    }
    val told: (E) -> Unit = { element ->
        note("loses", element)
        onUndeliveredElement?.invoke(element)
    }
    return WatchedChannel(kotlinx.coroutines.channels.Channel(capacity, onBufferOverflow, told))
}

/** Calls `record` when a suspended call resumes, unless the coroutine was cancelled: then the call throws. */
private fun onReturn(caller: Continuation<*>, record: () -> Unit) {
    val job = caller.context[Job]
    run.time.running?.onResume = { if (job?.isActive != false) record() }
}

private class WatchedChannel<E>(private val channel: Channel<E>) : Channel<E> by channel {
    private val callSend = channel::send as (E, Continuation<Unit>) -> Any?

    override suspend fun send(element: E): Unit = suspendCoroutineUninterceptedOrReturn { caller ->
        val answer = callSend(element, caller)
        if (answer === COROUTINE_SUSPENDED) {
            note("waits", element)
            onReturn(caller) { note("returns", element) }
        } else {
            note("goes", element)
        }
        answer
    }

    override fun trySend(element: E): ChannelResult<Unit> =
        channel.trySend(element).also { note(if (it.isSuccess) "goes" else "refused", element) }

    // These two have a frame of their own, without which their result after a suspension could not be seen.
    override suspend fun receive(): E = channel.receive().also { note("receives", it) }

    override suspend fun receiveCatching(): ChannelResult<E> =
        channel.receiveCatching().onSuccess { note("receives", it) }

    override fun tryReceive(): ChannelResult<E> =
        channel.tryReceive().onSuccess { note("receives", it) }

    override fun iterator(): ChannelIterator<E> {
        val elements = channel.iterator()
        return object : ChannelIterator<E> by elements {
            override fun next(): E = elements.next().also { note("receives", it) }
        }
    }
}

fun Semaphore(permits: Int, acquiredPermits: Int = 0): Semaphore {
    val semaphore = kotlinx.coroutines.sync.Semaphore(permits, acquiredPermits)
    return if (run.watched) WatchedSemaphore(semaphore) else semaphore
}

private class WatchedSemaphore(private val semaphore: Semaphore) : Semaphore by semaphore {
    private val callAcquire = semaphore::acquire as (Continuation<Unit>) -> Any?

    override suspend fun acquire(): Unit = suspendCoroutineUninterceptedOrReturn { caller ->
        val answer = callAcquire(caller)
        if (answer === COROUTINE_SUSPENDED) {
            run.record("queues", "null")
            onReturn(caller) { run.record("enters", "null") }
        }
        answer
    }
}
