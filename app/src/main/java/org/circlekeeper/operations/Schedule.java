package org.circlekeeper.operations;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.circlekeeper.attendance.AttendanceClosed;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PracticeId;
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

    private static final Duration ROUNDS_EVERY = Duration.ofMinutes(5);
    private static final Duration RELAY_EVERY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);
    private static final Duration LETS_FINISH = Duration.ofSeconds(8);
    private static final int THREADS = 2;

    private final Practices practices;
    private final OneTimeTask<Void> soonTask;
    private final Scheduler scheduler;

    Schedule(DataSource database, Watch watch, Practices practices) {
        this.practices = practices;
        this.soonTask =
                Tasks.oneTime("round-soon").execute((instance, _) -> watch.round(PracticeId.of(instance.getId())));
        var rounds = Tasks.recurring("rounds", FixedDelay.of(ROUNDS_EVERY)).execute((_, _) -> watch.roundOfAll());
        var relay = Tasks.recurring("relay", FixedDelay.of(RELAY_EVERY)).execute((_, _) -> {
            watch.alarmsOfAll();
            watch.relayOfAll();
        });
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

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        var state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isShuttingDown();
    }
}
