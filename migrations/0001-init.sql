-- Organisations, what they say of themselves, how far they are, and who changed what.
--
-- Rules for every migration: this file is never changed once released; only features of PostgreSQL 15; no now() in
-- columns of business (the caller's clock is the clock); every organisation's table has org_id, the policy
-- "own_organisation" and forced row-level security. The roles theriac_app and theriac_installation exist already.

-- What was applied is written by the owner of the tables alone.
grant select on migration to theriac_installation;

-- The organisation of the transaction, or null: a setting that was once set and is over reads as an empty text.
create function current_org() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;

-- The list of organisations belongs to the installation; an organisation sees its own row.
create table organisation (
  id uuid primary key,
  name text not null check (name <> ''),
  country text check (country ~ '^[A-Z]{2}$'),
  kind text,
  created_at timestamptz not null
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy installation on organisation to theriac_installation using (true) with check (true);
create policy own_organisation on organisation for select to theriac_app using (id = current_org());
grant select, insert, update on organisation to theriac_installation;
grant select on organisation to theriac_app;

-- One profile each: the facts as answered, checked by the application.
create table profile (
  org_id uuid not null default current_org() primary key references organisation,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  version integer not null check (version > 0),
  updated_at timestamptz not null
);
alter table profile enable row level security;
alter table profile force row level security;
create policy own_organisation on profile using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update, delete on profile to theriac_app;

-- Not rated is no row: unknown is never zero. A safeguard's id is permanent, but content comes and goes, so no reference.
create table rating (
  org_id uuid not null default current_org() references organisation,
  safeguard_id text not null check (safeguard_id <> ''),
  rating text not null check (rating in ('not_implemented', 'partially', 'largely', 'fully', 'not_applicable')),
  reason text,
  owner text,
  note text,
  evidence jsonb not null check (jsonb_typeof(evidence) = 'array'),
  rated_on date,
  version integer not null check (version > 0),
  updated_at timestamptz not null,
  primary key (org_id, safeguard_id)
);
alter table rating enable row level security;
alter table rating force row level security;
create policy own_organisation on rating using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update, delete on rating to theriac_app;

-- Append-only: nobody is granted update or delete. The key answers "latest first" within an organisation.
create table audit_entry (
  org_id uuid not null default current_org() references organisation,
  id bigint generated always as identity,
  at timestamptz not null,
  actor text not null check (actor <> ''),
  action text not null check (action <> ''),
  object text not null,
  detail jsonb not null check (jsonb_typeof(detail) = 'object'),
  primary key (org_id, id)
);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy own_organisation on audit_entry using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on audit_entry to theriac_app;
