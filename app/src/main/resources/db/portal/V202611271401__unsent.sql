-- What somebody had typed and sent when their sign-in had ended, for an hour: the last of it alone, sealed, for them alone
-- and about the member whom their pages were about.
create table portal.unsent (
    practice_id uuid not null default database.practice_id(),
    account_id  uuid not null,
    patient_id  uuid not null,
    path        text not null,
    sealed      bytea not null,
    expires_at  timestamptz not null,
    primary key (practice_id, account_id),
    foreign key (practice_id, account_id) references portal.account on delete cascade,
    foreign key (practice_id, patient_id) references patients.patient on delete cascade
);
create index on portal.unsent (practice_id, expires_at);

select database.keep_apart('portal.unsent');
grant select, insert, update, delete on portal.unsent to circlekeeper_app;
