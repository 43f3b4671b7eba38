package org.circlekeeper.operations;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.circlekeeper.attendance.AttendanceClosed;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When rounds are made by themselves: every few minutes, and soon after a person changed something. The nodes of a
 * cluster share the work through one table, so that each round is made once. It runs while pages are served, and in no
 * command.
 */
@Component
@ConditionalOnProperty(name = "circlekeeper.use", havingValue = "SERVE")
class Schedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final Duration ROUNDS_EVERY = Duration.ofMinutes(5);
    private static final Duration RELAY_EVERY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration ALARMS_EVERY = Duration.ofSeconds(20);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);
    private static final Duration LETS_FINISH = Duration.ofSeconds(8);
    private static final int THREADS = 2;

    private final Watch watch;
    private final Practices practices;
    private final OneTimeTask<Void> soonTask;
    private final Scheduler scheduler;
    private @Nullable ScheduledExecutorService alarms;

    Schedule(DataSource database, Watch watch, Practices practices) {
        this.watch = watch;
        this.practices = practices;
        this.soonTask =
                Tasks.oneTime("round-soon").execute((instance, _) -> watch.round(PracticeId.of(instance.getId())));
        var rounds = Tasks.recurring("rounds", FixedDelay.of(ROUNDS_EVERY)).execute((_, _) -> watch.roundOfAll());
        var relay = Tasks.recurring("relay", FixedDelay.of(RELAY_EVERY)).execute((_, _) -> watch.relayOfAll());
        this.scheduler = Scheduler.create(database, soonTask)
                .startTasks(rounds, relay)
                .tableName("jobs.scheduled_tasks")
                .threads(THREADS)
                .pollingInterval(LOOKS_EVERY)
                .shutdownMaxWait(LETS_FINISH)
                .build();
    }

    /** Only an event: were it lost, the next round would find the same. */
    @EventListener
    void sheetClosed(AttendanceClosed closed) {
        soon(practices.current().id());
    }

    /** Asks for a round within seconds, unless one is asked for already. */
    void soon(PracticeId practice) {
        scheduler.scheduleIfNotExists(
                soonTask.instance(practice.toString()), new SystemClock().now().plus(SOON));
    }

    /** Alarms have a thread of their own on each node: a mail server that answers slowly keeps no page waiting. */
    @Override
    public void start() {
        scheduler.start();
        var own = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("alarms").daemon().factory());
        own.scheduleWithFixedDelay(
                this::lookForAlarms, ALARMS_EVERY.toSeconds(), ALARMS_EVERY.toSeconds(), TimeUnit.SECONDS);
        alarms = own;
    }

    /** What fails once is looked at again twenty seconds later. */
    private void lookForAlarms() {
        try {
            watch.alarmsOfAll();
        } catch (RuntimeException trouble) {
            LOG.error("Alarms could not be looked at", trouble);
        }
    }

    @Override
    public void stop() {
        var own = alarms;
        if (own != null) {
            own.shutdown();
        }
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        var state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isShuttingDown();
    }
}
