-- Where people moved something in the plan, or left it out of it.
--
-- Not moved is no row: the place is computed. A safeguard's id is permanent, but content comes and goes, so no reference.
create table plan_pin (
  org_id uuid not null default current_org() references organisation,
  safeguard_id text not null check (safeguard_id <> ''),
  -- The quarter in which it begins.
  quarter text check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  -- Why it is not in this plan.
  set_aside_reason text check (set_aside_reason <> ''),
  version integer not null check (version > 0),
  updated_at timestamptz not null,
  primary key (org_id, safeguard_id),
  check ((quarter is null) <> (set_aside_reason is null))
);
alter table plan_pin enable row level security;
alter table plan_pin force row level security;
create policy own_organisation on plan_pin using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update, delete on plan_pin to theriac_app;
