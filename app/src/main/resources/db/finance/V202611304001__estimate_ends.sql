-- What a session costs after the last one that an estimate tells of, where it ends before another fee begins.
alter table finance.estimate add column then_cents bigint check (then_cents >= 0);
