-- Mail that waits to be sent, and what became of it. Rules for every migration stand in 0001-init.sql.
--
-- It is written in the transaction of the thing it tells of, and sent afterwards by whichever process comes first. It may
-- hold the secret of a link, so its subject and text go as soon as it is sent or given up; nobody but the sender reads them.
create table mail (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_org() references organisation,
  -- What it tells of: the same thing is never told twice.
  key text not null check (key <> ''),
  kind text not null check (kind in ('invitation', 'question', 'answer', 'digest')),
  recipient text not null check (length(recipient) <= 254 and recipient like '%_@_%' and recipient !~ '[[:cntrl:][:space:]<>,;]'),
  subject text,
  body text,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  tries integer not null check (tries >= 0),
  due_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (organisation_id, key),
  check ((state = 'waiting') = (subject is not null) and (state = 'waiting') = (body is not null)),
  check ((state = 'waiting') = (ended_at is null))
);
create index mail_waiting on mail (due_at) where state = 'waiting';
alter table mail enable row level security;
alter table mail force row level security;
create policy installation on mail to theriac_installation using (true) with check (true);
create policy own_organisation on mail to theriac_app
  using (organisation_id = current_org()) with check (organisation_id = current_org());
grant select, update, delete on mail to theriac_installation;
grant insert, delete on mail to theriac_app;
grant select (organisation_id, key, kind, state, tries, last_error, created_at, ended_at) on mail to theriac_app;

-- Whether a person is told by mail what is due. An organisation sees it of its members.
alter table account add column mail_due boolean not null default true;
grant select (mail_due) on account to theriac_app;
