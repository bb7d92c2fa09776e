-- What an organisation keeps of each duty of law: how far it is, when it was done, by when more is due, and whom it tells.
--
-- Nobody follows it up is no row, or one that says so: a version must not begin anew when a record is taken back, and whom
-- to tell may be known of a duty that nobody follows up. A rule comes and goes with the content, so no reference.
create table obligation_follow_up (
  org_id uuid not null default current_org() references organisation,
  obligation_id text not null check (obligation_id <> ''),
  state text not null check (state in ('not_followed', 'not_started', 'in_progress', 'done')),
  done_on date,
  next_due date,
  repeat_months integer check (repeat_months between 1 and 120),
  owner text,
  note text,
  evidence jsonb not null check (jsonb_typeof(evidence) = 'array'),
  -- The authority, in the organisation's own words.
  contact text,
  version integer not null check (version > 0),
  updated_at timestamptz not null,
  changed_by text not null check (changed_by <> ''),
  primary key (org_id, obligation_id),
  check (state <> 'not_followed' or (done_on is null and next_due is null and repeat_months is null))
);
alter table obligation_follow_up enable row level security;
alter table obligation_follow_up force row level security;
create policy own_organisation on obligation_follow_up
  using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update on obligation_follow_up to theriac_app;

-- Every change of a record with both values, as of a rating: append-only, and the version it made is the key.
create table follow_up_change (
  org_id uuid not null default current_org() references organisation,
  obligation_id text not null check (obligation_id <> ''),
  version integer not null check (version > 0),
  at timestamptz not null,
  actor text not null check (actor <> ''),
  action text not null check (action <> ''),
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  primary key (org_id, obligation_id, version)
);
alter table follow_up_change enable row level security;
alter table follow_up_change force row level security;
create policy own_organisation on follow_up_change using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on follow_up_change to theriac_app;
