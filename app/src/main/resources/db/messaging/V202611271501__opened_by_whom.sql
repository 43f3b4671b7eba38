-- That somebody who acts for a member opened what was written to them is kept apart: it is not the member who read it.
-- A message's opened_at is the member's own. A row from before says that one of them opened it.
create table messaging.opening (
    practice_id uuid not null default database.practice_id(),
    message_id  uuid not null,
    account_id  uuid not null,
    opened_by   text not null,
    opened_at   timestamptz not null,
    primary key (practice_id, message_id, account_id),
    foreign key (practice_id, message_id) references messaging.message on delete cascade
);
select database.keep_apart('messaging.opening');
grant select, insert on messaging.opening to circlekeeper_app;
