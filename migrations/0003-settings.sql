-- What an organisation chose for itself: the weights of its ranking. Rules for every migration stand in 0001-init.sql.

create table organisation_setting (
  org_id uuid not null default current_org() primary key references organisation,
  -- Null: those of the method. Their form and sum are checked by the application, which knows the method.
  weights jsonb check (jsonb_typeof(weights) = 'object'),
  version integer not null check (version > 0),
  updated_at timestamptz not null
);
alter table organisation_setting enable row level security;
alter table organisation_setting force row level security;
create policy own_organisation on organisation_setting
  using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update, delete on organisation_setting to theriac_app;
