create schema documents;
grant usage on schema documents to circlekeeper_app;

-- What is known of a file about one patient. It is never changed; being removed is a mark.
create table documents.document (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    kind        text not null
        check (kind in ('INSURANCE_CARD', 'FILLED_FORM', 'SCANNED_PAPER', 'SIGNED_PAPER', 'AUTHORITY', 'OTHER')),
    patient_id  uuid not null,
    name        text not null check (name <> ''),
    media_type  text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size        integer not null check (size > 0),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_by   text not null,
    stored_at   timestamptz not null,
    removed_at  timestamptz,
    removed_by  text not null default '',
    removed_why text not null default '',
    primary key (practice_id, id),
    check ((removed_at is null) = (removed_why = ''))
);
create index on documents.document (practice_id, patient_id, stored_at);

-- Its bytes, sealed with a key that lies in the home. Apart, so that no list drags them along.
create table documents.content (
    practice_id uuid not null default database.practice_id(),
    document_id uuid not null,
    key         text not null,
    sealed      bytea not null check (length(sealed) between 1 and 41943040),
    primary key (practice_id, document_id),
    foreign key (practice_id, document_id) references documents.document
);

select database.keep_apart('documents.document');
select database.keep_apart('documents.content');
grant select, insert on documents.document to circlekeeper_app;
grant update (removed_at, removed_by, removed_why) on documents.document to circlekeeper_app;
grant select, insert on documents.content to circlekeeper_app;
