create schema claims;
grant usage on schema claims to circlekeeper_app;

-- Numbers that are handed out once: claim numbers, control numbers of interchanges. A number lost is lost.
create table claims.counter (
    practice_id uuid not null default database.practice_id(),
    name        text not null,
    last        bigint not null,
    primary key (practice_id, name)
);

create table claims.batch (
    practice_id    uuid not null default database.practice_id(),
    id             uuid not null,
    payer_id       uuid not null,
    filed_on       date not null,
    control_number bigint not null,
    batch_ref      text not null,
    file_name      text not null,
    content        bytea not null,
    sha256         text not null,
    claims         integer not null check (claims > 0),
    total_cents    bigint not null,
    test           boolean not null,
    filed_by       text not null,
    filed_at       timestamptz not null,
    released_by    text not null,
    delivered_at   timestamptz,
    recalled_at    timestamptz,
    recalled_why   text,
    exported_at    timestamptz,
    primary key (practice_id, id),
    unique (practice_id, control_number),
    unique (practice_id, file_name),
    foreign key (practice_id, payer_id) references practice.payer,
    -- What has left is not called back.
    check (delivered_at is null or recalled_at is null)
);
alter table claims.batch alter column content set storage external;

create table claims.claim (
    practice_id          uuid not null default database.practice_id(),
    id                   uuid not null,
    claim_number         text not null,
    encounter_id         uuid not null,
    session_id           uuid not null,
    patient_id           uuid not null,
    payer_id             uuid,
    coverage_id          uuid,
    practitioner_id      uuid not null,
    service_date         date not null,
    code                 text not null,
    modifiers            text[] not null,
    place_of_service     text not null,
    units                integer not null check (units > 0),
    charge_cents         bigint not null,
    diagnoses            text[] not null,
    authorization_number text,
    file_by              date,
    status               text not null check (status in ('HELD', 'READY', 'BATCHED', 'SENT', 'ACCEPTED', 'REJECTED', 'PAID',
                                                         'DENIED', 'APPEALED', 'VOIDED', 'CLOSED')),
    status_since         timestamptz not null,
    batch_id             uuid,
    revision             integer not null,
    digest               text not null,
    denial_reason        text,
    denial_by            text,
    denial_at            timestamptz,
    primary key (practice_id, id),
    unique (practice_id, claim_number),
    foreign key (practice_id, encounter_id) references attendance.encounter,
    foreign key (practice_id, session_id) references scheduling.session,
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, payer_id) references practice.payer,
    foreign key (practice_id, practitioner_id) references practice.practitioner,
    foreign key (practice_id, batch_id) references claims.batch deferrable initially deferred,
    check ((denial_reason is null) = (denial_by is null) and (denial_by is null) = (denial_at is null)),
    -- Nothing is filed without a payer, a price and a reason for it.
    check (status in ('HELD', 'READY', 'VOIDED')
           or batch_id is not null and payer_id is not null and charge_cents > 0 and cardinality(diagnoses) > 0)
);
-- One visit has one claim, whatever runs at the same time.
create unique index claim_once on claims.claim (practice_id, encounter_id) where status <> 'VOIDED';
create index on claims.claim (practice_id, session_id);
create index on claims.claim (practice_id, patient_id, service_date);
create index on claims.claim (practice_id, batch_id) where batch_id is not null;
create index on claims.claim (practice_id, payer_id) where status = 'READY';

create table claims.claim_finding (
    practice_id uuid not null default database.practice_id(),
    claim_id    uuid not null,
    ordinal     integer not null,
    code        text not null,
    weight      text not null check (weight in ('ALWAYS_HOLDS', 'HOLDS', 'WARNS')),
    sentence    text not null,
    remedy      text not null,
    source      text not null,
    primary key (practice_id, claim_id, ordinal),
    foreign key (practice_id, claim_id) references claims.claim on delete cascade
);

create table claims.claim_move (
    practice_id uuid not null default database.practice_id(),
    claim_id    uuid not null,
    revision    integer not null,
    from_status text,
    to_status   text not null,
    why         text not null,
    actor       text not null,
    at          timestamptz not null,
    primary key (practice_id, claim_id, revision),
    foreign key (practice_id, claim_id) references claims.claim on delete cascade
);

create view claims.claim_facts with (security_invoker = true) as
    select practice_id, id, claim_number, encounter_id, session_id, patient_id, payer_id, practitioner_id, service_date,
           code, charge_cents, status, status_since, batch_id, file_by
      from claims.claim;
create view claims.batch_facts with (security_invoker = true) as
    select practice_id, id, payer_id, filed_on, control_number, batch_ref, file_name, sha256, claims, total_cents, test,
           filed_by, filed_at, released_by, delivered_at, recalled_at, exported_at
      from claims.batch;
create view claims.claim_finding_facts with (security_invoker = true) as
    select practice_id, claim_id, ordinal, code, weight, sentence, remedy, source from claims.claim_finding;
create view claims.claim_move_facts with (security_invoker = true) as
    select practice_id, claim_id, revision, from_status, to_status, why, actor, at from claims.claim_move;

select database.keep_apart('claims.counter');
select database.keep_apart('claims.batch');
select database.keep_apart('claims.claim');
select database.keep_apart('claims.claim_finding');
select database.keep_apart('claims.claim_move');
grant select, insert, update on claims.counter, claims.batch to circlekeeper_app;
grant select, insert, update, delete on claims.claim, claims.claim_finding to circlekeeper_app;
grant select, insert, delete on claims.claim_move to circlekeeper_app;
grant select on claims.claim_facts, claims.batch_facts, claims.claim_finding_facts, claims.claim_move_facts
    to circlekeeper_app;
