package org.apache.pekko.util;

import parity.VirtualTime;

/** Takes the place of Pekko's own class of that name, which calls System.nanoTime(). */
public final class NanoTimeTokenBucket extends TokenBucket {
    private final VirtualTime time = VirtualTime.current;

    public NanoTimeTokenBucket(long capacity, long nanosBetweenTokens) {
        super(capacity, nanosBetweenTokens);
    }

    @Override
    public long currentTime() {
        return time.nanos();
    }
}
