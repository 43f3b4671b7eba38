-- Where the export and what is here differ, until a person has said which is right or the export agrees again.
create table movein.unsettled (
    practice_id uuid not null default database.practice_id(),
    kind        text not null,
    key         text not null,
    field       text not null, -- empty: the row is no longer in the file
    row_number  integer not null,
    called      text not null,
    before      text not null,
    after       text not null,
    acceptable  boolean not null,
    remedy      text not null,
    since       timestamptz not null,
    left_here   boolean not null,
    primary key (practice_id, kind, key, field),
    foreign key (practice_id, kind, key) references movein.source_row on delete cascade
);

select database.keep_apart('movein.unsettled');
grant select, insert, update, delete on movein.unsettled to circlekeeper_app;
