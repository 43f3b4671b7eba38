package org.circlekeeper.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What collections of garbage leave in the heap while something is measured: what it needed at the least. */
public final class Heap {

    private static final double MEGABYTE = 1e6;

    private final AtomicLong most = new AtomicLong();

    private Heap() {}

    /** Looks from now on, until the program ends. */
    public static Heap watched() {
        var heap = new Heap();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((told, _) -> heap.collected(told), null, null);
        }
        return heap;
    }

    private void collected(Notification told) {
        if (told.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            long left =
                    GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
                            .getGcInfo()
                            .getMemoryUsageAfterGc()
                            .entrySet()
                            .stream()
                            .filter(pool -> isHeap(pool.getKey()))
                            .map(pool -> pool.getValue())
                            .mapToLong(MemoryUsage::getUsed)
                            .sum();
            most.accumulateAndGet(left, Math::max);
        }
    }

    private static boolean isHeap(String pool) {
        return pool.contains("Eden") || pool.contains("Survivor") || pool.contains("Tenured") || pool.contains("Old");
    }

    /** As in {@code 93 MB left by a collection at the most, of 268 MB}. */
    @Override
    public String toString() {
        return "%.0f MB left by a collection at the most, of %.0f MB"
                .formatted(most.get() / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE);
    }
}
