-- The groups that a therapist named with a decision: a fit that names some holds for those alone; with "another group" they
-- are the ones that come to mind.
create table waitlist.decision_group (
    practice_id uuid not null default database.practice_id(),
    decision_id uuid not null,
    group_id    uuid not null,
    part2       boolean not null,
    primary key (practice_id, decision_id, group_id),
    foreign key (practice_id, decision_id) references waitlist.decision,
    foreign key (practice_id, group_id) references roster.therapy_group
);
select database.keep_apart('waitlist.decision_group');
grant select, insert on waitlist.decision_group to circlekeeper_app;
