// Virtual time for programs on kotlinx.coroutines: events run in order of (time, registration).
@file:OptIn(InternalCoroutinesApi::class, ExperimentalCoroutinesApi::class)

package harness

import java.util.PriorityQueue
import kotlin.coroutines.AbstractCoroutineContextElement
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CancellableContinuation
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Delay
import kotlinx.coroutines.DisposableHandle
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.InternalCoroutinesApi
import kotlinx.coroutines.Runnable

/** The identity of a coroutine, which the scopes inside it share. */
class Who(val number: Int) : AbstractCoroutineContextElement(Who) {
    companion object Key : CoroutineContext.Key<Who>

    /** Called when the coroutine resumes from a `send` or a gate, to record that. */
    var onResume: (() -> Unit)? = null
}

class VirtualTime : CoroutineDispatcher(), Delay {
    private class Event(val time: Long, val number: Long, val who: Who?, val run: () -> Unit)

    private val events = PriorityQueue<Event>(compareBy<Event>({ it.time }, { it.number }))
    private var registered = 0L

    var now = 0L
        private set

    /** The coroutine that is running, or null. */
    var running: Who? = null
        private set

    val isIdle: Boolean get() = events.isEmpty()

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        add(0, context[Who]) { block.run() }
    }

    override fun scheduleResumeAfterDelay(timeMillis: Long, continuation: CancellableContinuation<Unit>) {
        resumeAfter(timeMillis, continuation, this)
    }

    /** Resumes the continuation within the timer's event; `dispatcher` is the one on which it runs. */
    private fun resumeAfter(
        timeMillis: Long,
        continuation: CancellableContinuation<Unit>,
        dispatcher: CoroutineDispatcher,
    ) {
        val event = add(timeMillis, continuation.context[Who]) {
            with(continuation) { dispatcher.resumeUndispatched(Unit) }
        }
        continuation.invokeOnCancellation { events.remove(event) }
    }

    /** Another dispatcher on the same clock. */
    val aside: CoroutineDispatcher = Aside()

    private inner class Aside : CoroutineDispatcher(), Delay {
        override fun dispatch(context: CoroutineContext, block: Runnable) =
            this@VirtualTime.dispatch(context, block)

        override fun scheduleResumeAfterDelay(timeMillis: Long, continuation: CancellableContinuation<Unit>) =
            resumeAfter(timeMillis, continuation, this)

        override fun invokeOnTimeout(timeMillis: Long, block: Runnable, context: CoroutineContext) =
            this@VirtualTime.invokeOnTimeout(timeMillis, block, context)
    }

    override fun invokeOnTimeout(timeMillis: Long, block: Runnable, context: CoroutineContext): DisposableHandle {
        val event = add(timeMillis, context[Who]) { block.run() }
        return DisposableHandle { events.remove(event) }
    }

    /** Runs every event up to and including `time`. */
    fun runUntil(time: Long) {
        while (true) {
            val event = events.peek() ?: return
            if (event.time > time) return
            events.poll()
            now = event.time
            running = event.who
            event.who?.onResume?.let { record ->
                event.who.onResume = null
                record()
            }
            event.run()
        }
    }

    private fun add(afterMs: Long, who: Who?, run: () -> Unit): Event {
        // A delay of more ms than a Long holds never ends, as in Kotlin.
        val time = if (afterMs > Long.MAX_VALUE - now) Long.MAX_VALUE else now + afterMs
        return Event(time, registered++, who, run).also { events.add(it) }
    }
}
