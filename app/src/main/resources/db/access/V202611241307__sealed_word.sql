-- A word sealed when the first key of a code generator was, so that a home with another key file is told at its start,
-- and not by a person whose code is refused. One row at the most.
create table access.sealed_word (
    only_row boolean primary key default true check (only_row),
    sealed   bytea not null
);

grant select, insert on access.sealed_word to circlekeeper_app;
