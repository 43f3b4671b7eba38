-- Whether the practice asks two guardians to sign it for a minor, even where one alone is let in.
alter table forms.form add column two_sign boolean not null default false;
