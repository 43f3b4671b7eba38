-- A newer version of a paper for which nobody who stands with an older one needs to be asked: who said so, and why.
create table intake.older_will_do (
    practice_id uuid not null default database.practice_id(),
    form        text not null,
    version     integer not null,
    why         text not null,
    said_by     text not null,
    said_at     timestamptz not null,
    primary key (practice_id, form, version)
);

select database.keep_apart('intake.older_will_do');
grant select, insert on intake.older_will_do to circlekeeper_app;
