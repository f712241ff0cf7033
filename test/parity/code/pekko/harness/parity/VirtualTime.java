package parity;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The clock of one run and its one queue of tasks. A timer fires only when no task is left; timers fire in order of
 * (time, registration).
 */
public final class VirtualTime {
    /** The clock of the current run. Runs follow one another on one thread each. */
    public static VirtualTime current;

    private final Consumer<String> ofBuffer;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long nowNanos = 0;
    private long registrations = 0;

    /** `ofBuffer` is called with what full buffers do. */
    public VirtualTime(Consumer<String> ofBuffer) {
        this.ofBuffer = ofBuffer;
    }

    public void tellOfBuffer(String what) {
        ofBuffer.accept(what);
    }

    public long nanos() {
        return nowNanos;
    }

    public void add(Runnable task) {
        tasks.add(task);
    }

    public Timer after(long delayNanos, Runnable task) {
        Timer timer = new Timer(nowNanos + Math.max(0, delayNanos), registrations++, task);
        timers.add(timer);
        return timer;
    }

    /** Runs tasks until none is left. */
    public void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    }

    /** Runs everything up to and including `untilNanos`. */
    public void runUntil(long untilNanos) {
        runTasks();
        while (!timers.isEmpty() && timers.peek().atNanos <= untilNanos) {
            Timer timer = timers.poll();
            if (timer.isOver) continue;
            timer.isOver = true;
            nowNanos = timer.atNanos;
            timer.task.run();
            runTasks();
        }
    }

    public static final class Timer implements Comparable<Timer> {
        private final long atNanos;
        private final long number;
        private final Runnable task;
        private boolean isOver = false;

        private Timer(long atNanos, long number, Runnable task) {
            this.atNanos = atNanos;
            this.number = number;
            this.task = task;
        }

        /** Cancels the timer. Returns false if it had fired or been cancelled before. */
        public boolean cancel() {
            boolean wasWaiting = !isOver;
            isOver = true;
            return wasWaiting;
        }

        public boolean isCancelled() {
            return isOver;
        }

        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
