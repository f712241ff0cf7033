package parity;

import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;

/** The executor of the dispatchers, named in the configuration: runs actors in the one queue of the run, in order. */
public final class VirtualExecutor extends ExecutorServiceConfigurator {
    public VirtualExecutor(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
        return OneQueue::new;
    }

    private static final class OneQueue extends AbstractExecutorService {
        private final VirtualTime time = VirtualTime.current;
        private boolean isShutDown = false;

        @Override
        public void execute(Runnable task) {
            time.add(task);
        }

        @Override
        public void shutdown() {
            isShutDown = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            isShutDown = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return isShutDown;
        }

        @Override
        public boolean isTerminated() {
            return isShutDown;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return isShutDown;
        }
    }
}
