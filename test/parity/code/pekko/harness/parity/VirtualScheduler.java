package parity;

import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.actor.AbstractScheduler;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.event.LoggingAdapter;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/** Pekko's scheduler on virtual time, named in the configuration. */
public final class VirtualScheduler extends AbstractScheduler {
    private final VirtualTime time = VirtualTime.current;

    public VirtualScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {}

    @Override
    public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext executor) {
        VirtualTime.Timer timer = time.after(delay.toNanos(), () -> executor.execute(task));
        return new Cancellable() {
            @Override
            public boolean cancel() {
                return timer.cancel();
            }

            @Override
            public boolean isCancelled() {
                return timer.isCancelled();
            }
        };
    }

    @Override
    public Cancellable schedule(
            FiniteDuration initialDelay, FiniteDuration interval, Runnable task, ExecutionContext executor) {
        throw new UnsupportedOperationException("nothing that is compared runs at a fixed rate");
    }

    @Override
    public double maxFrequency() {
        return 1_000_000_000;
    }
}
