-- Assessment for real work: by when, by whom, what changed, and the files that prove it.

-- Somebody may own what nobody has judged yet, and a version must not begin anew when a judgement is taken back: so there
-- are rows that say "unknown". What says nothing but that counts like no row.
alter table rating drop constraint rating_rating_check;
alter table rating add constraint rating_rating_check
  check (rating in ('not_implemented', 'partially', 'largely', 'fully', 'not_applicable', 'unknown'));
alter table rating add column due date;
alter table rating add column changed_by text;

-- Every change of a rating with both values. It names people and holds their notes, which the audit trail must not.
-- Append-only: nobody is granted update or delete. The version it made is the key, so two changes cannot make the same.
create table rating_change (
  org_id uuid not null default current_org() references organisation,
  safeguard_id text not null check (safeguard_id <> ''),
  version integer not null check (version > 0),
  at timestamptz not null,
  actor text not null check (actor <> ''),
  -- The action by which it came: `ratings.rate`, `profile.save`.
  action text not null check (action <> ''),
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  primary key (org_id, safeguard_id, version)
);
alter table rating_change enable row level security;
alter table rating_change force row level security;
create policy own_organisation on rating_change using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on rating_change to theriac_app;

-- The same bytes are kept once for each safeguard. What they prove stands in the rating, which names the id.
create table evidence_file (
  org_id uuid not null default current_org() references organisation,
  id uuid not null default gen_random_uuid(),
  safeguard_id text not null check (safeguard_id <> ''),
  name text not null check (name <> ''),
  media_type text not null check (media_type <> ''),
  size integer not null check (size > 0 and size = octet_length(bytes)),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  added_at timestamptz not null,
  actor text not null check (actor <> ''),
  primary key (org_id, id),
  unique (org_id, safeguard_id, digest)
);
alter table evidence_file enable row level security;
alter table evidence_file force row level security;
create policy own_organisation on evidence_file using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, delete on evidence_file to theriac_app;
