package parity;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.event.Logging;

/** Pekko's logger, named in the configuration: it reports what full buffers log, and nothing else. */
public final class BufferLog extends AbstractActor {
    private static final String WHY = " because buffer is full";

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(
                        Logging.InitializeLogger.class,
                        start -> getSender().tell(Logging.loggerInitialized(), getSelf()))
                .match(Logging.LogEvent.class, event -> tell(String.valueOf(event.message())))
                .build();
    }

    private static void tell(String message) {
        int end = message.indexOf(WHY);
        if (end > 0) VirtualTime.current.tellOfBuffer(message.substring(0, end));
    }
}
