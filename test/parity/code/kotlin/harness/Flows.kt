// What the programs call instead of the flows they import: the same flows, which record what is emitted, received and
// cancelled. No wrapper of `emit` and `collect` has a frame of its own: each ends with the call it wraps.
@file:Suppress("FunctionName", "unused")

package harness

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.FlowPreview
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.flow.buffer as realBuffer
import kotlinx.coroutines.flow.collectLatest as realCollectLatest
import kotlinx.coroutines.flow.conflate as realConflate
import kotlinx.coroutines.flow.debounce as realDebounce
import kotlinx.coroutines.flow.flow as realFlow
import kotlinx.coroutines.flow.flowOn as realFlowOn
import kotlinx.coroutines.flow.onEach as realOnEach
import kotlinx.coroutines.flow.sample as realSample

typealias MutableSharedFlow<T> = kotlinx.coroutines.flow.MutableSharedFlow<T>

/** Dispatchers other than the program's own, on the same clock. */
object Dispatchers {
    val Default: CoroutineDispatcher get() = run.time.aside
    val IO = BlockingDispatcher
}

/** The receiver of a `flow` block: what the block does is recorded for `who`, whichever coroutine runs it. */
class Emitter<T>(private val collector: FlowCollector<T>, private val who: Who) : FlowCollector<T> {
    override suspend fun emit(value: T) {
        note("emits", value, who)
        collector.emit(value)
    }

    suspend fun delay(timeMillis: Long) {
        noteDelay(timeMillis, who)
        kotlinx.coroutines.delay(timeMillis)
    }
}

fun <T> flow(block: suspend Emitter<T>.() -> Unit): Flow<T> =
    watched(realFlow { Emitter(this, run.newWho()).block() })

fun <T> Flow<T>.buffer(
    capacity: Int = Channel.BUFFERED,
    onBufferOverflow: BufferOverflow = BufferOverflow.SUSPEND,
): Flow<T> = watched(real(this).realBuffer(capacity, onBufferOverflow))

fun <T> Flow<T>.conflate(): Flow<T> = watched(real(this).realConflate())

@OptIn(FlowPreview::class)
fun <T> Flow<T>.debounce(timeoutMillis: Long): Flow<T> = watched(real(this).realDebounce(timeoutMillis))

@OptIn(FlowPreview::class)
fun <T> Flow<T>.sample(periodMillis: Long): Flow<T> = watched(real(this).realSample(periodMillis))

fun <T> Flow<T>.onEach(action: suspend (T) -> Unit): Flow<T> = watched(real(this).realOnEach(action))

fun <T> Flow<T>.flowOn(dispatcher: CoroutineDispatcher): Flow<T> = watched(real(this).realFlowOn(dispatcher))

suspend fun <T> Flow<T>.collectLatest(action: suspend (T) -> Unit) {
    real(this).realCollectLatest { value ->
        note("receives", value)
        try {
            action(value)
        } catch (cancelled: CancellationException) {
            note("cancels", value)
            throw cancelled
        }
    }
}

fun <T> MutableSharedFlow(
    replay: Int = 0,
    extraBufferCapacity: Int = 0,
    onBufferOverflow: BufferOverflow = BufferOverflow.SUSPEND,
): MutableSharedFlow<T> =
    WatchedSharedFlow(kotlinx.coroutines.flow.MutableSharedFlow(replay, extraBufferCapacity, onBufferOverflow))

private fun <T> watched(flow: Flow<T>): Flow<T> = WatchedFlow(flow)

/** The flow to which operators are applied: a wrapper between two of them would keep them from sharing a channel. */
private fun <T> real(flow: Flow<T>): Flow<T> = if (flow is WatchedFlow) flow.real else flow

private class WatchedFlow<T>(val real: Flow<T>) : Flow<T> {
    override suspend fun collect(collector: FlowCollector<T>) = real.collect(Receiving(collector))
}

private class Receiving<T>(private val collector: FlowCollector<T>) : FlowCollector<T> {
    override suspend fun emit(value: T) {
        note("receives", value)
        collector.emit(value)
    }
}

private class WatchedSharedFlow<T>(private val shared: MutableSharedFlow<T>) : MutableSharedFlow<T> by shared {
    override suspend fun emit(value: T) {
        note("emits", value)
        shared.emit(value)
    }

    override fun tryEmit(value: T): Boolean {
        note("emits", value)
        return shared.tryEmit(value).also { if (!it) note("refused", value) }
    }

    override suspend fun collect(collector: FlowCollector<T>): Nothing = shared.collect(Receiving(collector))
}
