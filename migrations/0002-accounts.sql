-- People and programs that may enter, what they may do where, and how they were let in.
--
-- Secrets are never stored, only their SHA-256 (they are random, 256 bits) or, of passwords, an Argon2id hash. Tables that
-- are read before the organisation is known belong to the installation; where they name one, the column is called
-- `organisation_id`, and an organisation sees its own rows by the policy "own_organisation".

create table account (
  id uuid primary key,
  -- Lower case; the only name by which a person signs in.
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null check (name <> ''),
  password_hash text not null,
  -- May add organisations to this installation.
  is_operator boolean not null,
  created_at timestamptz not null,
  closed_at timestamptz
);

create table membership (
  organisation_id uuid not null default current_org() references organisation,
  account_id uuid not null references account,
  role text not null check (role in ('administrator', 'contributor', 'reader')),
  created_at timestamptz not null,
  primary key (organisation_id, account_id)
);
create index membership_by_account on membership (account_id);

create table session (
  id uuid primary key,
  digest text not null unique,
  -- The secret before the last change, still good for requests that were under way.
  former_digest text unique,
  former_until timestamptz,
  account_id uuid not null references account,
  organisation_id uuid references organisation,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_by_account on session (account_id);

-- A link that lets one person in. The first administrator's has no address.
create table invitation (
  id uuid primary key,
  organisation_id uuid not null default current_org() references organisation,
  digest text not null unique,
  email text check (email = lower(email)),
  role text not null check (role in ('administrator', 'contributor', 'reader')),
  makes_operator boolean not null,
  invited_by text not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index invitation_by_organisation on invitation (organisation_id);

-- A program that asks the API in the name of an organisation.
create table service_token (
  id uuid primary key,
  organisation_id uuid not null default current_org() references organisation,
  digest text not null unique,
  name text not null check (name <> ''),
  role text not null check (role in ('administrator', 'contributor', 'reader')),
  created_by text not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz
);
create index service_token_by_organisation on service_token (organisation_id);

alter table account enable row level security;
alter table account force row level security;
alter table membership enable row level security;
alter table membership force row level security;
alter table session enable row level security;
alter table session force row level security;
alter table invitation enable row level security;
alter table invitation force row level security;
alter table service_token enable row level security;
alter table service_token force row level security;

create policy installation on account to theriac_installation using (true) with check (true);
create policy installation on membership to theriac_installation using (true) with check (true);
create policy installation on session to theriac_installation using (true) with check (true);
create policy installation on invitation to theriac_installation using (true) with check (true);
create policy installation on service_token to theriac_installation using (true) with check (true);

create policy own_organisation on membership to theriac_app
  using (organisation_id = current_org()) with check (organisation_id = current_org());
create policy own_organisation on invitation to theriac_app
  using (organisation_id = current_org()) with check (organisation_id = current_org());
create policy own_organisation on service_token to theriac_app
  using (organisation_id = current_org()) with check (organisation_id = current_org());
create policy own_organisation on account for select to theriac_app
  using (exists (select from membership m where m.account_id = account.id and m.organisation_id = current_org()));

grant select, insert, update on account to theriac_installation;
grant select, insert on membership to theriac_installation;
grant select, insert, update, delete on session to theriac_installation;
grant select, insert, update, delete on invitation to theriac_installation;
grant select on service_token to theriac_installation;

-- An organisation never sees the hash of a password.
grant select (id, email, name, created_at, closed_at) on account to theriac_app;
grant select, update, delete on membership to theriac_app;
grant select, insert, delete on invitation to theriac_app;
grant select, insert, update on service_token to theriac_app;

-- Letting someone in is told in the trail of the organisation that let them in.
create policy installation on audit_entry for insert to theriac_installation with check (true);
grant insert on audit_entry to theriac_installation;

-- What an organisation is called follows from its profile.
create policy own_organisation_renamed on organisation for update to theriac_app
  using (id = current_org()) with check (id = current_org());
grant update (name, country, kind) on organisation to theriac_app;
