-- What a gap in somebody's insurance does when they are to be seated: it is told, or it holds until somebody gives a reason.
create table finance.seat_rule (
    practice_id uuid not null default database.practice_id(),
    rule        text not null check (rule in ('TOLD', 'HOLDS')),
    set_by      text not null,
    set_at      timestamptz not null,
    primary key (practice_id)
);
select database.keep_apart('finance.seat_rule');
grant select, insert, update on finance.seat_rule to circlekeeper_app;
