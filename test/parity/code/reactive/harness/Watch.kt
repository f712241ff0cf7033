package harness

import io.reactivex.rxjava3.core.Flowable
import io.reactivex.rxjava3.core.FlowableSubscriber
import io.reactivex.rxjava3.plugins.RxJavaPlugins
import org.reactivestreams.Subscriber
import org.reactivestreams.Subscription
import reactor.core.CoreSubscriber
import reactor.core.Scannable
import reactor.core.publisher.Hooks
import reactor.core.publisher.Operators
import reactor.util.context.Context

/**
 * Puts probes between the operators of a chain, numbered from the subscriber up. Each records the operator above it
 * (`below 0 FlowableObserveOn`), what is requested through it, and what comes down (`requests 0`, `comes 0`).
 */
fun watchRxJava(isWatched: Boolean) {
    var count = 0
    if (!isWatched) return
    RxJavaPlugins.setOnFlowableSubscribe { flowable: Flowable<*>, below: Subscriber<*> ->
        val number = count++
        Log.add("below $number", flowable.javaClass.simpleName)
        @Suppress("UNCHECKED_CAST")
        RxProbe(number, below as Subscriber<Any>)
    }
}

fun watchReactor(isWatched: Boolean) {
    Hooks.resetOnEachOperator()
    if (!isWatched) return
    var count = 0
    Hooks.onEachOperator(
        Operators.lift<Any, Any> { above: Scannable, below: CoreSubscriber<in Any> ->
            val number = count++
            Log.add("below $number", above.stepName())
            ReactorProbe(number, below)
        }
    )
}

/** A subscription that records what is requested. */
private class Requests(val number: Int, val above: Subscription) : Subscription by above {
    override fun request(n: Long) {
        Log.add("requests $number", n)
        above.request(n)
    }
}

private class RxProbe(val number: Int, val below: Subscriber<Any>) : FlowableSubscriber<Any> {
    override fun onSubscribe(subscription: Subscription) =
        below.onSubscribe(Requests(number, subscription))

    override fun onNext(element: Any) {
        Log.add("comes $number", element)
        below.onNext(element)
    }

    override fun onError(error: Throwable) = below.onError(error)

    override fun onComplete() = below.onComplete()
}

private class ReactorProbe(val number: Int, val below: CoreSubscriber<in Any>) : CoreSubscriber<Any> {
    override fun currentContext(): Context = below.currentContext()

    override fun onSubscribe(subscription: Subscription) =
        below.onSubscribe(Requests(number, subscription))

    override fun onNext(element: Any) {
        Log.add("comes $number", element)
        below.onNext(element)
    }

    override fun onError(error: Throwable) = below.onError(error)

    override fun onComplete() = below.onComplete()
}
