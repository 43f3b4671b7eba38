package org.circlekeeper.database;

import java.util.Arrays;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings a database up to this program, and never lets this program write in one that a newer program has changed. */
@Component
class OnlyForward implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        var newest = Arrays.stream(flyway.info().applied())
                .filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder());
        if (newest.isPresent()) {
            throw new CannotStart("A newer Circlekeeper has worked in this home: its database is of version "
                    + newest.get() + ", which this one does not know. Start the newer one, or put back a copy of the "
                    + "home from before. Nothing was changed.");
        }
        flyway.migrate();
    }
}
