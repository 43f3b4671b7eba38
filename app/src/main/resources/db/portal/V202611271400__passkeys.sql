-- A key that a phone keeps for somebody, and with which it signs them in. Of the pair only the public half is here; the
-- attestation object holds it as the phone said it (W3C Web Authentication Level 3, 6.5.1).
create table portal.passkey (
    practice_id     uuid not null default database.practice_id(),
    credential_id   bytea not null,
    id              uuid not null,
    account_id      uuid not null,
    name            text not null check (name <> ''),
    public_key      bytea not null,
    attestation     bytea not null,
    signature_count bigint not null,
    user_verified   boolean not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    made_at         timestamptz not null,
    used_at         timestamptz,
    primary key (practice_id, credential_id),
    unique (practice_id, id),
    foreign key (practice_id, account_id) references portal.account on delete cascade
);
create index on portal.passkey (practice_id, account_id);

-- What a phone is asked to sign, once. It is taken away with the first answer to it, right or wrong; the account is that
-- of whoever adds a passkey, and null where somebody signs in.
create table portal.passkey_challenge (
    practice_id    uuid not null default database.practice_id(),
    challenge_hash bytea not null,
    account_id     uuid,
    expires_at     timestamptz not null,
    primary key (practice_id, challenge_hash),
    foreign key (practice_id, account_id) references portal.account on delete cascade
);
create index on portal.passkey_challenge (practice_id, expires_at);

-- How somebody came in: the evidence of what they sign says it.
alter table portal.sign_in add column by_passkey boolean not null default false;

select database.keep_apart('portal.passkey');
select database.keep_apart('portal.passkey_challenge');
grant select, insert, update, delete on portal.passkey to circlekeeper_app;
grant select, insert, delete on portal.passkey_challenge to circlekeeper_app;
