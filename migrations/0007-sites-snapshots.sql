-- The places where an organisation works, how far each is, and how all of it stood on days that somebody kept.

create table site (
  org_id uuid not null default current_org() references organisation,
  id uuid not null default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 120),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
-- Two names that differ in capitals alone would be taken for one.
create unique index site_name on site (org_id, lower(name));
alter table site enable row level security;
alter table site force row level security;
create policy own_organisation on site using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update, delete on site to theriac_app;

-- Nobody has judged a safeguard there: no row. A judgement that was taken back is kept as "unknown" and counts like no row,
-- because a version that began anew would let an old change through. Rows go with their site, and in no other way.
create table site_rating (
  org_id uuid not null default current_org() references organisation,
  site_id uuid not null,
  safeguard_id text not null check (safeguard_id <> ''),
  rating text not null
    check (rating in ('not_implemented', 'partially', 'largely', 'fully', 'not_applicable', 'unknown')),
  reason text check (reason <> ''),
  version integer not null check (version > 0),
  updated_at timestamptz not null,
  changed_by text not null check (changed_by <> ''),
  primary key (org_id, site_id, safeguard_id),
  foreign key (org_id, site_id) references site on delete cascade,
  check ((rating = 'not_applicable') = (reason is not null))
);
alter table site_rating enable row level security;
alter table site_rating force row level security;
create policy own_organisation on site_rating using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update on site_rating to theriac_app;

-- How everything stood on one day. Nobody is granted update: a snapshot is taken away whole, or stays as it was taken.
create table snapshot (
  org_id uuid not null default current_org() references organisation,
  id uuid not null default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 120),
  note text check (note <> ''),
  day date not null,
  taken_at timestamptz not null,
  actor text not null check (actor <> ''),
  content_digest text not null check (content_digest ~ '^[0-9a-f]{64}$'),
  profile_digest text not null check (profile_digest ~ '^[0-9a-f]{64}$'),
  -- Counted once, so that the list of snapshots need not read all that they hold.
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  standing jsonb not null check (jsonb_typeof(standing) = 'object'),
  primary key (org_id, id)
);
create unique index snapshot_name on snapshot (org_id, lower(name));
alter table snapshot enable row level security;
alter table snapshot force row level security;
create policy own_organisation on snapshot using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, delete on snapshot to theriac_app;
