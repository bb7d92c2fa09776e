-- Questions to people without an account: what was asked, by which link, and what came back. Rules for every migration
-- stand in 0001-init.sql.

-- A link that lets one person without an account do one thing. It is read before the organisation is known, so it belongs to
-- the installation, and says nothing but whose it is. What it is for has the same id.
create table guest_link (
  id uuid primary key,
  organisation_id uuid not null default current_org() references organisation,
  digest text not null unique,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  -- The thing was done: the link then says so, and nothing else.
  used_at timestamptz
);
create index guest_link_by_organisation on guest_link (organisation_id);
alter table guest_link enable row level security;
alter table guest_link force row level security;
create policy installation on guest_link to theriac_installation using (true) with check (true);
create policy own_organisation on guest_link to theriac_app
  using (organisation_id = current_org()) with check (organisation_id = current_org());
grant select on guest_link to theriac_installation;
-- Withdrawing a link deletes it: what is gone cannot be guessed.
grant select, insert, update, delete on guest_link to theriac_app;

create table question (
  org_id uuid not null default current_org() references organisation,
  id uuid not null,
  asked_by text not null check (asked_by <> ''),
  colleague text not null check (colleague <> ''),
  email text check (email = lower(email)),
  message text check (message <> ''),
  created_at timestamptz not null,
  ends_at timestamptz not null,
  -- When the colleague sent the answer: nothing of it changes afterwards.
  sent_at timestamptz,
  withdrawn_at timestamptz,
  primary key (org_id, id)
);
alter table question enable row level security;
alter table question force row level security;
create policy own_organisation on question using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update on question to theriac_app;

-- One safeguard of a question. A safeguard's id is permanent, but content comes and goes, so no reference.
create table question_item (
  org_id uuid not null default current_org() references organisation,
  question_id uuid not null,
  safeguard_id text not null check (safeguard_id <> ''),
  position integer not null,
  -- The version of the rating when the question was asked: whether someone changed it since.
  asked_version integer not null check (asked_version >= 0),
  -- Null: not answered. 'unknown': the colleague does not know.
  answer text check (answer in ('not_implemented', 'partially', 'largely', 'fully', 'not_applicable', 'unknown')),
  reason text check (reason <> ''),
  note text check (note <> ''),
  decision text check (decision in ('accepted', 'declined')),
  decided_by text,
  decided_at timestamptz,
  primary key (org_id, question_id, safeguard_id),
  foreign key (org_id, question_id) references question (org_id, id),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
alter table question_item enable row level security;
alter table question_item force row level security;
create policy own_organisation on question_item using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update on question_item to theriac_app;

-- A rating that someone without an account proposed bears that name, beside whoever accepted it.
alter table rating_change add column proposed_by text;
