create schema forms;
grant usage on schema forms to circlekeeper_app;

-- A form by the name under which it is known for ever.
create table forms.form (
    practice_id uuid not null default database.practice_id(),
    id          text not null check (length(id) between 1 and 60),
    kind        text not null check (kind in ('QUESTIONNAIRE', 'DOCUMENT')),
    title       text not null,
    status      text not null check (status in ('DRAFT', 'IN_USE', 'RETIRED')),
    added_by    text not null,
    added_at    timestamptz not null,
    primary key (practice_id, id)
);

create table forms.form_move (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    form_id     text not null,
    from_status text not null,
    to_status   text not null,
    why         text not null,
    moved_by    text not null,
    moved_at    timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, form_id) references forms.form
);
create index on forms.form_move (practice_id, form_id);

-- Each saving of a draft is a row: the last one stands, one before it can be taken again.
create table forms.draft (
    practice_id uuid not null default database.practice_id(),
    form_id     text not null,
    language    text not null check (language in ('EN', 'ES')),
    revision    integer not null check (revision > 0),
    body        text not null check (length(body) <= 100000),
    written_by  text not null,
    written_at  timestamptz not null,
    primary key (practice_id, form_id, language, revision),
    foreign key (practice_id, form_id) references forms.form
);

-- A version that was published: what it says of itself, and below in each language, byte for byte. Neither changes.
create table forms.publication (
    practice_id  uuid not null default database.practice_id(),
    form_id      text not null,
    number       integer not null check (number > 0),
    says         text not null,
    instrument   boolean not null,
    published_by text not null,
    published_at timestamptz not null,
    primary key (practice_id, form_id, number),
    foreign key (practice_id, form_id) references forms.form
);

create table forms.version (
    practice_id   uuid not null default database.practice_id(),
    form_id       text not null,
    number        integer not null,
    language      text not null check (language in ('EN', 'ES')),
    questionnaire text not null,
    sha256        text not null check (length(sha256) = 64),
    primary key (practice_id, form_id, number, language),
    foreign key (practice_id, form_id, number) references forms.publication
);

-- Somebody said that counsel approved a version.
create table forms.approval (
    practice_id uuid not null default database.practice_id(),
    form_id     text not null,
    number      integer not null,
    counsel     text not null,
    approved_on date not null,
    holds_from  date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, form_id, number),
    foreign key (practice_id, form_id, number) references forms.publication
);

-- Which forms go to the members of groups of a kind; of the kind of noughts, to all that have no packet of their own.
create table forms.packet (
    practice_id  uuid not null default database.practice_id(),
    group_type   uuid not null,
    number       integer not null check (number > 0),
    own          boolean not null,
    says         text not null,
    published_by text not null,
    published_at timestamptz not null,
    primary key (practice_id, group_type, number)
);

create table forms.packet_line (
    practice_id uuid not null default database.practice_id(),
    group_type  uuid not null,
    number      integer not null,
    place       integer not null,
    form_id     text not null,
    need        text not null check (need in ('REQUIRED', 'OFFERED')),
    applies     text not null check (applies in ('EVERYBODY', 'TELEHEALTH', 'PART_2', 'SELF_PAY')),
    primary key (practice_id, group_type, number, place),
    unique (practice_id, group_type, number, form_id),
    foreign key (practice_id, group_type, number) references forms.packet,
    foreign key (practice_id, form_id) references forms.form
);

-- What the practice puts into its papers where they leave a place for it.
create table forms.word (
    practice_id uuid not null default database.practice_id(),
    name        text not null check (length(name) between 1 and 40),
    value       text not null,
    written_by  text not null,
    written_at  timestamptz not null,
    primary key (practice_id, name)
);

create view forms.version_facts with (security_invoker = true) as
    select practice_id, form_id, number, language, sha256 from forms.version;

select database.keep_apart('forms.form');
select database.keep_apart('forms.form_move');
select database.keep_apart('forms.draft');
select database.keep_apart('forms.publication');
select database.keep_apart('forms.version');
select database.keep_apart('forms.approval');
select database.keep_apart('forms.packet');
select database.keep_apart('forms.packet_line');
select database.keep_apart('forms.word');
grant select, insert, update on forms.form, forms.word to circlekeeper_app;
grant select, insert on forms.form_move, forms.draft, forms.publication, forms.version, forms.approval, forms.packet,
    forms.packet_line to circlekeeper_app;
grant select on forms.version_facts to circlekeeper_app;
